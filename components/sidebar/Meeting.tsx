import { isAboutPlan } from '@/lib/meeting/asks-for-plan';
import { endMeeting } from '@/lib/meeting/course';
import type { MeetingView } from '@/lib/meeting/view';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { Later } from '../ui/Later.tsx';
import { useGuard } from '../ui/use-guard.tsx';
import { Agenda } from './Agenda.tsx';
import { AskingNow } from './AskingNow.tsx';
import { Before } from './Before.tsx';
import { CloseQuestion } from './CloseQuestion.tsx';
import { GroundRules } from './GroundRules.tsx';
import { Groups } from './Groups.tsx';
import { Guide } from './Guide.tsx';
import { Helps } from './Helps.tsx';
import { KeepStroke } from './KeepStroke.tsx';
import { Log } from './Log.tsx';
import { MilestonesHere } from './MilestonesHere.tsx';
import { NewOnes } from './NewOnes.tsx';
import { Note } from './Note.tsx';
import { OffNotice } from './OffNotice.tsx';
import { Parking } from './Parking.tsx';
import { People } from './People.tsx';
import { PlanHere } from './PlanHere.tsx';
import { PresentersNow } from './Presenters.tsx';
import { PulseWaits } from './PulseWaits.tsx';
import { RecordingWatch } from './RecordingSigns.tsx';
import { Reports } from './Reports.tsx';
import { Running } from './Running.tsx';
import { StrokesRound } from './StrokesRound.tsx';
import { Summary } from './Summary.tsx';
import { useStage } from './stage.ts';
import { Thread } from './Thread.tsx';
import { hasShares } from './time-back-today.ts';
import { useFirstFocus } from './use-first-focus.ts';

export interface MeetingProps {
  readonly view: MeetingView;
  readonly onAnother: () => void;
}

/**
 * The meeting before, while and after it runs. What one writes in at any time keeps its place by its key, so that nobody
 * else's press takes it from under one's hands.
 */
export function Meeting({ view, onAnother }: MeetingProps) {
  const { acting } = useStage();
  const { row } = acting;
  useFirstFocus(view.phase);
  if (view.phase === 'before' || !row)
    return (
      <>
        <OffNotice />
        <Before />
        <Later key="log">
          <Log title={t('sidebar_open_contracts_title')} />
        </Later>
        <Later key="note">
          <Note />
        </Later>
      </>
    );
  if (view.phase === 'ended')
    return (
      <>
        <Summary row={row} endedAt={view.endedAt} bySilence={view.bySilence} onAnother={onAnother} />
        <CloseQuestion />
        <PulseWaits />
        <Guide />
        <Later key="log" atOnce>
          <Log title={t('sidebar_contracts')} over />
        </Later>
        <Parking />
        <KeepStroke />
        <Later key="note" atOnce>
          <Note />
        </Later>
      </>
    );
  const { run } = row;
  if (!run) return null;
  const { step } = view.running;
  const isChoosing = step.kind === 'roles';
  // A close that has words of its own is about something else, such as milestones.
  const words = run.format.phases.find((phase) => phase.id === step.phase)?.words;
  const isWriting = step.kind === 'write' && !isAboutPlan({ words });
  const note = (
    <Later key="note" atOnce>
      <Note open={isWriting} />
    </Later>
  );
  const isStrokes = step.kind === 'close' && (words === undefined || words === 'strokes');
  return (
    <>
      <Running row={row} run={run} />
      <RecordingWatch />
      <Thread run={run} running={view.running}>
        <Helps row={row} run={run} />
      </Thread>
      {isAboutPlan({ words }) ? <PlanHere open={step.kind === 'write'} now={clock.now()} /> : null}
      {isWriting ? note : null}
      {step.groups ? <Groups groups={step.groups} /> : null}
      {isChoosing && hasShares(run.format) ? <AskingNow row={row} /> : null}
      {isChoosing ? <PresentersNow run={run} /> : null}
      {step.kind === 'arrive' || step.phase === run.plan[0]?.phase ? (
        <GroundRules arriving={step.kind === 'arrive'} />
      ) : null}
      {step.kind === 'reports' ? <Reports meetingId={row.id} member={step.member} /> : null}
      {words === 'milestones' ? <MilestonesHere /> : null}
      {isStrokes ? <StrokesRound row={row} /> : null}
      {step.kind === 'close' ? <Guide /> : null}
      {step.kind === 'contracts' || step.kind === 'close' ? <NewOnes speaking={step.member} /> : null}
      <Later key="log" atOnce>
        <Log
          title={t('sidebar_contracts')}
          turn={step.member}
          {...(step.kind === 'reports' ? { only: 'new' as const } : {})}
        />
      </Later>
      <Agenda format={run.format} steps={run.plan} now={step.phase} />
      <People row={row} run={run} />
      {isWriting ? null : note}
      {view.running.next ? <EndEarly /> : null}
    </>
  );
}

/** Ends the meeting before its last step. */
function EndEarly() {
  const { acting, record, room } = useStage();
  const { guard, refusal } = useGuard('end');
  const end = () =>
    void record(endMeeting(acting, clock.now()), t('sidebar_ended', { name: room.circle.name }));
  return (
    <>
      <Button wide {...guard} onClick={end}>
        {t('sidebar_end')}
      </Button>
      {refusal}
    </>
  );
}
