import { sha256 } from '@noble/hashes/sha2.js';
import { type Entry, list, order, saidLast, str, things } from './read-export.ts';

/** The milestones of a circle that count, by kind and day. */
export function milestonesOf(entries: readonly Entry[], circle: string): { kind: string; on: string }[] {
  return [...things(entries, circle, 'milestone.')].flatMap(([, own]) => {
    const made = own.find((one) => one.kind === 'milestone.reached');
    if (!made) return [];
    const owns = (one: Entry) => (one.by === made.body.member ? 1 : 0);
    const edit = saidLast(
      own.filter(({ kind }) => kind === 'milestone.edited'),
      owns,
    );
    const wording = edit && owns(edit) >= owns(made) ? edit : made;
    const { kind, title, on, credit } = wording.body;
    // In a shared circle what somebody wrote down for another counts once that member said so, of the words it has (they
    // are named by a hash), or a scribe did for a member without a device.
    const isShared = list(own.map(({ log }) => log)).some((log) => /^s[A-Za-z0-9_-]{43}$/.test(log));
    const thanked = (Array.isArray(credit) ? credit : []) as { member: string; for?: string }[];
    const thanks = thanked
      .toSorted((x, y) => order(x.member, y.member))
      .map((one) => [one.member, one.for ?? '']);
    const words = JSON.stringify([kind, title, on, made.body.member, thanks]);
    const name = sha256(new TextEncoder().encode(words))
      .toBase64({ alphabet: 'base64url', omitPadding: true })
      .slice(0, 22);
    const isSaid = own.some(
      (one) =>
        (one.kind === 'milestone.confirmed' && one.body.scribe === true) ||
        (['milestone.confirmed', 'milestone.consented'].includes(one.kind) &&
          owns(one) === 1 &&
          (one.body.member ?? one.by) === one.by &&
          one.body.wording === name),
    );
    return isShared && owns(wording) === 0 && !isSaid ? [] : [{ kind: str(kind), on: str(on) }];
  });
}
