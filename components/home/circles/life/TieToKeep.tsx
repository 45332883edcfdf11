import { useState } from 'react';
import { MemberChip } from '@/components/card/MemberChip';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Select } from '@/components/ui/Select';
import type { MemberRow } from '@/lib/circle/member';
import { ME } from '@/lib/fact/fact';
import {
  CLOSENESS,
  type Closeness,
  SUPPORTS,
  type Support,
  TIE_CATEGORIES,
  type TieCategory,
} from '@/lib/network/facts';
import { removeTie, type Tie, type TieRow, tieEntity, writeTie } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { type CircleView, cardMember } from '../use-circles.ts';

const SUPPORT_KEYS = {
  job: 'tie_support_job',
  career: 'tie_support_career',
  personal: 'tie_support_personal',
} as const satisfies Record<Support, string>;

const CLOSE_KEYS = {
  close: 'tie_close',
  friendly: 'tie_friendly',
  distant: 'tie_distant',
} as const satisfies Record<Closeness, string>;

const CATEGORY_KEYS = {
  colleaguesNow: 'tie_colleaguesNow',
  colleaguesBefore: 'tie_colleaguesBefore',
  training: 'tie_training',
  conferences: 'tie_conferences',
  family: 'tie_family',
  community: 'tie_community',
  mentorsBefore: 'tie_mentorsBefore',
  chair: 'tie_chair',
} as const satisfies Record<TieCategory, string>;

/** A member as a tie of mine: kept with one press, described in a few choices that are stored at once. */
export function TieToKeep({
  view,
  member,
  tie,
}: {
  readonly view: CircleView;
  readonly member: MemberRow;
  readonly tie: TieRow | null;
}) {
  const { record, problem } = useRecord();
  const { name } = member;
  const write = (next: Tie, said?: string) =>
    record([writeTie(tie?.id ?? newId(), next, tie, clock.now())], said);
  const keep = () =>
    write(
      {
        name,
        email: member.email,
        support: [],
        closeness: null,
        category: null,
        // Whoever sits in a circle is an equal there; a guide is a step ahead, or was.
        standing: member.guide ? 'nearPeer' : 'peer',
        metIn: { circleId: view.circle.id, memberId: member.id },
      },
      t('tie_kept_said', { name }),
    );
  const remove = async (one: TieRow) => {
    const facts = await factsOfKind(database(), ME, tieEntity(one.id), ['tie.written']);
    await record([removeTie(one.id, facts)], t('tie_removed_said', { name }));
  };
  return (
    <fieldset className="tie" aria-label={t('tie_with', { name })}>
      <div className="tie-head">
        <MemberChip member={cardMember(view, member)} />
        {tie ? (
          <>
            <span className="tie-kept">{t('tie_kept')}</span>
            <Button
              size="small"
              variant="plain"
              aria-label={t('tie_remove_named', { name })}
              onClick={() => void remove(tie)}
            >
              {t('tie_remove')}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            icon="plus"
            aria-label={t('tie_keep_named', { name })}
            onClick={() => void keep()}
          >
            {t('tie_keep')}
          </Button>
        )}
      </div>
      {tie ? (
        <TieFields key={tie.id} tie={tie} onChange={(change) => void write({ ...tie, ...change })} />
      ) : null}
      {problem}
    </fieldset>
  );
}

function TieFields({
  tie,
  onChange,
}: {
  readonly tie: TieRow;
  readonly onChange: (change: Partial<Tie>) => void;
}) {
  // Each choice shows at once, and two in quick succession are both kept.
  const [{ support, closeness, category }, setChosen] =
    useState<Pick<Tie, 'support' | 'closeness' | 'category'>>(tie);
  const { name } = tie;
  const choose = (change: Partial<Tie>) => {
    const next = { support, closeness, category, ...change };
    setChosen(next);
    onChange(next);
  };
  return (
    <div className="tie-fields">
      <fieldset className="plain-fieldset tie-support" aria-label={t('tie_support_with', { name })}>
        <span aria-hidden="true">{t('tie_support')}</span>
        {SUPPORTS.map((one) => (
          <Checkbox
            key={one}
            checked={support.includes(one)}
            onChange={(on) =>
              choose({ support: on ? [...support, one] : support.filter((other) => other !== one) })
            }
          >
            {t(SUPPORT_KEYS[one])}
          </Checkbox>
        ))}
      </fieldset>
      <div className="tie-selects">
        <Select<Closeness | ''>
          label={t('tie_closeness')}
          value={closeness ?? ''}
          options={[
            { value: '', label: t('tie_unsaid') },
            ...CLOSENESS.map((value) => ({ value, label: t(CLOSE_KEYS[value]) })),
          ]}
          onChange={(next) => choose({ closeness: next === '' ? null : next })}
        />
        <Select<TieCategory | ''>
          label={t('tie_category')}
          value={category ?? ''}
          options={[
            { value: '', label: t('tie_unsaid') },
            ...TIE_CATEGORIES.map((value) => ({ value, label: t(CATEGORY_KEYS[value]) })),
          ]}
          onChange={(next) => choose({ category: next === '' ? null : next })}
        />
      </div>
    </div>
  );
}
