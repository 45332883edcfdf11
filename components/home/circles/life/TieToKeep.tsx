import { MemberChip } from '@/components/card/MemberChip';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import type { MemberRow } from '@/lib/circle/member';
import { ME } from '@/lib/fact/fact';
import { removeTie, type Tie, type TieRow, tieEntity } from '@/lib/network/tie';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { changeTie } from '@/lib/store/network';
import { newTie } from '../../network/new-tie.ts';
import { TieFields } from '../../network/TieFields.tsx';
import { type CircleView, cardMember } from '../use-circles.ts';

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
  const { record, attempt, problem } = useRecord();
  const { name } = member;
  const keep = useOneAtATime(() => {
    const fresh = newTie({
      name,
      email: member.email,
      // Whoever sits in a circle is an equal there; a guide is a step ahead, or was.
      standing: member.guide ? 'nearPeer' : 'peer',
      metIn: { circleId: view.circle.id, memberId: member.id },
    });
    return record([fresh], t('tie_kept_said', { name }));
  });
  const change = async (one: TieRow, next: Partial<Tie>) =>
    (await attempt(() => changeTie(database(), one.id, next))) !== null;
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
      {tie ? <TieFields key={tie.id} tie={tie} onChange={(next) => change(tie, next)} /> : null}
      {problem}
    </fieldset>
  );
}
