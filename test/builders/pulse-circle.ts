import { foldRights, type RightsRow, rightNow } from '../../lib/circle/rights.ts';
import type { Draft, Fact } from '../../lib/fact/fact.ts';
import { type Due, dueNext } from '../../lib/pulse/due.ts';
import type { Round } from '../../lib/pulse/round.ts';
import { roundId } from '../../lib/pulse/round.ts';
import {
  giveShares,
  joinRound,
  openRound,
  type RoundActing,
  settleRound,
  tellSum,
} from '../../lib/pulse/round-commands.ts';
import { deviceView, foldRounds } from '../../lib/pulse/rounds.ts';
import { addUp, split } from '../../lib/pulse/shares.ts';
import { keyOf, space } from './space.ts';

export const DAY = 86_400_000;

/** How a round goes wrong on purpose, for tests that have to see an attack succeed. */
export interface Weakness {
  /** Devices give and tell whatever the rule about earlier rounds says. */
  noGuard?: boolean;
  /** What has come in of a round that is over counts for nothing. */
  forgetful?: boolean;
}

/**
 * A shared circle whose members take part in pulses, each by the product's own rules (`dueNext`), over one log. Shares are
 * not sealed but kept aside (`given`), so that a test can hand an attacker those they could open.
 */
export function pulseCircle(names: readonly string[], random: () => number, weakness: Weakness = {}) {
  const [founder = 'a', ...others] = names;
  const circle = space({ device: `${founder}-1`, member: founder });
  const steward = () => rightNow(rights(), founder) ?? '';
  const rights = (): RightsRow => {
    const row = foldRights(circle.id, circle.facts);
    if (!row) throw new Error('no rights');
    return row;
  };
  const join = (name: string) => circle.add(`${founder}-1`, founder, `${name}-1`, name, steward());
  for (const name of others) join(name);
  let now = Date.UTC(2026, 0, 1);
  let nonce = 0;
  /** `${settled}\n${from}\n${to}` → the number. */
  const given = new Map<string, number>();
  /** `${round}\n${member}` → points. */
  const points = new Map<string, number>();
  const say = (name: string, one: Draft): Fact =>
    circle.write(`${name}-1`, name, one.kind, one.body, { entity: one.entity, now });
  const facts = () => circle.facts.filter((fact) => fact.kind.startsWith('pulse.'));
  const acting = (id: string, by: string): RoundActing => ({ circleId: circle.id, id, by });
  const rounds = (): readonly Round[] => foldRounds(rights(), facts()).rounds;

  function due(name: string): Due | null {
    const row = rights();
    const { rounds: all, spent } = foldRounds(row, facts());
    const counted = weakness.forgetful
      ? spent.filter((one) => {
          const round = all.find(({ id }) => id === one.round);
          return round?.settled.some((set) => set.sums.size === set.respondents.length);
        })
      : spent;
    const answered = new Set(all.flatMap(({ id }) => (points.has(`${id}\n${name}`) ? [id] : [])));
    const device = keyOf(`${name}-1`);
    const me = { member: name, device, answered, now };
    return dueNext(all, deviceView(row, facts(), weakness.noGuard ? [] : counted, me));
  }

  function act(name: string, todo: Due): void {
    const where = acting(todo.round.id, name);
    const device = keyOf(`${name}-1`);
    switch (todo.kind) {
      case 'settle':
        say(name, settleRound(where, todo.respondents, now));
        return;
      case 'share': {
        const { hash, respondents } = todo.settled;
        const drawn = new Uint32Array(respondents.length - 1).map(() => Math.floor(random() * 2 ** 32));
        const numbers = split(points.get(`${todo.round.id}\n${name}`) ?? 0, drawn);
        const shares = respondents.map((one, i): [string, string] => {
          given.set(`${hash}\n${device}\n${one.device}`, numbers[i] ?? 0);
          return [one.device, 'sealed'];
        });
        say(name, giveShares(where, todo.settled, Object.fromEntries(shares), now));
        return;
      }
      case 'sum': {
        const { hash, respondents } = todo.settled;
        const numbers = respondents.map((one) => given.get(`${hash}\n${one.device}\n${device}`) ?? 0);
        say(name, tellSum(where, todo.settled, addUp(numbers), now));
        return;
      }
      default:
        todo satisfies never;
    }
  }

  return {
    circle,
    facts,
    rounds,
    rights,
    given,
    points,
    due,
    say,
    acting,
    now: () => now,
    pass: (days: number) => {
      now += days * DAY;
    },
    letIn: join,
    leave: (name: string) =>
      circle.leave(
        `${founder}-1`,
        founder,
        name,
        { [keyOf(`${name}-1`)]: circle.seq(`${name}-1`) },
        steward(),
      ),
    open(name: string, days = 7): string {
      nonce += 1;
      const id = roundId(keyOf(`${name}-1`), `n${nonce}`);
      say(name, openRound(acting(id, name), now, now + days * DAY));
      return id;
    },
    answer(name: string, id: string, value: number): void {
      points.set(`${id}\n${name}`, value);
      say(name, joinRound(acting(id, name), keyOf('box'), now));
    },
    /** Lets these members' devices do all they have to, in turns; of at most `most` steps. */
    tend(online: readonly string[], most = Number.POSITIVE_INFINITY): number {
      let steps = 0;
      for (let more = true; more && steps < most; ) {
        more = false;
        for (const name of online) {
          const todo = steps < most ? due(name) : null;
          if (!todo) continue;
          act(name, todo);
          steps += 1;
          more = true;
        }
      }
      return steps;
    },
  };
}

export type PulseCircle = ReturnType<typeof pulseCircle>;
