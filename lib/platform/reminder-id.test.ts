import { describe, expect, it } from 'vitest';
import { readReminderId, reminderId } from './reminder-id';

const reminder = { kind: 'soon', circleId: 'c', meetingId: 'm-1', start: 1_795_334_429_074 } as const;

describe('the name of a notification', () => {
  it('says what it is about, to a worker that was started by the click', () => {
    expect(readReminderId(reminderId(reminder))).toEqual(reminder);
    const odd = { ...reminder, circleId: 'a:b/%', meetingId: 'ü ' };
    expect(readReminderId(reminderId(odd))).toEqual(odd);
  });

  it('is another one after the meeting was moved', () => {
    expect(reminderId({ ...reminder, start: 1 })).not.toBe(reminderId(reminder));
  });

  it.each(['', 'remind-sample', 'remind:soon', 'remind:late:c:m:1', 'remind:soon:c:m:1:2', 'x:soon:c:m:1'])(
    'is none of ours as %j',
    (id) => {
      expect(readReminderId(id)).toBeNull();
    },
  );
});
