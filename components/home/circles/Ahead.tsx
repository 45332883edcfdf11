import { GuideCard } from '@/components/card/GuideCard';
import { useRecord } from '@/components/card/use-record';
import { presentMembers } from '@/lib/circle/member';
import { selfRunFormat } from '@/lib/meeting/asks-for-plan';
import { formatOf } from '@/lib/meeting/format';
import { dayOf } from './dates.ts';
import { RolesToCome } from './RolesToCome.tsx';
import type { CircleView } from './use-circles.ts';
import { useComing } from './use-coming.ts';

/** What is ahead of a circle: who has which role, and whoever guides it with what is still to be handed over. */
export function Ahead({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle, me } = view;
  const coming = useComing(circle.id, now);
  const { record, problem } = useRecord();
  if (!coming) return null;
  // After a cohort's year the hand-over says goodbye to its guide.
  const isOver = selfRunFormat(formatOf(circle.formatId, circle.formats), coming.count) !== null;
  const [next, after] = coming.ahead;
  const day = (one: typeof next) => (one ? dayOf(one.one.start).toString() : null);
  const when = {
    number: coming.count + 1,
    on: day(next) ?? dayOf(now).toString(),
    next: day(after),
    isLastOfRow: false,
  };
  return (
    <>
      <RolesToCome view={view} coming={coming} now={now} />
      {presentMembers(view.members).map((member) =>
        member.guide && !isOver ? (
          <GuideCard
            key={member.id}
            circleId={circle.id}
            by={me?.id ?? null}
            guide={member}
            when={when}
            isOn={false}
            agreement={circle.agreement}
            held={coming.held}
            record={record}
          />
        ) : null,
      )}
      {problem}
    </>
  );
}
