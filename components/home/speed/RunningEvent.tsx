import { useRef } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { unlockChime } from '@/lib/platform/chime';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { endSpeed, holdSpeed, moveSpeed, stretchSpeed } from '@/lib/speed/commands';
import type { SpeedEvent } from '@/lib/speed/event';
import type { SpeedHistory } from '@/lib/speed/history';
import { clockTimes, openRound, type SpeedView, shownRound } from '@/lib/speed/view';
import { Ring } from '../../ring/Ring.tsx';
import { TimeBar } from '../../ring/TimeBar.tsx';
import { pressOnce } from '../../sidebar/press-once.ts';
import { useSidebarSettings } from '../../sidebar/use-settings.ts';
import { useLargeScreen } from '../../ui/use-large-screen.ts';
import { useWakeLock } from '../../ui/use-wake-lock.ts';
import { CopyButton } from './CopyButton.tsx';
import { Notes } from './Notes.tsx';
import { People } from './People.tsx';
import { Rooms } from './Rooms.tsx';
import { SpeedAnnouncer } from './SpeedAnnouncer.tsx';
import { eventText, partName, promptsOf, roundText, timeText } from './speed-words.ts';
import { useBells } from './use-bells.ts';
import { useFullScreen } from './use-full-screen.ts';
import './speed-stage.css';

export interface RunningEventProps {
  readonly event: SpeedEvent;
  readonly history: SpeedHistory;
  readonly view: Extract<SpeedView, { phase: 'running' }>;
  /** UTC ms. */
  readonly now: number;
}

/** The event while it runs: the clock, what is to do, who sits where; all that a projector needs in one frame. */
export function RunningEvent({ event, history, view, now }: RunningEventProps) {
  const { muted, setMuted } = useSidebarSettings();
  const stage = useRef<HTMLDivElement>(null);
  const full = useFullScreen(stage);
  const isLarge = useLargeScreen();
  useWakeLock(full.isOn || isLarge);
  const isReady = useBells(event, muted);
  const all = event.rounds.length;
  const { part } = view;
  const label = partName(part.step, all);
  const shown = shownRound(event, now);
  const round = shown === null ? undefined : event.rounds[shown];
  const isNext = shown !== null && shown !== part.step.round;
  const roomsName = t(isNext ? 'speed_rooms_next' : 'speed_rooms_now', { n: (shown ?? 0) + 1 });
  return (
    <>
      <div
        ref={stage}
        className="speed-stage"
        data-full={full.isOn ? '' : undefined}
        data-many={(round?.groups.length ?? 0) > 12 ? '' : undefined}
        onPointerDown={unlockChime}
      >
        <div className="speed-clock">
          <Ring
            seats={[]}
            centre={{
              remainingMs: part.remainingMs,
              totalMs: part.step.ms,
              label,
              over: part.over,
              soon: part.soon,
              paused: view.paused,
            }}
          />
          <TimeBar
            steps={partsOf(event, all)}
            nowId={part.step.round === null ? part.step.id : `round-${part.step.round}`}
            done={doneOf(event, view)}
          />
          <Where view={view} />
          <SpeedControls event={event} view={view} />
          <div className="speed-actions">
            <Button icon={muted ? 'bell-off' : 'bell'} aria-pressed={muted} onClick={() => setMuted(!muted)}>
              {t('speed_mute')}
            </Button>
            {full.isPossible ? (
              <Button onClick={full.toggle}>{t(full.isOn ? 'speed_small' : 'speed_large')}</Button>
            ) : null}
          </div>
          {isReady || muted ? null : <p className="quiet">{t('speed_bell_waits')}</p>}
          <SpeedAnnouncer part={part} label={label} />
        </div>
        <div className="speed-side">
          <ul className="speed-ask" aria-label={t('speed_prompts')}>
            {promptsOf(part.step.kind).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {round ? (
            <Section title={roomsName}>
              <Rooms round={round} people={event.people} label={roomsName} halfMin={event.minutes.half} />
            </Section>
          ) : null}
        </div>
      </div>
      <div className="speed-actions">
        {round && shown !== null ? (
          <CopyButton
            label={t('speed_copy_rooms', { n: shown + 1 })}
            text={() => roundText(event, shown, fromNow(event))}
          />
        ) : null}
        {openRound(event, now) < all ? (
          <CopyButton
            label={t('speed_copy_later')}
            text={() => eventText(event, fromNow(event), openRound(event, clock.now()))}
          />
        ) : null}
      </div>
      <People event={event} history={history} />
      <Notes event={event} now={part.startedAt} />
    </>
  );
}

const fromNow = (event: SpeedEvent) => clockTimes(event, clock.now());

/** The bar has a piece a round. */
function partsOf(event: SpeedEvent, all: number) {
  const steps = event.course?.steps ?? event.steps;
  const pieces = Map.groupBy(steps, ({ id, round }) => (round === null ? id : `round-${round}`));
  return [...pieces].map(([id, held]) => {
    const [first] = held;
    const name =
      first?.round === null || !first
        ? partName(first ?? { kind: 'wrapUp', round: null }, all)
        : t('speed_round', { n: first.round + 1 });
    return { id, name, ms: held.reduce((sum, { ms }) => sum + ms, 0) };
  });
}

/** How much of the piece that is on is over, 0 … 1. */
function doneOf(event: SpeedEvent, { part }: RunningEventProps['view']): number {
  const piece = (event.course?.steps ?? []).filter(({ id, round }) =>
    part.step.round === null ? id === part.step.id : round === part.step.round,
  );
  const before = piece.slice(
    0,
    piece.findIndex(({ id }) => id === part.step.id),
  );
  const total = piece.reduce((sum, { ms }) => sum + ms, 0);
  const passed = before.reduce((sum, { ms }) => sum + ms, 0) + Math.min(part.elapsedMs, part.step.ms);
  return total > 0 ? passed / total : 0;
}

/** On time or not, and when it will be over. */
function Where({ view }: Pick<RunningEventProps, 'view'>) {
  const { behindMin } = view;
  const late =
    behindMin === 0
      ? t('speed_on_time')
      : t(behindMin > 0 ? 'speed_behind' : 'speed_ahead', { n: Math.abs(behindMin) });
  return (
    <p className="speed-where">
      {late} · {t('speed_ends', { time: timeText(view.endsAt) })}
    </p>
  );
}

/** One primary button that says by name what comes next, and the few others one needs. */
function SpeedControls({ event, view }: Pick<RunningEventProps, 'event' | 'view'>) {
  const { record, problem } = useRecord();
  const { next, previous, paused } = view;
  const goOn = () =>
    void record(next ? moveSpeed(event, next.id, clock.now()) : endSpeed(event, clock.now()));
  return (
    <div className="speed-controls">
      <Button variant="primary" wide {...pressOnce(goOn)}>
        {next ? t('speed_next', { name: partName(next, event.rounds.length) }) : t('speed_end')}
      </Button>
      <div className="speed-more">
        <Button
          disabled={!previous}
          onClick={() => previous && void record(moveSpeed(event, previous.id, clock.now()))}
        >
          {t('sidebar_back')}
        </Button>
        <Button onClick={() => void record(stretchSpeed(event, clock.now()))}>
          {t('sidebar_add_minute')}
        </Button>
        <Button
          icon={paused ? 'play' : 'pause'}
          onClick={() => void record(holdSpeed(event, !paused, clock.now()))}
        >
          {t(paused ? 'sidebar_resume' : 'sidebar_pause')}
        </Button>
      </div>
      {problem}
    </div>
  );
}
