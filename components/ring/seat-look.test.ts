import { expect, test } from 'vitest';
import { initialsOf, seatLooks } from './seat-look.ts';

const best = (name: string) => initialsOf(name)[0];
const circle = (...names: string[]) => [
  ...seatLooks(names.map((name, index) => ({ id: `m${index}`, name }))).values(),
];
const initials = (...names: string[]) => circle(...names).map((look) => look.initials);

test('takes the first and the last name, whatever stands between', () => {
  expect(best('Amira Said')).toBe('AS');
  expect(best('Maria de la Cruz')).toBe('MC');
  expect(best('Anne-Marie Lund')).toBe('AL');
  expect(best('élise dupont')).toBe('ÉD');
});

test('reads past titles, remarks and the order of a mail directory', () => {
  expect(best('Dr. Amira Said')).toBe('AS');
  expect(best('Said, Amira')).toBe('AS');
  expect(best('Amira Said (Guest)')).toBe('AS');
  expect(best('amira.said@example.org')).toBe('AS');
});

test('a name of one word gives its first two letters', () => {
  expect(best('Chen')).toBe('CH');
  expect(best('K')).toBe('K');
});

test('names in other scripts keep letters that belong to them', () => {
  expect(best('Ольга Иванова')).toBe('ОИ');
  expect(best('王小明')).toBe('小明');
  expect(best('김민준')).toBe('민준');
  expect(best('山田 花子')).toBe('山花');
  expect(best('عمر مراد')).toBe('ع\u200cم');
  expect(best('नीता शर्मा')).toBe('नीश');
});

test('a name without letters still has a mark', () => {
  expect(best('')).toBe('?');
  expect(best('+49 170 1234567')).toBe('?');
  expect(initials('', '?', '')).toEqual(['?', '?2', '?3'].map((mark) => mark.replace('?2', mark)));
});

test('initials are unlike anybody else’s in the circle', () => {
  expect(initials('Amira Said', 'Ana Santos', 'Ada Silva')).toEqual(['AS', 'AA', 'AI']);
  expect(initials('Ana', 'Anna', 'Anne')).toEqual(['AN', 'AA', 'AE']);
  const same = initials(...Array.from({ length: 12 }, () => 'Bo Li'));
  expect(new Set(same).size).toBe(12);
  expect(same[0]).toBe('BL');
});

test('who comes later changes nobody’s look', () => {
  const before = circle('Amira Said', 'Bo Olsen');
  expect(circle('Amira Said', 'Bo Olsen', 'Ana Santos').slice(0, 2)).toEqual(before);
});

test('twelve seats have twelve colours, and a thirteenth takes that of somebody who left', () => {
  const people = Array.from({ length: 13 }, (_, index) => ({
    id: `m${index}`,
    name: `Person ${index}`,
    gone: index === 4,
  }));
  const hues = [...seatLooks(people).values()].map((look) => look.hue);
  expect(new Set(hues.slice(0, 12)).size).toBe(12);
  expect(hues[12]).toBe(4);
});
