import { type People, peopleOf } from '../milestone/people.ts';
import type { Stage } from './stage.ts';

/** Who is in the circle, as everything about its milestones needs it. */
export const peopleOfStage = ({ room, me, cards }: Pick<Stage, 'room' | 'me' | 'cards'>): People =>
  peopleOf(room.circle.id, me, room.members, (id) => cards.get(id));
