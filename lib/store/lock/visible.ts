import { decisionEntity } from '../../me/me.ts';
import type { Sealer } from './sealer.ts';

/** How the words in one field of an index are blinded. */
interface Blind {
  /** Leaves alone what is no word of anybody: the ends of a range, an id of our own. */
  to(sealer: Sealer, word: string): string;
  from(sealer: Sealer, token: string): string;
}

const WHOLE: Blind = {
  to: (sealer, word) => sealer.blind(word),
  from: (sealer, token) => sealer.unblind(token),
};

/** Of what facts are about only a decision is named by something foreign: the UID of a calendar's series. */
const PREFIX = decisionEntity('');
/** The ends of a range over all of them. */
const ENDS: readonly string[] = ['', '\uffff'];
const AFTER_PREFIX: Blind = {
  to: (sealer, entity) => change(entity, (rest) => sealer.blind(rest)),
  from: (sealer, entity) => change(entity, (rest) => sealer.unblind(rest)),
};
const change = (entity: string, make: (rest: string) => string): string => {
  const rest = entity.slice(PREFIX.length);
  return entity.startsWith(PREFIX) && !ENDS.includes(rest) ? PREFIX + make(rest) : entity;
};

/**
 * The fields of keys and indexes that hold something foreign: UIDs of calendar series (programs make them of names and
 * addresses) and codes of calls. All other fields that a key or an index needs hold random ids, hashes, public keys, times,
 * numbers and words of ours; `visible.test.ts` lists them one by one.
 */
export const BLINDED: Readonly<Record<string, Readonly<Record<string, Blind>>>> = {
  facts: { entity: AFTER_PREFIX },
  circles: { codes: WHOLE, seriesKeys: WHOLE },
  decisions: { id: WHOLE },
  series: { key: WHOLE, code: WHOLE },
  events: { keys: WHOLE },
};

/**
 * Not sealed: this device's keys of shared circles. The browser does not give out their private halves, to nobody, so they
 * cannot be sealed either; and without the circles' secrets, which are, they open nothing.
 */
export const OPEN_TABLES: ReadonlySet<string> = new Set(['keys']);
