import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeDates } from './write-dates.ts';

const NOW = Date.UTC(2026, 10, 22, 13);
const events = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('days for a calendar', () => {
  it('are whole days that block nothing, ring nothing and are marked private', () => {
    const file = writeDates([{ id: 'k1', on: '2026-12-03', title: 'A contract is due' }], NOW);
    const [event] = events(file);
    expect(event?.summary).toBe('A contract is due');
    expect(event?.startDate.toString()).toBe('2026-12-03');
    expect(event?.startDate.isDate).toBe(true);
    expect(file).toContain('TRANSP:TRANSPARENT\r\n');
    expect(file).toContain('CLASS:PRIVATE\r\n');
    expect(file).not.toContain('VALARM');
  });

  it('are the same events when they are written again, and lead to no id of ours', () => {
    const once = writeDates([{ id: 'secret-id', on: '2026-12-03', title: 'x' }], NOW);
    const again = writeDates([{ id: 'secret-id', on: '2026-12-10', title: 'x' }], NOW + 5000);
    expect(events(again)[0]?.uid).toBe(events(once)[0]?.uid);
    expect(once).not.toContain('secret-id');
    const two = writeDates(
      [
        { id: 'a', on: '2026-12-03', title: 'x' },
        { id: 'b', on: '2026-12-03', title: 'x' },
      ],
      NOW,
    );
    expect(new Set(events(two).map(({ uid }) => uid)).size).toBe(2);
  });

  it('keep every letter: folded lines, line breaks, commas, and no line over 75 bytes', () => {
    const title = `Überarbeiten, „Kapitel; 3“\n${'sehr lang 🎓 '.repeat(20)}`.trim();
    const file = writeDates([{ id: 'k', on: '2026-12-03', title, note: 'a\\b;c,d' }], NOW);
    expect(events(file)[0]?.summary).toBe(title);
    expect(events(file)[0]?.description).toBe('a\\b;c,d');
    const bytes = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
  });

  it('make a calendar without events when there are none', () => {
    expect(events(writeDates([], NOW))).toEqual([]);
  });
});
