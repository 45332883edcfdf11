import { listFormat } from '@/lib/platform/intl';
import type { CircleView } from '../circles/use-circles.ts';

/** "Ada, Bo and Chen", in the order of their seats. @param ids of members. */
export const namesOf = ({ members }: CircleView, ids: readonly string[]): string =>
  listFormat().format(members.filter((member) => ids.includes(member.id)).map((member) => member.name));
