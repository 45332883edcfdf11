import { describe, expect, it } from 'vitest';
import { reminderWords } from './reminder-words';

const ZONE = 'Europe/Berlin';
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${ZONE}]`).epochMilliseconds;
const START = at('2026-11-26T14:00');

function words(
  now: string,
  more: { kind?: 'early' | 'soon'; open?: number; named?: boolean; hours?: number } = {},
) {
  const { kind = 'early', open = 2, named = false, hours = 1.5 } = more;
  const reminder = { kind, circleId: 'c', meetingId: 'm', start: START, at: 0 } as const;
  const spoken = {
    reminder,
    lengthMs: hours * 3_600_000,
    circleName: 'Thursday circle',
    openContracts: open,
  };
  const { title, message } = reminderWords(spoken, named, at(now), ZONE);
  // Intl puts a narrow no-break space before AM and PM.
  return { title: title.replace(/\s/g, ' '), message };
}

describe('the words of a reminder', () => {
  it('say when, by the day it is where the member is, and how many contracts are open', () => {
    expect(words('2026-11-25T14:00')).toEqual({
      title: 'Your circle meets tomorrow at 2:00 PM',
      message: '2 contracts are open.',
    });
    expect(words('2026-11-26T09:00').title).toBe('Your circle meets today at 2:00 PM');
    expect(words('2026-11-24T14:00').title).toBe('Your circle meets Thursday at 2:00 PM');
    expect(words('2026-11-25T00:01').title).toBe('Your circle meets tomorrow at 2:00 PM');
    expect(words('2026-11-24T23:59').title).toBe('Your circle meets Thursday at 2:00 PM');
  });

  it('name the circle only where that is wanted', () => {
    expect(words('2026-11-25T14:00', { named: true }).title).toBe(
      'Thursday circle meets tomorrow at 2:00 PM',
    );
  });

  it('count the minutes that are really left, also when they come late', () => {
    expect(words('2026-11-26T13:50', { kind: 'soon' }).title).toBe('Your circle meets in 10 minutes');
    expect(words('2026-11-26T13:56', { kind: 'soon' }).title).toBe('Your circle meets in 4 minutes');
    expect(words('2026-11-26T13:59:45', { kind: 'soon' }).title).toBe('Your circle meets now');
  });

  it('know none and one', () => {
    expect(words('2026-11-25T14:00', { open: 0 }).message).toBe('No contract is open.');
    expect(words('2026-11-25T14:00', { open: 1 }).message).toBe('1 contract is open.');
  });

  it('give a whole day no hour', () => {
    expect(words('2026-11-25T14:00', { hours: 24 }).title).toBe('Your circle meets tomorrow');
  });
});
