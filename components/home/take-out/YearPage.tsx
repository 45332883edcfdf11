import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { OutcomePill } from '@/components/card/OutcomePill';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { EmptyState } from '@/components/ui/EmptyState';
import { Select } from '@/components/ui/Select';
import { Skeleton } from '@/components/ui/Skeleton';
import type { ContractRow } from '@/lib/contract/contract';
import { joinSame } from '@/lib/contract/log';
import { tellOutside } from '@/lib/milestone/outside';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { dateFormat, listFormat } from '@/lib/platform/intl';
import { database } from '@/lib/store/database';
import { circleMilestones } from '@/lib/store/milestones';
import { dayOf } from '../circles/dates.ts';
import { membersOn } from '../circles/members-on.ts';
import { outsideLine } from '../circles/milestones/outside-words.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { isEmptySheet, spanOf, type YearSheet, yearSheet, yearsOf } from './year-sheet.ts';
import './take-out.css';
import './year.css';

const LAST = '';
const iso = (ms: number): string => dayOf(ms).toString();
const long = (day: string): string => dateFormat({ dateStyle: 'long' }).format(Temporal.PlainDate.from(day));

/** A circle's year as a sheet to print: when it met, who was there, what was promised and how that went. */
export function YearPage({ view }: { readonly view: CircleView }) {
  const { circle, members } = view;
  const [year, setYear] = useState(LAST);
  const [withWords, setWithWords] = useState(true);
  const all = useLiveQuery(() => readAll(circle.id), [circle.id]);
  const span = spanOf(year === LAST ? null : year, iso(clock.now()));
  const sheet =
    all &&
    yearSheet(span, { ...all, membersOn: (day) => membersOn(members, Temporal.PlainDate.from(day)) }, iso);
  const years = all ? yearsOf(all, iso) : [];
  return (
    <Page
      title={t('out_year_title', { circle: circle.name })}
      tabTitle={t('circles_title')}
      lead={t('out_year_span', { from: long(span.from), to: long(span.to) })}
      aside={
        <Button
          variant="primary"
          icon="download"
          disabled={!sheet || isEmptySheet(sheet)}
          onClick={() => window.print()}
        >
          {t('out_year_print')}
        </Button>
      }
    >
      <div className="year-choices screen-only">
        <p className="circle-back">
          <a href={routeTo('circles', circle.id)}>{t('out_year_back', { circle: circle.name })}</a>
        </p>
        <div className="take-out-pair">
          <Select
            label={t('out_year_which')}
            value={year}
            onChange={setYear}
            options={[
              { value: LAST, label: t('out_year_last') },
              ...years.map((one) => ({ value: one, label: one })),
            ]}
          />
        </div>
        <Checkbox checked={withWords} onChange={setWithWords}>
          {t('out_year_words')}
          <span className="take-out-hint">{t('out_year_words_hint')}</span>
        </Checkbox>
      </div>
      {!sheet ? (
        <Skeleton lines={8} />
      ) : isEmptySheet(sheet) ? (
        <EmptyState icon="calendar" title={t('out_year_none')}>
          <p>{t('out_year_none_words')}</p>
        </EmptyState>
      ) : (
        <Sheet sheet={sheet} view={view} withWords={withWords} />
      )}
    </Page>
  );
}

async function readAll(circleId: string) {
  const db = database();
  const [meetings, contracts, milestones] = await Promise.all([
    db.meetings
      .where('[circleId+start]')
      .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY])
      .toArray(),
    db.contracts
      .where('[circleId+madeAt]')
      .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY])
      .toArray(),
    circleMilestones(db, circleId),
  ]);
  return { meetings, contracts: joinSame(contracts), milestones };
}

/** Of milestones, what each let go: the sheet without words is the one that others may see. */
function ToldOutside({ sheet, view }: { readonly sheet: YearSheet; readonly view: CircleView }) {
  const { told } = tellOutside(sheet.milestones, view.members);
  if (told.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">{t('out_year_milestones')}</h2>
      <ul className="plain-list year-list">
        {told.map((one) => (
          <li key={one.id}>{outsideLine(one)}</li>
        ))}
      </ul>
    </section>
  );
}

function Sheet({
  sheet,
  view,
  withWords,
}: {
  readonly sheet: YearSheet;
  readonly view: CircleView;
  readonly withWords: boolean;
}) {
  const nameOf = (id: string) => view.members.find((member) => member.id === id)?.name ?? '?';
  const names = (ids: readonly string[]) => listFormat().format(ids.map(nameOf));
  const counts = [
    tn('out_year_met', sheet.meetings.length),
    tn('out_year_made', sheet.made),
    tn('out_year_kept', sheet.kept),
  ];
  return (
    <div className="year">
      <p className="year-counts">{counts.join(' · ')}</p>
      {withWords ? null : <ToldOutside sheet={sheet} view={view} />}
      {withWords && sheet.milestones.length > 0 ? (
        <section>
          <h2 className="section-title">{t('out_year_milestones')}</h2>
          <ul className="plain-list year-list">
            {sheet.milestones.map(({ id, on, memberId, title, credit }) => (
              <li key={id}>
                <strong>{nameOf(memberId)}</strong>: {title}{' '}
                <span className="quiet">
                  {[
                    long(on),
                    credit.length > 0 &&
                      t('out_year_thanks', { names: names(credit.map((one) => one.memberId)) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {sheet.meetings.map((meeting) => (
        <section key={meeting.id} className="year-meeting">
          <h2 className="section-title">{long(iso(meeting.start))}</h2>
          <p className="quiet">{names(meeting.present)}</p>
          {withWords ? <Contracts contracts={meeting.contracts} nameOf={nameOf} /> : null}
        </section>
      ))}
      {withWords && sheet.between.length > 0 ? (
        <section className="year-meeting">
          <h2 className="section-title">{t('log_between')}</h2>
          <Contracts contracts={sheet.between} nameOf={nameOf} />
        </section>
      ) : null}
    </div>
  );
}

function Contracts({
  contracts,
  nameOf,
}: {
  readonly contracts: readonly ContractRow[];
  readonly nameOf: (id: string) => string;
}) {
  return (
    <ul className="plain-list year-list">
      {contracts.map(({ id, memberId, text, outcome }) => (
        <li key={id} className="year-contract">
          <span>
            <strong>{nameOf(memberId)}</strong>: {text}
          </span>
          <OutcomePill state={outcome ?? 'open'} />
        </li>
      ))}
    </ul>
  );
}
