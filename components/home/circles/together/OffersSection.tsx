import { useState } from 'react';
import { MemberChip } from '@/components/card/MemberChip';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Section } from '@/components/ui/Section';
import { useSomeOf } from '@/components/ui/use-some-of';
import { findMatches, type Match } from '@/lib/circle/find-matches';
import { presentMembers } from '@/lib/circle/member';
import type { TogetherRow } from '@/lib/circle/together';
import { t } from '@/lib/platform/i18n';
import { type CircleView, cardMember } from '../use-circles.ts';
import { AddItem } from './AddItem.tsx';
import { Item } from './Item.tsx';

/** More hints than these nobody follows. */
const HINTS = 3;
/** Of one member and side at once: what somebody gathered in years is asked for. */
const AT_ONCE = 4;

/** What each member offers and looks for; and where the two meet, said to whom it concerns. */
export function OffersSection({
  view,
  rows,
}: {
  readonly view: CircleView;
  readonly rows: readonly TogetherRow[];
}) {
  const { members, me } = view;
  const [adding, setAdding] = useState(false);
  const present = presentMembers(members);
  const here = new Set(present.map(({ id }) => id));
  const shown = rows.filter((row) => row.memberId !== null && here.has(row.memberId));
  const matches = me ? findMatches(shown, me.id).slice(0, HINTS) : [];
  const nameOf = (id: string | null) => members.find((one) => one.id === id)?.name ?? '?';
  return (
    <Section
      title={t('together_offers')}
      aside={
        <Button
          variant="plain"
          size="small"
          icon="plus"
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('together_offers_add')}
        </Button>
      }
    >
      {shown.length === 0 && !adding ? <p className="quiet">{t('together_offers_none')}</p> : null}
      {matches.length > 0 ? (
        <ul className="plain-list together-matches" aria-label={t('together_matches')}>
          {matches.map((match) => (
            <li key={`${match.seek.id} ${match.offer.id}`}>
              <Icon name="link" />
              <span>{matchWords(match, me?.id ?? '', nameOf)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="plain-list together-people">
        {present.map((member) => {
          const own = shown.filter((row) => row.memberId === member.id);
          if (own.length === 0) return null;
          return (
            <li key={member.id}>
              <MemberChip member={cardMember(view, member)} isMe={member.id === me?.id} />
              <dl className="together-sides">
                <Side title={t('together_offer')} rows={own} part="offer" by={me?.id ?? null} />
                <Side title={t('together_seek')} rows={own} part="seek" by={me?.id ?? null} />
              </dl>
            </li>
          );
        })}
      </ul>
      {adding ? (
        <AddItem
          view={view}
          asksWhose
          parts={[
            { value: 'offer', label: t('together_offer_i') },
            { value: 'seek', label: t('together_seek_i') },
          ]}
          label={t('together_offers_words')}
          hint={t('together_offers_hint')}
          onDone={() => setAdding(false)}
        />
      ) : null}
    </Section>
  );
}

function Side({
  title,
  rows,
  part,
  by,
}: {
  readonly title: string;
  readonly rows: readonly TogetherRow[];
  readonly part: 'offer' | 'seek';
  readonly by: string | null;
}) {
  const own = rows.filter((row) => row.part === part);
  const { shown, more } = useSomeOf(own, AT_ONCE);
  if (own.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      {shown.map((row) => (
        <dd key={row.id}>
          <div>
            <Item row={row} by={by} />
          </div>
        </dd>
      ))}
      {more ? <dd>{more}</dd> : null}
    </div>
  );
}

function matchWords({ seek, offer }: Match, me: string, nameOf: (id: string | null) => string): string {
  const words = { seek: seek.text, offer: offer.text };
  return offer.memberId === me
    ? t('together_match_offer', { ...words, name: nameOf(seek.memberId) })
    : t('together_match_seek', { ...words, name: nameOf(offer.memberId) });
}
