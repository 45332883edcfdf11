import { type Derived, derive, topicOf } from '../seal/epoch.ts';
import type { Invitation } from './invitation.ts';

/** What the two sides of an invitation speak with. To a relay it looks like any circle. */
export interface InviteKeys extends Derived {
  /** Where the newcomer speaks, and where the steward does: nobody's words come back to them as an answer. */
  newcomer: string;
  steward: string;
}

/** The keys of an invitation. Those of the two purposes differ, so that changing a link's purpose leads nowhere. */
export async function inviteKeys({ purpose, key }: Pick<Invitation, 'purpose' | 'key'>): Promise<InviteKeys> {
  const derived = await derive(`circlekeeper invitation 1 ${purpose}`, key);
  const [newcomer, steward] = await Promise.all([topicOf(derived, 'newcomer'), topicOf(derived, 'steward')]);
  return { ...derived, newcomer, steward };
}
