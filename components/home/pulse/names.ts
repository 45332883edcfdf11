import { locale } from '@/lib/platform/i18n';
import type { CircleView } from '../circles/use-circles.ts';

/** "Ada, Bo and Chen", in the order of their seats. @param ids of members. */
export const namesOf = ({ members }: CircleView, ids: readonly string[]): string =>
  new Intl.ListFormat(locale()).format(
    members.filter((member) => ids.includes(member.id)).map((member) => member.name),
  );
