import { presentMembers } from '@/lib/circle/member';
import { chooseForPhase } from '@/lib/meeting/course';
import type { Phase } from '@/lib/meeting/format';
import type { Run } from '@/lib/meeting/run';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Section } from '../ui/Section.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { hereNow, useStage } from './stage.ts';

export interface PresentersProps {
  readonly phase: Phase;
  readonly here: readonly string[];
  /** Who has a turn in it now. */
  readonly chosen: readonly string[];
  /** Resolves to null when it could not be recorded. */
  readonly onChoose: (members: readonly string[]) => Promise<unknown> | true;
}

/** Whether the circle has to choose who has a turn in a phase. */
export const hasSeats = (phase: Phase, here: number): boolean =>
  phase.perMember && phase.groupsOf === undefined && phase.seats !== undefined && phase.seats < here;

/** Who has one of the few turns of a phase. One more than there are takes the place of the first. */
export function Presenters({ phase, here, chosen, onChoose }: PresentersProps) {
  const { room } = useStage();
  const [now, setNow, forget] = useAtOnce(chosen.join('\n'));
  const members = now.split('\n');
  const seats = phase.seats ?? here.length;
  const toggle = (member: string, isIn: boolean) => {
    const others = members.filter((one) => one !== member);
    const next = isIn ? [...others.slice(Math.max(0, others.length + 1 - seats)), member] : others;
    // Somebody has to: the last one stays.
    if (next.length === 0) return;
    const wanted = here.filter((one) => next.includes(one));
    setNow(wanted.join('\n'));
    void Promise.resolve(onChoose(wanted)).then((done) => done ?? forget());
  };
  return (
    <Section title={t('sidebar_presenters')}>
      <fieldset className="plain-fieldset presenters" aria-label={t('sidebar_presenters')}>
        {presentMembers(room.members)
          .filter((member) => here.includes(member.id))
          .map((member) => (
            <Checkbox
              key={member.id}
              checked={members.includes(member.id)}
              onChange={(isIn) => toggle(member.id, isIn)}
            >
              {member.name}
            </Checkbox>
          ))}
      </fieldset>
      <p className="calm-line">{tn('sidebar_presenters_line', seats)}</p>
    </Section>
  );
}

/** The choice while the meeting runs, before the turns have begun. */
export function PresentersNow({ run }: { readonly run: Run }) {
  const { room, acting, record } = useStage();
  const here = hereNow(room, acting.row).filter(
    (member) => acting.row?.presence[member]?.presence !== 'left',
  );
  const at = run.plan.findIndex((step) => step.id === run.current.step);
  return run.format.phases
    .filter((phase) => hasSeats(phase, here.length))
    .filter((phase) => run.plan.findIndex((step) => step.phase === phase.id) > at)
    .map((phase) => (
      <Presenters
        key={phase.id}
        phase={phase}
        here={here}
        chosen={[
          ...new Set(
            run.plan.flatMap((step) => (step.phase === phase.id && step.member ? [step.member] : [])),
          ),
        ]}
        onChoose={(members) => record(chooseForPhase(acting, phase.id, members, clock.now()))}
      />
    ));
}
