import { expect, test } from 'vitest';
import { earlyKeys } from './early-keys.ts';

const press = (key: string, change: KeyboardEventInit = {}) =>
  document.dispatchEvent(new KeyboardEvent('keydown', { key, ...change }));

test('letters typed before the field was there are kept, commands and shortcuts are not', () => {
  const stop = earlyKeys(document);
  press('C', { altKey: true, shiftKey: true });
  for (const key of ['W', 'r', 'o', 'Shift', 'Backspace', 'i', 't', 'e', 'Tab', ' ', 'Ü']) press(key);
  expect(stop()).toBe('Write Ü');
  press('x');
  expect(stop()).toBe('Write Ü');
});
