import { describe, expect, it } from 'vitest';
import { backupDue } from './backup-due.ts';

const NOW = Date.UTC(2026, 10, 5, 17);
const ago = (days: number) => NOW - days * 86_400_000;

describe('the reminder to make a copy', () => {
  it('is silent while there is nothing to lose', () => {
    expect(backupDue({ lastAt: null, firstAt: null, lastMeetingAt: null }, NOW)).toBe('nothing');
  });

  it('gives a new circle a week, or its first meeting, before it says anything', () => {
    expect(backupDue({ lastAt: null, firstAt: ago(3), lastMeetingAt: null }, NOW)).toBe('fresh');
    expect(backupDue({ lastAt: null, firstAt: ago(8), lastMeetingAt: null }, NOW)).toBe('never');
    expect(backupDue({ lastAt: null, firstAt: ago(1), lastMeetingAt: ago(0) }, NOW)).toBe('never');
  });

  it('comes back only after a meeting that is in no copy, and a month after the last one', () => {
    expect(backupDue({ lastAt: ago(40), firstAt: ago(90), lastMeetingAt: ago(50) }, NOW)).toBe('fresh');
    expect(backupDue({ lastAt: ago(10), firstAt: ago(90), lastMeetingAt: ago(2) }, NOW)).toBe('fresh');
    expect(backupDue({ lastAt: ago(40), firstAt: ago(90), lastMeetingAt: ago(2) }, NOW)).toBe('due');
  });
});
