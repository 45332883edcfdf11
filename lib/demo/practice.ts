import { createCircle } from '../circle/commands.ts';
import { openJournal } from './journal.ts';
import { PEOPLE } from './story.ts';
import type { World } from './world.ts';

/**
 * So few that all of it is seen in a few presses, so long that every turn is as in a real meeting: by the Peer Mentoring
 * Circle's minutes the four have 6:30 each, and no step is in its last minute from its beginning.
 */
const MEMBERS = 4;
const LENGTH_MIN = 50;

/** A circle before its first meeting, to try one in; its facts are written by the product's own commands. */
export function practiceCircle({ now, zone, newId, words }: World) {
  const circleId = newId();
  const journal = openJournal(newId);
  const members = PEOPLE.slice(0, MEMBERS).map(({ name }, seat) => ({
    id: newId(),
    name,
    email: '',
    guide: null,
    isMe: seat === 0,
  }));
  const circle = {
    id: circleId,
    name: words.circleName,
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: LENGTH_MIN,
    links: [],
    agreement: ['attendance', 'confidentiality', 'everyoneGetsTime'],
  };
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  journal.write(createCircle({ ...circle, members }, now, today.toString()), now);
  return { circleId, facts: journal.facts };
}
