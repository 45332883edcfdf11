import { myDraft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { type NoteRow, noteEntity, type SelfRow, selfEntity } from './me.ts';

/** My private note of a meeting, in the place of the one before; empty text takes it away. @param at ms since 1970. */
export const writeNote = (
  meeting: { id: string; circleId: string },
  text: string,
  before: NoteRow | null,
  at: number,
): Draft =>
  myDraft(noteEntity(meeting.id), 'note.written', {
    circle: meeting.circleId,
    meeting: meeting.id,
    text: text.trim(),
    at,
    replaces: [...(before?.setBy ?? [])],
  });

/** I am this member of the circle, whatever was said before. */
export const setSelf = (circleId: string, memberId: string, before: SelfRow | null): Draft =>
  myDraft(selfEntity(circleId), 'me.member', {
    circle: circleId,
    member: memberId,
    replaces: [...(before?.setBy ?? [])],
  });
