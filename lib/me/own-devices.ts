import * as v from 'valibot';
import { draft } from '../fact/draft.ts';
import { byTime, type Draft, type Fact, type FactHash, factSchema, type LogId } from '../fact/fact.ts';
import { latest, readFacts } from '../fact/fold.ts';

/** Who one is among one's own devices: the one member there is. */
export const OWN_MEMBER = 'me';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const MAX_NAME = 80;

/**
 * What one's own devices say to each other, in a space that nobody else is in. `own.fact` carries a fact of another log
 * as it is: of one's own log, of a circle that is not shared, of one that travels by files.
 */
export const ownKinds = {
  'own.fact': v.object({ fact: factSchema }),
  /** What a device is called. `device`: its key in this space. */
  'own.named': v.object({
    device: id,
    name: v.pipe(v.string(), v.maxLength(MAX_NAME)),
    replaces: v.array(v.string()),
  }),
  /** The writer is in this shared circle, with this key. */
  'own.circle': v.object({ space: id, author: id }),
  /** Keys the writer made for a circle that another device is in (`lib/share/invite/offer.ts`). */
  'own.offered': v.object({ space: id, author: id, box: id, proof: id }),
  /** What answers an offer: the circle's secrets, sealed to the keys `to`. */
  'own.granted': v.object({ space: id, to: id, sealed: v.pipe(v.string(), v.maxLength(4_000)) }),
  /** Whether a circle that is not shared is on all of one's devices. */
  'own.carries': v.object({ circle: id, on: v.boolean(), replaces: v.array(v.string()) }),
} as const;

/** Entities of what devices say of themselves; they stand before `own-`, which are many. */
const NAMED = 'named-';
const IN = 'in-';
const CARRIES = 'carries-';
const CARRIED = 'own-';
/** Between these, both ends out, is all but what is carried and who belongs. */
export const OWN_SAYS: readonly [string, string] = ['a', CARRIED];
/** Between these is what is carried. */
export const OWN_CARRIED: readonly [string, string] = [CARRIED, `${CARRIED}\uffff`];

export interface OwnOffer {
  /** The key of the device in this space. */
  from: string;
  space: string;
  author: string;
  box: string;
  proof: string;
}

/** What one's own devices have said, folded. */
export interface OwnSaid {
  /** Device → what it is called, with the facts that say so. */
  names: ReadonlyMap<string, { name: string; setBy: readonly FactHash[] }>;
  /** Circle → device → the keys it has (or had) there, also those it only offered. */
  circles: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Circle → devices that are in it. */
  inside: ReadonlyMap<string, ReadonlySet<string>>;
  offers: readonly OwnOffer[];
  /** `space\nauthor` of keys offered → what answers it. */
  granted: ReadonlyMap<string, string>;
  /** Circles that are not shared and are on all devices, and the facts that say so of each that was ever spoken of. */
  carries: ReadonlyMap<string, { on: boolean; setBy: readonly FactHash[] }>;
}

export const grantKey = (space: string, author: string): string => `${space}\n${author}`;

/** Folds what devices said. @param facts those that count, of entities within {@link OWN_SAYS}. */
export function foldOwn(facts: readonly Fact[]): OwnSaid {
  const known = [...Map.groupBy(facts, (fact) => fact.entity).values()].flatMap(
    (some) => readFacts(ownKinds, some).facts,
  );
  known.sort(byTime);
  const named = known.filter((fact) => fact.kind === 'own.named');
  const carrying = known.filter((fact) => fact.kind === 'own.carries');
  const circles = new Map<string, Map<string, string[]>>();
  const inside = new Map<string, Set<string>>();
  const offers: OwnOffer[] = [];
  const granted = new Map<string, string>();
  for (const fact of known) {
    if (fact.kind === 'own.granted') {
      const key = grantKey(fact.body.space, fact.body.to);
      if (!granted.has(key)) granted.set(key, fact.body.sealed);
    }
    if (fact.kind !== 'own.circle' && fact.kind !== 'own.offered') continue;
    const { space, author } = fact.body;
    const devices = circles.get(space) ?? new Map<string, string[]>();
    circles.set(space, devices);
    devices.set(fact.author, [...new Set([...(devices.get(fact.author) ?? []), author])]);
    if (fact.kind === 'own.offered') offers.push({ from: fact.author, ...fact.body });
    else inside.set(space, new Set([...(inside.get(space) ?? []), fact.author]));
  }
  const settled = <F extends Fact & { body: { replaces: readonly string[] } }, T>(
    some: readonly F[],
    keyOf: (fact: F) => string,
    read: (fact: F) => T,
  ): Map<string, T & { setBy: readonly FactHash[] }> =>
    new Map(
      [...Map.groupBy(some, keyOf)].flatMap(([key, own]) => {
        const last = latest(own);
        return last ? [[key, { ...read(last), setBy: own.map((fact) => fact.hash) }] as const] : [];
      }),
    );
  return {
    names: settled(
      named,
      (fact) => fact.body.device,
      (fact) => ({ name: fact.body.name }),
    ),
    circles,
    inside,
    offers,
    granted,
    carries: settled(
      carrying,
      (fact) => fact.body.circle,
      (fact) => ({ on: fact.body.on }),
    ),
  };
}

/**
 * The keys one of my devices has in a circle. It could say so of another's, so that both go when it is taken out: a key
 * that one of those who stay calls its own is left to them.
 */
export function keysOnlyOf(
  devices: ReadonlyMap<string, readonly string[]>,
  device: string,
  stay: ReadonlySet<string>,
): string[] {
  const others = new Set(
    [...devices].flatMap(([one, keys]) => (one !== device && stay.has(one) ? keys : [])),
  );
  return (devices.get(device) ?? []).filter((key) => !others.has(key));
}

const say = (space: LogId, entity: string, kind: keyof typeof ownKinds, body: unknown): Draft =>
  draft(space, OWN_MEMBER, entity, kind, body);

/** The entity a carried fact has in this space, and back. */
export const carriedEntity = (hash: FactHash): string => CARRIED + hash;
export const carriedHash = (entity: string): FactHash => entity.slice(CARRIED.length);

/** A fact of another log for one's other devices. */
export const carryFact = (space: LogId, { sig, ...fact }: Fact): Draft =>
  say(space, carriedEntity(fact.hash), 'own.fact', { fact: sig === undefined ? fact : { ...fact, sig } });

/** The fact that is carried; null where the words are gone or it is none. */
export function carriedFact(carrier: Fact): Fact | null {
  const [known] = readFacts(ownKinds, [carrier]).facts;
  return known?.kind === 'own.fact' && carrier.entity === carriedEntity(known.body.fact.hash)
    ? (known.body.fact as Fact)
    : null;
}

/** Calls a device something. */
export const nameDevice = (space: LogId, device: string, name: string, before: readonly FactHash[]): Draft =>
  say(space, NAMED + device, 'own.named', {
    device,
    name: name.trim().slice(0, MAX_NAME),
    replaces: [...before],
  });

/** Tells in which circle this device is. */
export const tellCircle = (space: LogId, circle: string, author: string): Draft =>
  say(space, IN + circle, 'own.circle', { space: circle, author });

/** Offers keys for a circle that another device is in. */
export const offerKeys = (space: LogId, offer: Omit<OwnOffer, 'from'>): Draft =>
  say(space, IN + offer.space, 'own.offered', offer);

/** Answers an offer. */
export const grantKeys = (space: LogId, { space: circle, author }: OwnOffer, sealed: string): Draft =>
  say(space, IN + circle, 'own.granted', { space: circle, to: author, sealed });

/** A circle that is not shared comes to all of one's devices, or does no more. */
export const carryCircle = (space: LogId, circle: string, on: boolean, before: readonly FactHash[]): Draft =>
  say(space, CARRIES + circle, 'own.carries', { circle, on, replaces: [...before] });
