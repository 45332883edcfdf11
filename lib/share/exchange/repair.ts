import type { AuthorId } from '../../fact/fact.ts';
import type { AuthorState } from '../share-store.ts';
import { answered } from './answers.ts';
import { isSame, type Lack, stateHash } from './author-sums.ts';
import type { Soon } from './limits.ts';
import type { Body } from './message.ts';
import {
  type Claim,
  MOST_DEVICES,
  NEVER,
  RETRY_MS,
  type Repair,
  type RepairEffect,
  type Step,
  without,
} from './repair-state.ts';

const LATELY_MS = 3_000;
const MOST_RETRY_MS = 5 * 60_000;
/** After a part of it came. */
const REST_MS = 400;
/** Askings in vain after which it is told. */
const IN_VAIN = 4;
/** The plain way, by numbers, is tried so often before the thorough one. */
const PLAIN_TRIES = 2;
/** Not the same state twice within it. */
const SAID_MS = 3_000;
/** Who finds a hole in what is held here: nobody's claim but our own. */
const OURSELVES = '';

/** What is held here has changed (or is known for the first time). */
export function nowHeld(repair: Repair, states: readonly AuthorState[], now: number): Repair {
  const held = new Map(states.filter(({ count }) => count > 0).map((state) => [state.author, state]));
  const hash = stateHash(held.values());
  let claims = repair.claims;
  const pauses = new Map(repair.pauses);
  for (const state of held.values()) {
    const before = repair.held.get(state.author);
    if (before && isSame(before, state)) continue;
    // What was asked for has begun to come: the rest is asked for soon.
    const isComing = (pauses.get(state.author) ?? 0) > now;
    if (isComing) pauses.set(state.author, now + REST_MS);
    claims = withClaims(claims, state.author, (all) => {
      const next = new Map<AuthorId, Claim>();
      for (const [device, claim] of all) {
        if (device === OURSELVES) continue;
        const coming = isComing && claim.tries > 0 && claim.at !== NEVER;
        const settled = isSame(claim.theirs, state);
        next.set(
          device,
          settled ? { ...claim, at: NEVER } : coming ? { ...claim, at: now + REST_MS, tries: 0 } : claim,
        );
      }
      const hole = all.get(OURSELVES);
      // A number is missing between others: packets overtake each other, so it is waited for a moment.
      if (state.count < state.last)
        next.set(OURSELVES, { theirs: state, at: hole ? hole.at : now + 300, tries: hole?.tries ?? 0 });
      return next;
    });
  }
  const lately = [
    ...repair.lately.filter(({ until }) => until > now),
    { hash: repair.hash, until: now + LATELY_MS },
  ];
  return {
    ...repair,
    held,
    hash,
    claims,
    pauses,
    lately: hash === repair.hash ? repair.lately : lately.slice(-64),
  };
}

type Claims = Repair['claims'];

function withClaims(
  claims: Claims,
  author: AuthorId,
  change: (all: ReadonlyMap<AuthorId, Claim>) => ReadonlyMap<AuthorId, Claim>,
): Claims {
  const next = change(claims.get(author) ?? new Map());
  const all = new Map(claims);
  if (next.size === 0) all.delete(author);
  else all.set(author, next);
  return all;
}

/** Somebody holds what comes to `hash`. Where it is something else than here, they are told what is here. */
export const heardHash = (repair: Repair, hash: string, now: number, soon: Soon): Repair =>
  isHeldHere(repair, hash, now) ? repair : sayingSoon(repair, now, soon);

/** Whether `hash` is what is held here, or was a moment ago. */
export const isHeldHere = (repair: Repair, hash: string, now: number): boolean =>
  hash === repair.hash || repair.lately.some((one) => one.hash === hash && one.until > now);

function sayingSoon(repair: Repair, now: number, soon: Soon): Repair {
  const saidJustNow = repair.said.hash === repair.hash ? repair.said.at + SAID_MS : now;
  return { ...repair, sayAt: Math.min(repair.sayAt, Math.max(now + soon(50, 400), saidJustNow)) };
}

/** A device said what it holds, of every author. */
export function heardState(
  repair: Repair,
  device: AuthorId,
  hash: string,
  states: readonly AuthorState[],
  now: number,
  soon: Soon,
): Repair {
  const claims = new Map(goneDevice(repair, device, new Set(states.map(({ author }) => author))).claims);
  for (const theirs of states) {
    if (theirs.count === 0) continue;
    const mine = repair.held.get(theirs.author);
    const all = claims.get(theirs.author) ?? new Map<AuthorId, Claim>();
    const known = all.get(device);
    if (known && isSame(known.theirs, theirs)) continue;
    if (mine && isSame(mine, theirs)) {
      claims.set(theirs.author, without(all, device));
      continue;
    }
    if (!known && all.size >= MOST_DEVICES) continue;
    // A claim that was in vain does not start afresh by becoming another.
    const isInVain = known !== undefined && known.tries > 1 && known.at !== NEVER;
    const at = Math.max(now + soon(0, 150), isInVain ? known.at : 0);
    const tries = known?.at === NEVER ? 0 : (known?.tries ?? 0);
    claims.set(theirs.author, new Map(all).set(device, { theirs, at, tries }));
  }
  // They said what we were about to say.
  const next = { ...repair, claims, sayAt: hash === repair.hash ? NEVER : repair.sayAt };
  return heardHash(next, hash, now, soon);
}

/** A device is gone, or claims these authors only: nobody would answer for what else it claimed. */
export function goneDevice(repair: Repair, device: AuthorId, but: ReadonlySet<AuthorId> = new Set()): Repair {
  const claims = new Map(repair.claims);
  for (const [author, all] of repair.claims) {
    if (!all.has(device) || but.has(author)) continue;
    if (all.size === 1) claims.delete(author);
    else claims.set(author, without(all, device));
  }
  return { ...repair, claims };
}

/** What comparing with a claim came to. */
export function compared(
  repair: Repair,
  author: AuthorId,
  device: AuthorId,
  lack: Lack | null,
  now: number,
): Step {
  const claim = repair.claims.get(author)?.get(device);
  if (!claim) return [repair, []];
  const set = (changed: Claim) =>
    withClaims(repair.claims, author, (all) => new Map(all).set(device, changed));
  if (!lack) {
    // Part of what is here; of one's own holes, that they are filled.
    const claims =
      device === OURSELVES
        ? withClaims(repair.claims, author, (all) => without(all, device))
        : set({ ...claim, at: NEVER, tries: 0 });
    return [{ ...repair, claims, pauses: without(repair.pauses, author) }, []];
  }
  const tries = claim.tries + 1;
  const wait = Math.min(MOST_RETRY_MS, RETRY_MS * 2 ** claim.tries);
  const claims = set({ ...claim, at: now + wait, tries });
  const to = device === OURSELVES ? author : device;
  const effects: RepairEffect[] = [{ do: 'want', want: { to, author, lack: writable(lack) } }];
  if (tries === IN_VAIN && device !== OURSELVES) effects.push({ do: 'differs', author });
  return [{ ...repair, claims, pauses: new Map(repair.pauses).set(author, now + RETRY_MS) }, effects];
}

/** It could not be compared yet; soon again, as if it had not been tried. */
export const uncompared = (repair: Repair, author: AuthorId, device: AuthorId, now: number): Repair => ({
  ...repair,
  claims: withClaims(repair.claims, author, (all) => {
    const claim = all.get(device);
    return claim ? new Map(all).set(device, { ...claim, at: now + REST_MS }) : all;
  }),
});

const writable = (lack: Lack): Body<'want'>['lack'] =>
  'ranges' in lack
    ? { ranges: lack.ranges.map(([from, to]) => [from, to]) }
    : { step: lack.step, blocks: lack.blocks.map(([count, sum]) => [count, sum]) };

/** All that is due. */
export function repairTick(repair: Repair, now: number): Step {
  let next = repair;
  const effects: RepairEffect[] = [];
  if (now >= next.sayAt) {
    next = { ...next, sayAt: NEVER, said: { hash: next.hash, at: now } };
    effects.push({ do: 'state' });
  }
  for (const [asking, { at, author, lack }] of next.waiting) {
    if (now < at) continue;
    next = answered(next, asking);
    effects.push({ do: 'answer', author, lack, re: asking });
  }
  if (next.pauses.size > next.claims.size + 100)
    next = { ...next, pauses: new Map([...next.pauses].filter(([author]) => next.claims.has(author))) };
  for (const [author, all] of next.claims) {
    if (now < (next.pauses.get(author) ?? 0)) continue;
    const due = [...all].filter(([, claim]) => claim.at <= now).sort(mostFirst)[0];
    if (!due) continue;
    const [device, claim] = due;
    // Looked at now; what comes of it says when again.
    const claims = withClaims(next.claims, author, () =>
      new Map(all).set(device, { ...claim, at: now + RETRY_MS }),
    );
    next = { ...next, claims, pauses: new Map(next.pauses).set(author, now + REST_MS) };
    effects.push({
      do: 'compare',
      author,
      device,
      theirs: claim.theirs,
      thorough: claim.tries >= PLAIN_TRIES,
    });
  }
  return [next, effects];
}

/** Whoever has most is asked first; of equals, whoever was asked in vain least often. */
const mostFirst = ([a, one]: [string, Claim], [b, two]: [string, Claim]): number =>
  one.tries - two.tries || two.theirs.count - one.theirs.count || (a < b ? -1 : 1);

/** When something is due next. */
export function repairDue(repair: Repair): number {
  let due = repair.sayAt;
  for (const { at } of repair.waiting.values()) due = Math.min(due, at);
  for (const [author, all] of repair.claims)
    for (const { at } of all.values()) due = Math.min(due, Math.max(at, repair.pauses.get(author) ?? 0));
  return due;
}
