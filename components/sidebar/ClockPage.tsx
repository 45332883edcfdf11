import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import { useSpace } from '@/components/card/use-space';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { Run } from '@/lib/meeting/run';
import { runsOutAt, viewMeeting } from '@/lib/meeting/view';
import { clock } from '@/lib/platform/clock';
import type { ClockPlace } from '@/lib/platform/clock-window';
import { t } from '@/lib/platform/i18n';
import { goesOnIn } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { loadRoom, type Room } from '@/lib/store/room';
import { clockText } from '../ring/clock-text.ts';
import { Ring } from '../ring/Ring.tsx';
import { centreWords } from '../ring/ring-words.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ToastProvider } from '../ui/ToastProvider.tsx';
import { atAGlance } from './at-a-glance.ts';
import { Controls } from './Controls.tsx';
import { Cover } from './Cover.tsx';
import { StageProvider } from './stage.ts';
import { useAlive } from './use-alive.ts';
import { useCover } from './use-cover.ts';
import { useDead } from './use-dead.ts';
import { useNow } from './use-now.ts';
import { closeOwnWindow, useOnlyClock } from './use-only-clock.ts';
import { useRoomStage } from './use-room-stage.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import './sidebar.css';
import './clock-page.css';

/** How long the last word stays after this window itself ended the meeting, ms: as long as Undo is offered. */
const LAST_WORD_MS = 10_000;

/** The clock of a running meeting in a window of its own. It follows the meeting, and closes with it. */
export function ClockPage({ place }: { readonly place: ClockPlace }) {
  return (
    <ToastProvider>
      <ClockRoom {...place} />
    </ToastProvider>
  );
}

function ClockRoom(place: ClockPlace) {
  const { circleId } = place;
  const only = useOnlyClock(place);
  const dead = useDead();
  const { covered, lift } = useCover('sidebar');
  const minute = Math.floor(useNow(15_000) / 60_000);
  const room = useLiveQuery(
    async () => loadRoom(database(), await goesOnIn(database(), circleId), null, clock.now()),
    [circleId, minute],
  );
  const row = room?.row;
  const isRunning = !!row && viewMeeting(row, clock.now()).phase === 'running';
  const isOver = room !== undefined && !isRunning;
  const endedHere = useRef(false);
  useEffect(() => {
    if (dead) void closeOwnWindow();
    if (!isOver) return;
    // Where the meeting was ended from here, its Undo is here too.
    const timer = setTimeout(() => void closeOwnWindow(), endedHere.current ? LAST_WORD_MS : 0);
    return () => clearTimeout(timer);
  }, [dead, isOver]);
  if (room === undefined || dead) return null;
  if (only.holds)
    return (
      <main className="clock-page clock-word">
        <Title />
        <p>{t('clock_holds')}</p>
      </main>
    );
  if (!room?.slot || !row?.run || !isRunning)
    return (
      <main className="clock-page clock-word">
        <Title />
        <p>{t('clock_over')}</p>
      </main>
    );
  return (
    <>
      {covered ? <Cover onLift={lift} /> : null}
      <Clock
        room={room}
        slot={room.slot}
        row={row}
        run={row.run}
        raise={only.raise}
        onEnd={() => {
          endedHere.current = true;
        }}
      />
    </>
  );
}

interface ClockProps {
  readonly room: Room;
  readonly slot: NonNullable<Room['slot']>;
  readonly row: MeetingRow;
  readonly run: Run;
  readonly raise: (() => void) | null;
  readonly onEnd: () => void;
}

function Clock({ room, slot, row, run, raise, onEnd }: ClockProps) {
  const stage = useRoomStage(room, slot, row);
  useAlive(stage.acting, stage.record, true);
  const ahead = useSpace(room.circle.id)?.offsetMs ?? 0;
  // As in the sidebar: all who share this meeting see the same second.
  useEffect(() => clock.follow(ahead), [ahead]);
  const view = viewMeeting(row, useNow(1000, runsOutAt(run) ?? 0));
  if (view.phase !== 'running') return null;
  const { running } = view;
  const { centre, seats } = atAGlance(stage, row, run, running);
  return (
    <StageProvider value={stage}>
      <main className="clock-page">
        <Title />
        {stage.problem}
        <div className="clock-ring">
          <Ring seats={seats} centre={centre} />
        </div>
        <div className="clock-foot">
          {/* The timer has it as its name; here it can be read however small the ring is. */}
          <p
            className="clock-words"
            aria-hidden="true"
            data-time={running.over ? 'over' : running.soon ? 'soon' : undefined}
          >
            <strong>
              <b className="clock-figures">{clockText(running.remainingMs, 'left')}</b> {centre.label}
            </strong>
            <span>{centreWords(centre)}</span>
          </p>
          <Controls running={running} short onEnd={onEnd} />
        </div>
        {raise ? (
          <IconButton
            className="clock-raise"
            size="small"
            label={t('clock_raise')}
            icon="float"
            onClick={raise}
          />
        ) : null}
      </main>
    </StageProvider>
  );
}

/** So little room is there that the clock is its own title; whoever cannot see it is told. */
const Title = () => <h1 className="visually-hidden">{t('clock_title')}</h1>;
