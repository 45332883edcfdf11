import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }],
  ),
);

function token(name: string, theme: 'light' | 'dark'): string {
  const pair = tokens.get(name);
  if (!pair) throw new Error(`no token --${name}`);
  return pair[theme];
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const seats = Array.from({ length: 12 }, (_, seat) => `seat-${seat}`);
const words = ['ink', 'ink-2', 'accent', 'accent-strong', 'soon', 'over', 'kept', 'partly', ...seats];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(words)('%s can be read on paper and panel (AA, 4.5:1)', (name) => {
    for (const ground of ['paper', 'panel', 'raised'])
      expect(contrast(token(name, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(seats)('initials can be read on %s', (seat) => {
    expect(contrast(token('on-seat', theme), token(seat, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test('words on the primary button can be read, also under the pointer', () => {
    for (const ground of ['accent', 'accent-strong'])
      expect(contrast(token('on-accent', theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test('words can be read on the accent wash (a chosen menu item)', () => {
    for (const name of ['ink', 'accent', 'over'])
      expect(contrast(token(name, theme), token('accent-wash', theme))).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a field is seen (3:1)', () => {
    for (const ground of ['paper', 'panel'])
      expect(contrast(token('edge', theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test('seats that sit side by side differ in lightness, for those who see no hues', () => {
    seats.forEach((seat, index) => {
      const next = seats[(index + 1) % seats.length] ?? '';
      expect(contrast(token(seat, theme), token(next, theme))).toBeGreaterThanOrEqual(1.12);
    });
  });
});
