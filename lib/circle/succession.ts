import type { Draft } from '../fact/fact.ts';
import { presentDevices, type RightsRow } from './rights.ts';
import { addDevice, type NewDevice } from './rights-commands.ts';

/**
 * What a device says as the author it was, when it has begun a new one: that the new one is its member's too. Any device
 * may do so for its own member, so it needs nobody else; otherwise a circle whose stewards all go back to a copy could let
 * nobody in any more.
 * @param before its earlier authors.
 * @param at ms since 1970.
 * @returns by whom to write what; null where the new one was ever let in, or none of the earlier ones belongs. A naming
 *   that did not count (by a device that was out) is none.
 */
export function succession(
  rights: RightsRow,
  now: NewDevice,
  before: readonly string[],
  at: number,
): { author: string; draft: Draft } | null {
  if (rights.devices.some(({ device }) => device === now.device)) return null;
  const belonging = presentDevices(rights).filter((one) => before.includes(one.device));
  const [last] = belonging.sort((a, b) => before.indexOf(b.device) - before.indexOf(a.device));
  if (!last) return null;
  const added = addDevice(rights, last.member, now, last.member, at);
  const draft = { ...added, body: { ...(added.body as object), after: last.device } };
  return { author: last.device, draft };
}

/**
 * All authors that one browser was, of a member: this one, those before it and those after it. Who takes a browser out
 * takes out all of them, or it would read on as what it was before.
 */
export function sameBrowser(rights: Pick<RightsRow, 'devices'>, member: string, device: string): string[] {
  const theirs = rights.devices.filter((one) => one.member === member);
  const found = new Set([device]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { device: one, after } of theirs)
      if (after !== undefined && (found.has(one) || found.has(after))) found.add(one).add(after);
  }
  return [...found];
}

/**
 * Devices of a member that only ones which are taken out let in, or ones which those let in: whoever took a device may have
 * let in another with it, and no fact tells since when. Whom another device of theirs or a steward named as well stays.
 * @param out devices that are taken out. @param stay those that stay, whoever let them in. @returns them and those that fall with them.
 */
export function fallingWith(
  rights: Pick<RightsRow, 'devices'>,
  member: string,
  out: readonly string[],
  stay: readonly string[],
): string[] {
  const theirs = rights.devices.filter((one) => one.member === member);
  const stays = new Set(stay.flatMap((one) => sameBrowser(rights, member, one)));
  const falling = new Set(out);
  for (let size = 0; size < falling.size; ) {
    size = falling.size;
    for (const { device, letInBy = [] } of theirs)
      if (letInBy.length > 0 && !stays.has(device) && letInBy.every((one) => falling.has(one)))
        for (const one of sameBrowser(rights, member, device)) falling.add(one);
  }
  return [...falling];
}
