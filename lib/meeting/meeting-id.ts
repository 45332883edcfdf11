import { sha256 } from '@noble/hashes/sha2.js';

/**
 * The id of a planned meeting: a hash of its circle and of the start its occurrence had by the rule (UTC ms), also
 * after a move. Two devices that read the same calendar give the same meeting the same id; UIDs and call codes,
 * which calendars change, do not enter. A meeting without a plan gets a random id instead.
 */
export function meetingIdFor(circleId: string, originalStart: number): string {
  const hash = sha256(new TextEncoder().encode(`meeting\n${circleId}\n${originalStart}`));
  return `m-${hash.slice(0, 16).toBase64({ alphabet: 'base64url', omitPadding: true })}`;
}
