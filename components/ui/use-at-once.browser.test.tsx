import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '@/test/gallery/mount';
import { useAtOnce } from './use-at-once.ts';

/** The disk as buttons: "Arrive x" is what a write, or another window, stores. */
function Stored() {
  const [stored, arrive] = useState('a');
  const [shown, set, forget] = useAtOnce(stored);
  const one = (label: string, act: () => void) => (
    <button type="button" key={label} onClick={act}>
      {label}
    </button>
  );
  return (
    <>
      <p data-testid="shown">{shown}</p>
      {['a', 'b', 'c', 'd'].flatMap((value) => [
        one(`Set ${value}`, () => set(value)),
        one(`Arrive ${value}`, () => arrive(value)),
      ])}
      {one('Forget', forget)}
    </>
  );
}

let remove = (): void => undefined;
afterEach(() => remove());

const steps: [string, readonly (readonly [press: string, shown: string])[]][] = [
  [
    'is shown at once, and then the truth, whatever it is',
    [
      ['Set b', 'b'],
      ['Arrive b', 'b'],
      ['Arrive c', 'c'],
    ],
  ],
  [
    'gives way to what somebody else stored',
    [
      ['Set b', 'b'],
      ['Arrive d', 'd'],
      ['Arrive a', 'a'],
    ],
  ],
  [
    'holds while an earlier press arrives',
    [
      ['Set b', 'b'],
      ['Set c', 'c'],
      ['Arrive b', 'c'],
      ['Arrive c', 'c'],
      ['Arrive b', 'b'],
    ],
  ],
  [
    'holds when it is pressed back and forth',
    [
      ['Set b', 'b'],
      ['Set a', 'a'],
      ['Arrive b', 'a'],
      ['Arrive a', 'a'],
      ['Arrive b', 'b'],
    ],
  ],
  [
    'is taken back when it could not be stored',
    [
      ['Set b', 'b'],
      ['Forget', 'a'],
      ['Arrive c', 'c'],
      ['Arrive a', 'a'],
    ],
  ],
];

test.each(steps)('what was pressed %s', async (_, presses) => {
  ({ remove } = await mount(<Stored />));
  const shown = () => page.getByTestId('shown').element().textContent;
  for (const [press, expected] of presses) {
    await page.getByRole('button', { name: press, exact: true }).click();
    await expect.poll(shown).toBe(expected);
  }
});

test('what was pressed back and forth is not held for ever, though the disk has nothing to tell', async () => {
  ({ remove } = await mount(<Stored />));
  const shown = () => page.getByTestId('shown').element().textContent;
  for (const press of ['Set b', 'Set a'])
    await page.getByRole('button', { name: press, exact: true }).click();
  await new Promise((done) => setTimeout(done, 3_200));
  await page.getByRole('button', { name: 'Arrive b', exact: true }).click();
  await expect.poll(shown).toBe('b');
});
