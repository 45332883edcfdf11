import { type Act, type Acts, isRoot, pairOf } from './rights-acts.ts';

/**
 * Acts by which somebody takes out devices of their own: another of them, or all, by leaving the circle. Also where a
 * steward names their right with it: against oneself nobody is a steward.
 */
const cutsOwn = (acts: Acts, act: Act): boolean =>
  act.kind === 'device.removed'
    ? act.body.device !== act.author && acts.givers.has(pairOf(act.body.device, act.by ?? ''))
    : act.kind === 'member.left' && act.entity === act.by;

/**
 * Whom an act need not fear: devices of one member that took each other out, neither in knowledge of the other's act.
 * One of them may be in a thief's hands, and no fact tells which. So neither undoes the other's removals: both are out,
 * until a steward, or a device of the member that neither took out, lets one in anew. Nor does either undo that the other
 * took out what it let in, or what it was let in by: a thief may answer from whichever of two devices.
 * @param isCut whether the first, if it counts, cuts off the second.
 * @returns for an act and what would cut it off: `null`, it does; else the acts of its writer of which one has to count
 * so that it does not (none: it never does).
 */
export function rivals(
  acts: Acts,
  isCut: (cut: Act, act: Act) => boolean,
): (act: Act, cut: Act) => readonly Act[] | null {
  const own = Map.groupBy(
    acts.list.filter((act) => cutsOwn(acts, act)),
    (act) => act.by,
  );
  const known = new Map<Act, readonly Act[]>();
  const rivalsOf = (cut: Act): readonly Act[] => {
    const before = known.get(cut);
    if (before) return before;
    const found = (own.get(cut.by) ?? []).filter(
      (act) => act.author !== cut.author && isCut(cut, act) && isCut(act, cut),
    );
    known.set(cut, found);
    return found;
  };
  return (act, cut) => {
    if (act.by !== cut.by || act.author === cut.author || !cutsOwn(acts, act) || !cutsOwn(acts, cut))
      return null;
    const theirs = rivalsOf(cut).filter((one) => one.author === act.author);
    if (theirs.includes(act)) return [];
    return theirs.length > 0 && isKin(acts, act, cut.author) ? theirs : null;
  };
}

/** Whether what is taken out let this device of the same member in, or was let in by it, also by others in between. */
function isKin(acts: Acts, act: Act, other: string): boolean {
  if (act.kind !== 'device.removed') return false;
  const { device } = act.body;
  return sponsorsOf(acts, other, act.by).has(device) || sponsorsOf(acts, device, act.by).has(other);
}

function sponsorsOf({ givers }: Acts, device: string, by: string | null): ReadonlySet<string> {
  const found = new Set([device]);
  for (const one of found)
    for (const act of givers.get(pairOf(one, by ?? '')) ?? []) if (act.by === by) found.add(act.author);
  return found;
}

/**
 * Which of two acts of one member comes first where they would undo each other in a ring of three or more: a removal;
 * then that of the device which fewer of the member's own stand behind; then that of a device which fewer stand behind.
 * So nobody is helped by devices that they let in themselves. Negative: the first; 0: neither.
 */
export function byNearness(acts: Acts): (a: Act, b: Act) => number {
  const steps = stepsOf(acts);
  const from = (act: Act): number[] => {
    const far = (device: string) => steps.get(pairOf(device, act.by ?? '')) ?? Number.MAX_SAFE_INTEGER;
    return cutsOwn(acts, act)
      ? [0, far(act.author), act.kind === 'device.removed' ? far(act.body.device) : 0]
      : [1, far(act.author), 0];
  };
  return (a, b) => {
    const [one, other] = [from(a), from(b)];
    return one.map((value, i) => value - (other[i] ?? 0)).find((step) => step !== 0) ?? 0;
  };
}

/** How many devices of its own member stand between a device and whoever else let the first of them in; by pair. */
function stepsOf({ givers }: Acts): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  const steps = new Map<string, number>();
  for (const [pair, given] of givers)
    for (const act of given) {
      const member = pair.slice(pair.indexOf('\n') + 1);
      const from = pairOf(act.author, member);
      if (isRoot(act) || act.by !== member) steps.set(pair, 0);
      else next.set(from, [...(next.get(from) ?? []), pair]);
    }
  // In the order in which they are found, so each the nearest way.
  for (const [pair, far] of steps)
    for (const one of next.get(pair) ?? []) if (!steps.has(one)) steps.set(one, far + 1);
  return steps;
}
