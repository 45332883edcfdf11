import { memo } from 'react';
import { addTime, endMeeting, moveTo, pause, resume } from '@/lib/meeting/course';
import { maySteer } from '@/lib/meeting/steering';
import type { RunningView } from '@/lib/meeting/view';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { useGuard } from '../ui/use-guard.tsx';
import { nextLabel } from './phase-words.ts';
import { pressOnce } from './press-once.ts';
import { useStage } from './stage.ts';
import { AlsoSteers, TakeOver } from './TakeOver.tsx';
import { FIRST_FOCUS } from './use-first-focus.ts';

export interface ControlsProps {
  readonly running: RunningView;
  /** Without the way back, where there is little room. */
  readonly short?: boolean;
  /** Called when this window ends the meeting. */
  readonly onEnd?: () => void;
}

/** A tick changes nothing of it. */
const sameButtons = (a: ControlsProps, b: ControlsProps): boolean =>
  a.running.step === b.running.step &&
  a.running.next === b.running.next &&
  a.running.previous === b.running.previous &&
  a.running.paused === b.running.paused &&
  a.short === b.short &&
  a.onEnd === b.onEnd;

/** One primary button that says by name what comes next, and the few others one needs. */
export const Controls = memo(function Controls({ running, short: isShort = false, onEnd }: ControlsProps) {
  const { acting, me, record, room, short } = useStage();
  const { next, previous, paused } = running;
  const { guard, refusal } = useGuard(next ? null : 'end');
  const format = acting.row?.run?.format;
  const nameOfNext = () => {
    if (!next || !format) return '';
    const person = next.member ? (short.get(next.member) ?? '?') : null;
    return nextLabel(next, running.step, format, person);
  };
  const goOn = () => {
    if (!next) {
      onEnd?.();
      return void record(endMeeting(acting, clock.now()), t('sidebar_ended', { name: room.circle.name }));
    }
    void record(moveTo(acting, next.id, clock.now()));
    // What the new step asks for stands at the top.
    window.scrollTo({ top: 0 });
  };
  if (!maySteer(acting.slot.circleId, acting.row, me)) return <TakeOver />;
  return (
    <div className="controls">
      <Button variant="primary" wide {...guard} {...pressOnce(goOn)} {...FIRST_FOCUS}>
        {next ? t('sidebar_next', { name: nameOfNext() }) : t('sidebar_end')}
      </Button>
      {refusal}
      <div className="controls-more">
        {isShort ? null : (
          <Button
            disabled={!previous}
            onClick={() => previous && void record(moveTo(acting, previous.id, clock.now()))}
          >
            {t('sidebar_back')}
          </Button>
        )}
        <Button onClick={() => void record(addTime(acting, clock.now()))}>{t('sidebar_add_minute')}</Button>
        <Button
          icon={paused ? 'play' : 'pause'}
          onClick={() => void record(paused ? resume(acting, clock.now()) : pause(acting, clock.now()))}
        >
          {t(paused ? 'sidebar_resume' : 'sidebar_pause')}
        </Button>
      </div>
      <AlsoSteers />
    </div>
  );
}, sameButtons);
