import type { CircleRow } from './circle.ts';
import { matchMembers } from './match-members.ts';
import { matchNames } from './match-names.ts';
import type { MemberRow } from './member.ts';

/** A circle as far as telling it from others goes. */
export interface Comparable {
  readonly circle: Pick<CircleRow, 'name' | 'codes' | 'seriesKeys'>;
  readonly members: readonly Pick<MemberRow, 'id' | 'name' | 'email'>[];
  readonly me: Pick<MemberRow, 'id'> | null;
}

/** This share of the smaller circle's members, and no fewer than three people, make two circles look like one. */
const MOST_OF = 0.6;
const LEAST = 3;

/**
 * Whether a circle that is only here could be one with a shared one: the same call or series, the same name, or most of
 * the people. It only proposes; the person decides.
 */
export function couldBeSame(local: Comparable, shared: Comparable): boolean {
  const meets =
    local.circle.codes.some((code) => shared.circle.codes.includes(code)) ||
    local.circle.seriesKeys.some((key) => shared.circle.seriesKeys.includes(key));
  if (meets) return true;
  const named = matchNames([{ id: 'local', name: local.circle.name }], [shared.circle.name]).here.length > 0;
  const me = { local: local.me?.id ?? null, shared: shared.me?.id ?? null };
  const people = matchMembers(local.members, shared.members, me).filter((one) => one.shared !== null).length;
  // One is me, which any two circles of mine have in common.
  if (named && people >= 2) return true;
  const smaller = Math.min(local.members.length, shared.members.length);
  return people >= LEAST && people >= smaller * MOST_OF;
}
