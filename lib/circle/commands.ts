import { draft, myDraft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { selfEntity } from '../me/me.ts';
import type { CircleLink, GuideUntil } from './facts.ts';

export interface NewMember {
  id: string;
  name: string;
  email: string;
  guide: GuideUntil;
  isMe: boolean;
}

export interface NewCircle {
  id: string;
  name: string;
  formatId: string;
  everyDays: number;
  lengthMin: number;
  agreement: readonly string[];
  links: readonly CircleLink[];
  /** In the order of their seats. */
  members: readonly NewMember[];
}

/**
 * All that is recorded when a circle is made here, with or without a calendar.
 * @param at ms since 1970. @param on ISO date of the same day where the member is.
 */
export function createCircle(circle: NewCircle, at: number, on: string): Draft[] {
  const me = circle.members.find((member) => member.isMe)?.id ?? null;
  const { id } = circle;
  const write = (entity: string, kind: string, body: unknown) => draft(id, me, entity, kind, body);
  return [
    write(id, 'circle.created', { name: circle.name, at }),
    write(id, 'circle.rhythm', {
      formatId: circle.formatId,
      everyDays: circle.everyDays,
      lengthMin: circle.lengthMin,
      replaces: [],
    }),
    ...(circle.agreement.length > 0
      ? [write(id, 'circle.agreed', { items: [...circle.agreement], replaces: [] })]
      : []),
    ...circle.links.map((link) => write(id, 'circle.linked', { link })),
    ...circle.members.map((member, seat) => addMember(id, me, member, seat, on)),
    ...(me ? [myDraft(selfEntity(id), 'me.member', { circle: id, member: me, replaces: [] })] : []),
  ];
}

/** A member joins on an ISO date. */
export function addMember(
  circleId: string,
  by: string | null,
  member: Pick<NewMember, 'id' | 'name' | 'email' | 'guide'>,
  seat: number,
  on: string,
): Draft {
  return draft(circleId, by, member.id, 'member.added', {
    circle: circleId,
    name: member.name,
    email: member.email.toLowerCase(),
    seat,
    guide: member.guide,
    on,
  });
}
