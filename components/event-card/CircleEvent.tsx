import { useState } from 'react';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { ContractCard } from '../card/ContractCard.tsx';
import { untilLine } from '../card/until-line.ts';
import { dayOf, whenWords } from '../home/circles/dates.ts';
import { openSidebarWindow, sidebarAddress } from '../home/circles/open-sidebar.ts';
import { NewContract } from '../home/contracts/NewContract.tsx';
import { routeTo } from '../home/route.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { EventHead, type Folding } from './EventHead.tsx';
import type { EventCardView } from './read-event-card.ts';

type CircleEventView = Extract<EventCardView, { kind: 'circle' }>;

const HOUR_MS = 60 * 60 * 1000;
const ROLES = {
  facilitator: 'sidebar_role_facilitator',
  timekeeper: 'sidebar_role_timekeeper',
  host: 'sidebar_role_host',
} as const;

/** The card of a circle's event: when, who does what, what one has promised, and two ways on. */
export function CircleEvent({ view, ...folding }: { readonly view: CircleEventView } & Folding) {
  const { circle, when } = view;
  const [adding, setAdding] = useState(false);
  const now = clock.now();
  const line = when ? whenWords(when.start, when.lengthMs, now) : undefined;
  const canAdd = circle.me !== null && circle.me.leftOn === null;
  return (
    <main className="event-card">
      <EventHead isName title={circle.circle.name} line={line} {...folding} />
      {folding.isFolded ? null : (
        <>
          {/* Without a field in it, it is scrolled by keyboard only when it takes the focus itself. */}
          <section className="event-body" aria-label={circle.circle.name} tabIndex={adding ? undefined : 0}>
            {when?.cancelled ? <p className="event-quiet">{t('event_cancelled')}</p> : null}
            {adding ? <NewContract autoFocus circles={[circle]} /> : <Known view={view} />}
          </section>
          <footer className="event-foot">
            {adding ? null : <Prepare view={view} now={now} />}
            {canAdd ? (
              <Button onClick={() => setAdding(!adding)}>{t(adding ? 'event_back' : 'event_add')}</Button>
            ) : (
              <a href={`/home.html${routeTo('circles', circle.circle.id)}`} target="_blank" rel="noreferrer">
                {t('popup_who')}
              </a>
            )}
          </footer>
        </>
      )}
    </main>
  );
}

function Known({ view: { contracts, roles } }: { readonly view: CircleEventView }) {
  return (
    <>
      {roles.length > 0 ? (
        <p className="event-quiet">
          {roles.map(({ role, member }) => `${t(ROLES[role])}: ${member.name}`).join(' · ')}
        </p>
      ) : null}
      <Section title={t('event_open')} aside={contracts.length > 0 ? contracts.length : undefined}>
        {contracts.length === 0 ? <p className="event-quiet">{t('event_none')}</p> : null}
        <ul className="plain-list event-list" aria-label={t('event_open')}>
          {contracts.map((contract) => (
            <li key={contract.id}>
              <ContractCard
                text={contract.text}
                onlyMe={contract.isPrivate}
                line={untilLine(
                  dayOf(contract.madeAt),
                  contract.due ? Temporal.PlainDate.from(contract.due) : undefined,
                )}
              />
            </li>
          ))}
        </ul>
      </Section>
      {contracts.length > 0 ? <p className="event-quiet">{t('event_private')}</p> : null}
    </>
  );
}

/** About the time of the meeting its own sidebar; before that the circle's page, where one looks things up. */
function Prepare({ view: { circle, when }, now }: { readonly view: CircleEventView; readonly now: number }) {
  const { id } = circle.circle;
  const isNear = when !== null && now > when.start - HOUR_MS && now < when.start + when.lengthMs + HOUR_MS;
  return (
    <a
      className="button button-primary"
      href={isNear ? sidebarAddress(id) : `/home.html${routeTo('circles', id)}`}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (!isNear) return;
        event.preventDefault();
        void openSidebarWindow(id);
      }}
    >
      {t('event_prepare')}
    </a>
  );
}
