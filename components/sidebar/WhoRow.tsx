import type { MemberRow } from '@/lib/circle/member';
import type { TimeBack } from '@/lib/meeting/balance';
import { giveTurn, setPresence, swapPlaces } from '@/lib/meeting/commands';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { MemberCheck } from '../card/MemberChip.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { GivenTurn, givenSaid } from './GivenTurn.tsx';
import { MinutesField } from './MinutesField.tsx';
import { minutesText } from './phase-words.ts';
import { nameOf, useStage } from './stage.ts';
import { useTurnMoves } from './use-turn-moves.tsx';

const BACK_KEYS = {
  last: 'sidebar_back_last',
  gave: 'sidebar_back_gave',
  earlier: 'sidebar_back_earlier',
} as const satisfies Record<TimeBack['why'], string>;

export interface WhoRowProps {
  readonly member: MemberRow;
  /** Members who are here, this one among them or not. */
  readonly here: readonly string[];
  /** Whether there are turns of work that asking for time changes, and that can be given away or swapped. */
  readonly canMove: boolean;
  /** Time that comes back to this member. */
  readonly back: TimeBack | undefined;
}

/** One member before the meeting: here or not, the minutes asked for, and what becomes of the turn. */
export function WhoRow({ member, here: all, canMove, back }: WhoRowProps) {
  const stage = useStage();
  const { acting, record, cards } = stage;
  const { row } = acting;
  const { id, name } = member;
  const [here, setHere, forgetHere] = useAtOnce(row?.presence[id]?.presence !== 'away');
  const gaveTo = row?.gave[id];
  const others = here && canMove ? all.filter((one) => one !== id) : [];

  const tick = async (checked: boolean) => {
    setHere(checked);
    const done = await record(setPresence(acting, id, checked ? 'here' : 'away', clock.now()));
    if (!done) forgetHere();
  };
  const moves = useTurnMoves({
    name,
    receivers: gaveTo === undefined ? others.filter((one) => row?.gave[one] === undefined) : [],
    swappers: others,
    onGive: (to) => void record(giveTurn(acting, id, to), givenSaid(name, to, nameOf(stage, to))),
    onSwap: (other) =>
      void record(
        swapPlaces(acting, id, other),
        t('sidebar_turn_swapped_said', { name, other: nameOf(stage, other) }),
      ),
  });

  return (
    <div className="who" tabIndex={-1}>
      <div className="who-row">
        <MemberCheck
          member={cards.get(id) ?? { name, initials: '?', hue: 0 }}
          checked={here}
          onChange={(checked) => void tick(checked)}
        />
        {here ? (
          <span className="who-acts">
            {gaveTo === undefined && canMove ? <MinutesField member={id} /> : null}
            {moves.menu}
          </span>
        ) : null}
      </div>
      {moves.panel}
      {here && gaveTo !== undefined ? (
        <GivenTurn
          name={name}
          to={gaveTo}
          onBack={() => void record(giveTurn(acting, id, null), t('sidebar_turn_taken_said', { name }))}
        />
      ) : null}
      {here && gaveTo === undefined && back ? (
        <p className="turn-note">{t(BACK_KEYS[back.why], { minutes: minutesText(back.ms) })}</p>
      ) : null}
    </div>
  );
}
