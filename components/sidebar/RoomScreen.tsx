import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { useSpace } from '@/components/card/use-space';
import { presentMembers } from '@/lib/circle/member';
import { isSpaceId } from '@/lib/fact/space';
import type { Slot } from '@/lib/meeting/commands';
import { viewMeeting } from '@/lib/meeting/view';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { problemWords } from '@/lib/share/transport/relay-words';
import { goesOnIn } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { loadRoom, type Room } from '@/lib/store/room';
import { Button } from '../ui/Button.tsx';
import type { MenuItem } from '../ui/Menu.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Header, openHome } from './Header.tsx';
import { Meeting } from './Meeting.tsx';
import { NewContract } from './NewContract.tsx';
import { Sharing } from './Sharing.tsx';
import { hereNow, StageProvider } from './stage.ts';
import { useAlive } from './use-alive.ts';
import { useHeight } from './use-height.ts';
import { useNow } from './use-now.ts';
import { useRoomStage } from './use-room-stage.ts';
import { WhoAmI } from './WhoAmI.tsx';

export interface RoomScreenProps {
  readonly circleId: string;
  /** The scheduled meeting the call says is on. */
  readonly meetingId: string | null;
  readonly inPage: boolean;
  readonly onCover: () => void;
  /** To another circle; absent where there is nothing to choose. */
  readonly onLeave: (() => void) | undefined;
}

/** One circle's meeting, from before it to after it. */
export function RoomScreen(props: RoomScreenProps) {
  const { circleId, meetingId } = props;
  const minute = Math.floor(useNow(15_000) / 60_000);
  const found = useLiveQuery(
    async () => {
      const db = database();
      // It may be shared while this stands open.
      const room = await loadRoom(db, await goesOnIn(db, circleId), meetingId, clock.now());
      return { of: circleId, room };
    },
    // A planned meeting comes near by itself: looked at again each minute.
    [circleId, meetingId, minute],
  );
  // For a moment a live query still holds what it found of the circle before.
  if (found?.of !== circleId) return <Skeleton lines={6} />;
  const { room } = found;
  if (room === null && isSpaceId(circleId)) return <Arriving circleId={circleId} onLeave={props.onLeave} />;
  if (room === null) return <Gone onLeave={props.onLeave} />;
  return <OpenRoom key={room.circle.id} room={room} {...props} />;
}

const Gone = ({ onLeave }: Pick<RoomScreenProps, 'onLeave'>) => (
  <main className="stage chooser">
    <h1>{t('sidebar_gone')}</h1>
    <p className="calm-line">{t('sidebar_gone_todo')}</p>
    {onLeave ? <Button onClick={onLeave}>{t('sidebar_other_circle')}</Button> : null}
  </main>
);

/** Let in, and what the circle has written is still on its way; or it was deleted here, and then nothing comes. */
function Arriving({ circleId, onLeave }: Pick<RoomScreenProps, 'circleId' | 'onLeave'>) {
  const standing = useSpace(circleId);
  if (!standing) return <Gone onLeave={onLeave} />;
  return (
    <main className="stage">
      <p role="status">{t('share_join_reading')}</p>
      {standing.problem ? <Notice kind="info" title={problemWords(standing.problem)} /> : null}
      <Skeleton lines={6} />
    </main>
  );
}

function OpenRoom({ room, inPage, onCover, onLeave }: RoomScreenProps & { readonly room: Room }) {
  const now = useNow(15_000);
  const { slot, beyond, onAnother } = useSlot(room, now);
  const row = room.row?.id === slot.meetingId ? room.row : null;
  const stage = useRoomStage(room, slot, row);
  const { acting, record, problem } = stage;
  const standing = useSpace(room.circle.id);
  const ahead = standing?.offsetMs ?? 0;
  // All who share this meeting see the same second.
  useEffect(() => clock.follow(ahead), [ahead]);
  useEffect(() => () => clock.follow(0), []);
  const foot = useRef<HTMLElement>(null);
  useHeight(foot, '--foot');
  const view = row ? viewMeeting(row, now) : { phase: 'before' as const };
  useAlive(acting, record, view.phase === 'running');

  const items: MenuItem[] = [
    {
      label: t('sidebar_open_circle'),
      icon: 'people',
      onSelect: () => openHome(`circles/${room.circle.id}`),
    },
    { label: t('sidebar_open_contracts'), icon: 'note', onSelect: () => openHome('contracts') },
    { label: t('sidebar_open_mine'), icon: 'lock', onSelect: () => openHome('mine') },
    ...(onLeave ? [{ label: t('sidebar_other_circle'), icon: 'circle' as const, onSelect: onLeave }] : []),
  ];
  const away = presentMembers(room.members).filter((member) => row?.presence[member.id]?.presence === 'away');
  const line = [
    t('sidebar_meeting_n', { n: room.number + Number(beyond) }),
    tn('sidebar_here', hereNow(room, row).length),
    ...(away.length > 0
      ? [
          away.length > 3
            ? tn('sidebar_away_count', away.length)
            : tn('sidebar_away', away.length, {
                names: away.map((one) => stage.short.get(one.id)).join(', '),
              }),
        ]
      : []),
  ].join(' · ');
  const speaking =
    view.phase === 'running' && view.running.step.kind === 'contracts' ? view.running.step.member : null;

  const isTimeToPromise = view.phase === 'running' && view.running.step.kind === 'contracts';

  return (
    <StageProvider value={stage}>
      <Header
        title={room.circle.name}
        line={line}
        inPage={inPage}
        items={items}
        sharing={<Sharing circleId={room.circle.id} standing={standing} />}
        onCover={onCover}
      />
      <main className="stage">
        {problem}
        {room.me ? null : <WhoAmI />}
        <Meeting view={view} onAnother={onAnother} />
      </main>
      <footer className="foot" ref={foot}>
        <NewContract turn={speaking} small={!isTimeToPromise} />
      </footer>
    </StageProvider>
  );
}

/** After so long a meeting that nobody prepared would begin in the past. */
const STALE_MS = 3_600_000;

/** The meeting a room is about: the one that runs, is near or was just held, or else one that no calendar knows. */
function useSlot(room: Room, now: number) {
  const [adhoc, setAdhoc] = useState<Slot>(() => freshSlot(room));
  /** The last meeting without a date of which something was written: it is never begun a second time. */
  const [used, setUsed] = useState<string | null>(null);
  /** The meeting after which another one is to be held. */
  const [done, setDone] = useState<string | null>(null);
  const named = room.slot?.meetingId === done ? null : room.slot;
  const isStale = used === adhoc.meetingId || now - adhoc.start > STALE_MS;
  if (named?.meetingId === adhoc.meetingId && used !== adhoc.meetingId) setUsed(adhoc.meetingId);
  if (!named && isStale) setAdhoc(freshSlot(room));
  return {
    slot: named ?? adhoc,
    /** Whether it is the one after the meeting whose summary the room still holds. */
    beyond: room.slot !== null && named === null,
    onAnother: () => {
      setAdhoc(freshSlot(room));
      setDone(room.slot?.meetingId ?? null);
    },
  };
}

const freshSlot = (room: Room): Slot => ({
  circleId: room.circle.id,
  meetingId: newId(),
  originalStart: clock.now(),
  start: clock.now(),
  lengthMin: room.circle.lengthMin,
  adhoc: true,
});
