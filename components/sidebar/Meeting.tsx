import { endMeeting } from '@/lib/meeting/course';
import type { MeetingView } from '@/lib/meeting/view';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { Later } from '../ui/Later.tsx';
import { Agenda } from './Agenda.tsx';
import { Agreed } from './Agreed.tsx';
import { Before } from './Before.tsx';
import { Groups } from './Groups.tsx';
import { Guide } from './Guide.tsx';
import { Helps } from './Helps.tsx';
import { Log } from './Log.tsx';
import { NewOnes } from './NewOnes.tsx';
import { Note } from './Note.tsx';
import { People } from './People.tsx';
import { PresentersNow } from './Presenters.tsx';
import { stepPrompt } from './phase-words.ts';
import { Reports } from './Reports.tsx';
import { Running } from './Running.tsx';
import { Summary } from './Summary.tsx';
import { useStage } from './stage.ts';
import { useFirstFocus } from './use-first-focus.ts';

export interface MeetingProps {
  readonly view: MeetingView;
  readonly onAnother: () => void;
}

/** The meeting before, while and after it runs. */
export function Meeting({ view, onAnother }: MeetingProps) {
  const { acting, record, room } = useStage();
  const { row } = acting;
  useFirstFocus(view.phase);
  if (view.phase === 'before' || !row)
    return (
      <>
        <Before />
        <Later>
          <Log title={t('sidebar_open_contracts_title')} />
          <Note />
        </Later>
      </>
    );
  if (view.phase === 'ended')
    return (
      <>
        <Summary row={row} endedAt={view.endedAt} bySilence={view.bySilence} onAnother={onAnother} />
        <Guide />
        <Log title={t('sidebar_contracts')} over />
        <Note />
      </>
    );
  const { run } = row;
  if (!run) return null;
  const { step } = view.running;
  const isChoosing = step.kind === 'roles';
  return (
    <>
      <Running row={row} run={run} />
      <p className="prompt">{stepPrompt(step, run.format)}</p>
      <Helps row={row} run={run} />
      {step.kind === 'write' ? <Note key="note" open /> : null}
      {step.groups ? <Groups groups={step.groups} /> : null}
      {isChoosing ? <PresentersNow run={run} /> : null}
      {step.kind === 'arrive' ? <Agreed items={room.circle.agreement} /> : null}
      {step.kind === 'reports' ? <Reports meetingId={row.id} member={step.member} /> : null}
      {step.kind === 'close' ? <Guide /> : null}
      {step.kind === 'contracts' || step.kind === 'close' ? <NewOnes speaking={step.member} /> : null}
      <Log
        title={t('sidebar_contracts')}
        turn={step.member}
        {...(step.kind === 'reports' ? { only: 'new' as const } : {})}
      />
      <Agenda format={run.format} steps={run.plan} now={step.phase} />
      <People row={row} run={run} />
      {step.kind === 'write' ? null : <Note key="note" />}
      {view.running.next ? (
        <Button
          wide
          onClick={() =>
            void record(endMeeting(acting, clock.now()), t('sidebar_ended', { name: room.circle.name }))
          }
        >
          {t('sidebar_end')}
        </Button>
      ) : null}
    </>
  );
}
