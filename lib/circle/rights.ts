import { type Fact, type FactHash, isErased, type LogId } from '../fact/fact.ts';
import { FACT_VERSION } from '../fact/fold.ts';
import { byNearness, rivals } from './own-cuts.ts';
import { type Act, type Acts, bySeniority, isOwnAct, pairOf, readActs, rightOf } from './rights-acts.ts';
import { type Epoch, foldEpochs } from './rights-epochs.ts';
import { isRightsKind } from './rights-facts.ts';
import { type Foe, founded, settle } from './settle-acts.ts';

/** A device that is, or was, one of a member's. */
export interface RightDevice {
  /** Its public key: the author of its facts. */
  device: string;
  member: string;
  /** Its X25519 public key. */
  box: string;
  /** The highest number that counts; null while it belongs. */
  last: number | null;
  /** The author it was before, where one browser had to begin anew (`succession.ts`). */
  after?: string;
  /** The devices that let it in: none where it founded the circle. Absent: folded by an earlier version. */
  letInBy?: readonly string[];
}

/** That a member is, or was, a steward. */
export interface StewardSpan {
  /** The fact that made them one. */
  fact: FactHash;
  member: string;
  /** Device → the last number of which acts count, none of the others; null while they are one. */
  until: Readonly<Record<string, number>> | null;
}

/** Who may do what in a shared circle; folded from the acts of its log alone. */
export interface RightsRow {
  /** The circle's id. */
  id: LogId;
  founder: string;
  /** The circle its founder shared, or null. */
  source: string | null;
  devices: readonly RightDevice[];
  /** Most senior first. */
  stewards: readonly StewardSpan[];
  /** Members who left and have not come back. */
  gone: readonly string[];
  /** Hashes of the acts that count, the root's among them. */
  accepted: readonly FactHash[];
  /** Epochs that count, by number, then the lowest id. Of one number the first is written in, all are read. */
  epochs: readonly Epoch[];
  /**
   * All devices anybody ever named as somebody's, also where it was taken back since (`device\nmember`). What it holds
   * only grows, so that an erasure, which nobody can take back, is decided alike whenever it arrives.
   */
  claims: readonly string[];
}

/**
 * Folds the rights of a shared circle from its log (other facts may be among them, they are passed over). The same for
 * every order of arrival, for duplicates, and for whatever is still missing of it: a function of the set. Null without
 * the root.
 *
 * An **act** (`actKinds`) counts when
 * 1. its device is one of its member's by an act that counts, and the member is a steward by the act it names as its
 *    right, which counts too (what one does for oneself needs no steward);
 * 2. no act that counts cuts it off: the removal of its device, the leaving of its member or the end of that very right,
 *    each with the last accepted number of each device, so that "before" and "after" are places in a log of one writer,
 *    never times. A device that a leaving does not name is cut off whole, until its member comes back.
 * All rests on the root, so what nobody with a right began counts never. An act without a right when it was written gains
 * none later: it names a right by hash, and can name none that did not exist.
 *
 * Acts that would undo each other (two stewards who remove one another, or a ring of such) were written without knowing
 * of each other, or one of the writers says so; nothing in the logs can tell which. There the more senior steward's
 * counts (`bySeniority`): a circle never loses both, and what time somebody claims decides nothing. Only of one member's
 * devices that take each other out both do (`own-cuts.ts`): one of them may be stolen, and what a steward says is above both.
 */
export function foldRights(log: LogId, facts: readonly Fact[]): RightsRow | null {
  const acts = readActs(log, facts);
  if (!acts) return null;
  const items = [acts.root, ...acts.list];
  const index = new Map(items.map((act, i) => [act.hash, i]));
  const at = (act: Act): number => index.get(act.hash) ?? -1;
  const senior = bySeniority(acts, byNearness(acts));
  const dispute = {
    certain: new Set([0]),
    needs: items.map((act) => (act === acts.root ? [] : needsOf(acts, act).map((group) => group.map(at)))),
    foes: foesOf(acts, items, at),
    order: (a: number, b: number) => {
      const [one, other] = [items[a], items[b]];
      return one && other ? senior(one, other) : 0;
    },
  };
  const counting = settle(items.length, dispute);
  const accepted = items.filter((_, i) => counting[i]);
  const possible = founded([...items.keys()], [0], dispute);
  return {
    id: log,
    founder: acts.root.body.member,
    source: acts.root.body.source,
    devices: devicesOf(accepted),
    stewards: stewardsOf(acts, accepted),
    gone: [...new Set(leavings(accepted).map((act) => act.entity))].sort(),
    accepted: accepted.map((act) => act.hash).sort(),
    epochs: foldEpochs(accepted),
    claims: [...new Set(items.flatMap((act, i) => (possible.has(i) ? given(act) : [])))].sort(),
  };
}

const needsOf = (acts: Acts, act: Act): Act[][] => {
  const devices = [...(acts.givers.get(pairOf(act.author, act.by ?? '')) ?? [])];
  if (isOwnAct(act)) return [devices];
  const right = rightOf(acts, act);
  return [devices, right ? [right] : []];
};

/** Per act, the acts it would fall by. */
function foesOf(acts: Acts, items: readonly Act[], at: (act: Act) => number): Foe[][] {
  const returns = items.filter((act) => act.kind === 'member.returned');
  const cuts = items.filter(
    (act) => act.kind === 'device.removed' || act.kind === 'member.left' || act.kind === 'steward.ended',
  );
  const lifters = new Map(
    cuts.map((cut) => [cut.hash, cut.kind === 'member.left' ? returns.filter((one) => lifts(one, cut)) : []]),
  );
  const seen = new Map(cuts.map((cut) => [cut.hash, cut.body.acts && new Set(cut.body.acts)]));
  const rightsOf = new Map(
    items.map((act) => [act, isOwnAct(act) ? undefined : rightOf(acts, act)?.hash] as const),
  );
  const isCut = (cut: Act, act: Act): boolean => {
    const last = lastBy(cut, act, rightsOf.get(act));
    // A named one counts above the last number too: or whoever left out numbers before they let somebody in could not be
    // taken out by those, whose own right would fall with it.
    return last !== null && !(seen.get(cut.hash)?.has(act.hash) ?? act.seq <= last);
  };
  const rivalsOf = rivals(acts, isCut);
  return items.map((act) => {
    if (act === acts.root) return [];
    return cuts.flatMap((cut): Foe[] => {
      if (cut === act || !isCut(cut, act)) return [];
      const against = rivalsOf(act, cut);
      if (against?.length === 0) return [];
      const named = cut.kind === 'member.left' && Object.hasOwn(cut.body.until, act.author);
      const lifted = named ? [] : (lifters.get(cut.hash) ?? []);
      return [{ item: at(cut), unless: [...lifted, ...(against ?? [])].map(at) }];
    });
  });
}

const lifts = (act: Act, left: Act): boolean =>
  act.kind === 'member.returned' && act.entity === left.entity && act.body.replaces.includes(left.hash);

/** The last number a cut leaves of what this device does as this member (by this right); null: it cuts nothing of it. */
function lastBy(cut: Act, { author, by }: Pick<Fact, 'author' | 'by'>, right?: FactHash): number | null {
  switch (cut.kind) {
    case 'device.removed':
      return cut.body.device === author && (cut.body.right !== undefined || cut.by === by)
        ? cut.body.until
        : null;
    case 'member.left':
      return cut.entity === by ? (own(cut.body.until, author) ?? 0) : null;
    case 'steward.ended':
      return right !== undefined && cut.body.member === by && cut.body.replaces.includes(right)
        ? (own(cut.body.until, author) ?? 0)
        : null;
    default:
      return null;
  }
}

const own = (of: Readonly<Record<string, number>>, key: string): number | undefined =>
  Object.hasOwn(of, key) ? of[key] : undefined;

/** The pair an act makes. */
function given(act: Act): string[] {
  if (act.kind === 'device.added') return [pairOf(act.body.device, act.body.member)];
  return act.kind === 'circle.shared' ? [pairOf(act.author, act.body.member)] : [];
}

/** Leavings that hold: nobody came back from them. */
const leavings = (accepted: readonly Act[]) =>
  accepted
    .filter((act) => act.kind === 'member.left')
    .filter((left) => !accepted.some((act) => lifts(act, left)));

function devicesOf(accepted: readonly Act[]): RightDevice[] {
  const still = new Set(leavings(accepted).map((act) => act.hash));
  const devices = new Map<string, RightDevice>();
  for (const act of accepted) {
    const [pair] = given(act);
    if (pair === undefined || devices.has(pair)) continue;
    const letInBy = accepted
      .filter((one) => one.kind === 'device.added' && given(one)[0] === pair)
      .map((one) => one.author);
    const [device = '', member = ''] = pair.split('\n');
    const box = act.kind === 'device.added' || act.kind === 'circle.shared' ? act.body.box : '';
    const cuts = accepted.flatMap((cut) => {
      const isOver =
        cut.kind === 'member.left' && !still.has(cut.hash) && own(cut.body.until, device) === undefined;
      const last =
        isOver || cut.kind === 'steward.ended' ? null : lastBy(cut, { author: device, by: member });
      return last ?? [];
    });
    const after = act.kind === 'device.added' && act.author === act.body.after ? { after: act.author } : {};
    const last = cuts.length > 0 ? Math.min(...cuts) : null;
    devices.set(pair, { device, member, box, last, ...after, letInBy: [...new Set(letInBy)].sort() });
  }
  return [...devices.values()];
}

function stewardsOf(acts: Acts, accepted: readonly Act[]): StewardSpan[] {
  const counting = new Set(accepted.map((act) => act.hash));
  const ends = accepted.filter((act) => act.kind === 'steward.ended');
  return [...acts.grants].flatMap(([member, grants]) =>
    grants
      .filter((grant) => counting.has(grant.hash))
      .map((grant) => {
        const over = ends.filter(
          (end) => end.body.member === member && end.body.replaces.includes(grant.hash),
        );
        const devices = new Set(over.flatMap((end) => Object.keys(end.body.until)));
        const until = Object.fromEntries(
          [...devices]
            .sort()
            .map((one) => [one, Math.min(...over.map((end) => own(end.body.until, one) ?? 0))]),
        );
        return { fact: grant.hash, member, until: over.length > 0 ? until : null };
      }),
  );
}

type Who = Pick<Fact, 'author' | 'by' | 'seq'>;

/** Whether a fact was written by a device of the member it says, while it was one. */
export const isOfMember = (rights: Pick<RightsRow, 'devices'>, { author, by, seq }: Who): boolean =>
  rights.devices.some(
    (one) => one.device === author && one.member === by && (one.last === null || seq <= one.last),
  );

/** Whether the member a fact says it is by was a steward then. */
export const isSteward = (rights: Pick<RightsRow, 'stewards'>, { author, by, seq }: Who): boolean =>
  rights.stewards.some(
    ({ member, until }) => member === by && (until === null || seq <= (own(until, author) ?? 0)),
  );

/** What a member does not say of another, but a steward. Who leaves and comes back is an act. */
const OF_STEWARDS: ReadonlySet<string> = new Set(['member.added', 'member.guide']);

/**
 * Whether a fact of the circle's log changes anything: it is by a device of a member, as that member, and for what takes
 * a steward by one (or of oneself). Everything else is kept, passed on, and changes nothing. Of a meeting's course see
 * `lib/meeting/steering.ts`, of taking back and erasing `rightful.ts`.
 */
export function counts(rights: RightsRow, fact: Fact): boolean {
  if (isRightsKind(fact.kind) && fact.v === FACT_VERSION && !isErased(fact))
    return rights.accepted.includes(fact.hash);
  if (!isOfMember(rights, fact)) return false;
  return !OF_STEWARDS.has(fact.kind) || fact.by === fact.entity || isSteward(rights, fact);
}

/** Who is a steward now: named, not ended, not gone, and with a device. Most senior first. */
export const presentStewards = (rights: RightsRow): string[] => [
  ...new Set(
    rights.stewards.flatMap(({ member, until }) =>
      until === null && !rights.gone.includes(member) && presentDevices(rights, member).length > 0
        ? [member]
        : [],
    ),
  ),
];

/** The devices that belong now: of one member, or of all. */
export const presentDevices = (rights: RightsRow, member?: string): RightDevice[] =>
  rights.devices.filter((one) => one.last === null && (member === undefined || one.member === member));

/** The naming by which a member is a steward now: what their acts tell as their right. */
export const rightNow = (rights: RightsRow, member: string): FactHash | undefined =>
  rights.stewards.find((span) => span.member === member && span.until === null)?.fact;
