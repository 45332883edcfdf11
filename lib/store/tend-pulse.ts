import { liveQuery } from 'dexie';
import type { SpaceId } from '../fact/space.ts';
import { clock } from '../platform/clock.ts';
import { type Due, dueNext } from '../pulse/due.ts';
import type { Settled } from '../pulse/round.ts';
import { giveShares, type RoundActing, settleRound, tellSum } from '../pulse/round-commands.ts';
import { deviceView } from '../pulse/rounds.ts';
import { pointsOf } from '../pulse/safety.ts';
import { addUp, split } from '../pulse/shares.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { currentKeys, signPending } from './device-keys.ts';
import { listAnswers, loadRounds } from './pulse.ts';

/**
 * Does what this device has to do in the rounds of a shared circle: settles who is in a round it opened, gives the others
 * their numbers, tells its sum. One page at a time does, so that nothing is given twice.
 * @param now ms since 1970, by this computer's own clock: the circle's is told by one of its members.
 * @returns how many steps were done.
 */
export async function tendPulse(db: Database, space: SpaceId, now: () => number = db.now): Promise<number> {
  return navigator.locks.request(`circlekeeper.pulse.${db.name}.${space}`, async () => {
    let done = 0;
    while (await step(db, space, now())) done += 1;
    return done;
  });
}

async function step(db: Database, space: SpaceId, now: number): Promise<boolean> {
  const [known, keys, self] = await Promise.all([
    loadRounds(db, space),
    currentKeys(db, space),
    db.selves.get(space),
  ]);
  if (!known || known.facts.length === 0 || !keys || !self) return false;
  const answers = (await listAnswers(db, space)).filter((one) => one.circleId === space);
  const due = dueNext(
    known.rounds,
    deviceView(known.rights, known.facts, known.spent, {
      member: self.memberId,
      device: keys.author,
      answered: new Set(answers.flatMap((one) => one.round ?? [])),
      now,
    }),
  );
  if (!due) return false;
  const acting: RoundActing = { circleId: space, id: due.round.id, by: self.memberId };
  const items = answers.find((one) => one.round === due.round.id)?.items;
  switch (due.kind) {
    case 'settle':
      await append(db, [settleRound(acting, due.respondents, now)]);
      break;
    case 'share': {
      const shares = items && (await sealed(acting, due.settled, keys.author, pointsOf(items)));
      if (!shares) return false;
      await append(db, [giveShares(acting, due.settled, shares, now)]);
      break;
    }
    case 'sum': {
      const sum = await opened(acting, due, keys);
      if (sum === null) return false;
      await append(db, [tellSum(acting, due.settled, sum, now)]);
      break;
    }
    default:
      return due satisfies never;
  }
  await signPending(db, space);
  return true;
}

/** For whom from whom, and in which round: a number that somebody copies into their own name opens nowhere. */
const labelOf = ({ circleId, id }: RoundActing, settled: Settled, from: string): string =>
  `circlekeeper pulse share 1\n${circleId}\n${id}\n${settled.hash}\n${from}`;

/** Cuts my points into random numbers, one for each device, sealed for it; one is for myself. Null: a key is none. */
async function sealed(
  acting: RoundActing,
  settled: Settled,
  from: string,
  points: number,
): Promise<Record<string, string> | null> {
  const { sealTo } = await import('../share/seal/to-device.ts');
  const random = crypto.getRandomValues(new Uint32Array(settled.respondents.length - 1));
  const numbers = split(points, random);
  try {
    const pairs = settled.respondents.map(async ({ device }, i): Promise<[string, string]> => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, numbers[i] ?? 0);
      const to = { author: device, box: settled.boxes.get(device) ?? '' };
      return [device, await sealTo(to, labelOf(acting, settled, from), bytes)];
    });
    return Object.fromEntries(await Promise.all(pairs));
  } catch {
    return null;
  }
}

/** The sum of the numbers this device was given; null where one of them is none: then nothing is told. */
async function opened(
  acting: RoundActing,
  { settled }: Extract<Due, { kind: 'sum' }>,
  keys: NonNullable<Awaited<ReturnType<typeof currentKeys>>>,
): Promise<number | null> {
  const { openTo } = await import('../share/seal/to-device.ts');
  const numbers: number[] = [];
  for (const [from, { shares }] of settled.shares) {
    const mine = Object.hasOwn(shares, keys.author) ? shares[keys.author] : undefined;
    const bytes = mine === undefined ? null : await openTo(keys, labelOf(acting, settled, from), mine);
    if (bytes?.length !== 4) return null;
    numbers.push(new DataView(bytes.buffer).getUint32(0));
  }
  return addUp(numbers);
}

/** A round's time to answer ends without any fact that would tell of it. */
const LOOK_MS = 60_000;

/** Tends the rounds of a shared circle while a page is open. @returns the function that ends it. */
export function keepPulse(db: Database, space: SpaceId): () => void {
  const tend = () => void tendPulse(db, space, () => clock.own()).catch(() => undefined);
  const facts = liveQuery(() => loadRounds(db, space)).subscribe(tend);
  const timer = setInterval(tend, LOOK_MS);
  return () => {
    facts.unsubscribe();
    clearInterval(timer);
  };
}
