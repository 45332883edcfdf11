import { expect, it, vi } from 'vitest';
import { draft } from '@/lib/fact/draft';
import { spaceIdOf } from '@/lib/fact/space';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { takeOver } from '@/lib/meeting/steering';
import { keyOf } from '@/test/builders/space';
import { tellTakeOver } from './tell-take-over.ts';

const circle = (circleId: string) => ({
  slot: { circleId, meetingId: 'm', originalStart: 0, start: 0, lengthMin: 90, adhoc: false },
  row: { steering: { members: ['bo'], tookOver: [] } } as unknown as MeetingRow,
});
const shared = circle(spaceIdOf(keyOf('ada-1'), 'nonce'));
const moved = (by: string, kind = 'meeting.replanned') => draft(shared.slot.circleId, by, 'm', kind, {});

it('says that whoever passes or gives a turn moves the agenda from now on, where they did not before', () => {
  const record = vi.fn(async () => null);
  const by = (who: string, at = shared) => tellTakeOver(record, { ...at, by: who });
  const said = () => record.mock.lastCall?.at(1 as never);
  void by('chen')([moved('chen')], 'Chen passes');
  expect(said()).toBe('Chen passes. You move the agenda too now, and all see it.');
  void by('chen')([moved('chen')]);
  expect(said()).toBe('You move the agenda too now. All see it.');
  // Not of who does so anyway, of a note, of taking over itself, of starting, nor of a circle that nobody else sees.
  void by('bo')([moved('bo')], 'Bo passes');
  expect(said()).toBe('Bo passes');
  void by('chen')([moved('chen', 'meeting.presence')], 'Noted');
  expect(said()).toBe('Noted');
  void by('chen')([takeOver({ ...shared, by: 'chen' }, 1), moved('chen')], 'Over');
  expect(said()).toBe('Over');
  void by('chen')([moved('chen', 'meeting.started')]);
  expect(said()).toBeUndefined();
  void by('chen', circle('local'))([moved('chen')], 'Chen passes');
  expect(said()).toBe('Chen passes');
});
