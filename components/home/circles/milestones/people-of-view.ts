import { type People, peopleOf } from '@/components/milestone/people';
import { type CircleView, cardMember } from '../use-circles.ts';

/** Who is in a circle, as everything about its milestones needs it. */
export const peopleOfView = (view: CircleView): People =>
  peopleOf(view.circle.id, view.me?.id ?? null, view.members, (id) => {
    const member = view.members.find((one) => one.id === id);
    return member && cardMember(view, member);
  });
