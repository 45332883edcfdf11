import type { Draft } from '../fact/fact.ts';
import { presentDevices, type RightsRow } from './rights.ts';
import { addDevice, type NewDevice } from './rights-commands.ts';

/**
 * What a device says as the author it was, when it has begun a new one: that the new one is its member's too. Any device
 * may do so for its own member, so it needs nobody else; otherwise a circle whose stewards all go back to a copy could let
 * nobody in any more.
 * @param before its earlier authors.
 * @param at ms since 1970.
 * @returns by whom to write what; null where the new one was ever named, or none of the earlier ones belongs.
 */
export function succession(
  rights: RightsRow,
  now: NewDevice,
  before: readonly string[],
  at: number,
): { author: string; draft: Draft } | null {
  if (rights.claims.some((pair) => pair.startsWith(`${now.device}\n`))) return null;
  const belonging = presentDevices(rights).filter((one) => before.includes(one.device));
  const [last] = belonging.sort((a, b) => before.indexOf(b.device) - before.indexOf(a.device));
  return last ? { author: last.device, draft: addDevice(rights, last.member, now, last.member, at) } : null;
}
