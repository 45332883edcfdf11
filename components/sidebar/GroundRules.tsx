import { useState } from 'react';
import { isOffered, thumbsMissing, wordingOf } from '@/lib/circle/agreement';
import { giveThumb } from '@/lib/circle/edit';
import { type MemberRow, presentMembers } from '@/lib/circle/member';
import { t, tn } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { MemberCheck } from '../card/MemberChip.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { hereNow, useStage } from './stage.ts';

/** `arriving`: people arrive, so the rules are recalled; elsewhere they are shown only while a thumb is missing. */
export function GroundRules({ arriving }: { readonly arriving: boolean }) {
  const { room, acting } = useStage();
  const items = room.circle.agreement;
  const { row } = acting;
  const here = new Set(hereNow(room, row).filter((id) => row?.presence[id]?.presence !== 'left'));
  const members = presentMembers(room.members).filter((member) => here.has(member.id));
  const missing = thumbsMissing(members, items);
  // Once asked, the answers stay in sight, so that a slip can be mended.
  const [asked, setAsked] = useState(false);
  if (missing.length > 0 && !asked) setAsked(true);
  if (items.length === 0 || (!arriving && !asked)) return null;
  return (
    <Section title={t('sidebar_agreed')}>
      <ul className="agreed">
        {items.map((item) => (
          <li key={item}>{isOffered(item) ? t(`agreement_${item}`) : item}</li>
        ))}
      </ul>
      {asked ? <Thumbs members={members} missing={missing} items={items} /> : null}
    </Section>
  );
}

interface ThumbsProps {
  readonly members: readonly MemberRow[];
  readonly missing: readonly MemberRow[];
  readonly items: readonly string[];
}

/** The thumbs-up round: each gives the own, or whoever facilitates ticks what is seen in the call. */
function Thumbs({ members, missing, items }: ThumbsProps) {
  const stage = useStage();
  const { room, acting, me, record } = stage;
  const wording = wordingOf(items);
  const place = useKeptFocus<HTMLDivElement>();
  const thumb = async (some: readonly MemberRow[], agreed: boolean) => {
    const { id } = room.circle;
    const drafts = await Promise.all(
      some.map(async (member) =>
        giveThumb(
          id,
          me,
          member.id,
          { wording, agreed, meetingId: acting.slot.meetingId },
          await factsOfKind(database(), id, member.id, ['member.agreed']),
        ),
      ),
    );
    return record(drafts);
  };
  const names = listFormat().format(missing.map(({ id }) => stage.short.get(id) ?? '?'));
  return (
    <div className="thumbs" ref={place} tabIndex={-1}>
      <p>{t(room.held.length === 0 ? 'rules_ask_first' : 'rules_ask')}</p>
      <fieldset className="plain-fieldset thumbs-all" aria-label={t('rules_thumbs')}>
        {members.map((member) => (
          <Thumb
            key={member.id}
            member={member}
            up={!missing.includes(member)}
            onChange={(up) => thumb([member], up)}
          />
        ))}
      </fieldset>
      <div className="thumbs-state">
        {missing.length < members.length ? (
          <p className="calm-line">
            {missing.length > 0 ? tn('rules_missing', missing.length, { names }) : t('rules_all')}
          </p>
        ) : null}
        {missing.length > 1 ? (
          <Button size="small" onClick={() => void thumb(missing, true)}>
            {t('rules_everyone')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface ThumbProps {
  readonly member: MemberRow;
  readonly up: boolean;
  readonly onChange: (up: boolean) => Promise<unknown>;
}

function Thumb({ member, up, onChange }: ThumbProps) {
  const { cards, short } = useStage();
  const [shown, setShown, forget] = useAtOnce(up);
  return (
    <MemberCheck
      member={{
        ...(cards.get(member.id) ?? { initials: '?', hue: 0 }),
        name: short.get(member.id) ?? member.name,
      }}
      checked={shown}
      isHere
      onChange={(next) => {
        setShown(next);
        void onChange(next).then((done) => done ?? forget());
      }}
    />
  );
}
