import { it } from 'vitest';
import { checkMeetings } from '@/test/soak/meeting-course';

it('three devices with wrong clocks that hear of each other now and then show one meeting, which ends by itself', () => {
  // Throws with the shortest example. `npm run soak` does the same for long.
  checkMeetings({ runs: 200 });
});
