import { describe, expect, it } from 'vitest';
import { NOTE_TAKERS, partNames } from './note-takers.ts';

/** Names that such guests had in public lists of attendance, and in what Teams takes for a bot. */
const SEEN = [
  ['Notetaker (Otter.ai)', 'Otter'],
  ["Asha's OtterPilot", 'Otter'],
  ['Fireflies.ai Notetaker Bruno', 'Fireflies'],
  ['Fireflies Notetaker', 'Fireflies'],
  ['read.ai meeting notes', 'Read AI'],
  ['tl;dv Notetaker', 'tl;dv'],
  ["Dörte's Fathom Notetaker", 'Fathom'],
  ['Microsoft 365 Copilot', 'Copilot'],
  ['Gemini notes', 'Gemini'],
  ["Rahil's MeetGeek Notetaker", 'MeetGeek'],
  ['Notta Bot', 'Notta'],
  // Teams shows what stands in brackets as a mark, which is taken off the name.
  ['Notetaker', null],
  ['Liminal Notetaker', null],
  ['AI Companion', null],
] as const;

describe('note-takers in a call', () => {
  it.each(SEEN)('knows %s', (name, service) => {
    expect(partNames([name], ['Asha Sen'])).toEqual({ people: [], takers: [{ name, service }] });
  });

  it('takes nobody for one because of a first or last name', () => {
    const people = [
      'Otter Lindqvist',
      'Grace Grain',
      'Gemini Okafor',
      'Mary Read',
      'Ai Tanaka',
      'Fathom Price',
      'Noah Fellow',
      'Notta Costa',
      'Chen Wu',
      'Meeting room 4',
    ];
    expect(partNames(people, [])).toEqual({ people, takers: [] });
  });

  it('takes a member for a member, whatever the name looks like', () => {
    expect(partNames(['Copilot'], ['copilot ']).takers).toEqual([]);
  });

  it('has each service once', () => {
    const names = NOTE_TAKERS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
