import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { LongText } from './LongText.tsx';

let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

function show(text: string): HTMLElement {
  const place = document.body.appendChild(document.createElement('p'));
  place.style.width = '280px';
  root = createRoot(place);
  flushSync(() => root?.render(<LongText id="words" text={text} />));
  return place;
}

test('short words stand as they are', () => {
  show('Send the aims page to two readers.');
  expect(page.getByRole('button').query()).toBeNull();
});

test('very many words are folded for the eye, whole for a name, and open at a press', async () => {
  const text = 'All that I promised myself, '.repeat(70);
  const place = show(text);
  const folded = place.getBoundingClientRect().height;
  expect(document.getElementById('words')?.textContent).toBe(text);
  await page.getByRole('button', { name: 'Show all' }).click();
  expect(place.getBoundingClientRect().height).toBeGreaterThan(folded * 3);
  await page.getByRole('button', { name: 'Show less' }).click();
  expect(place.getBoundingClientRect().height).toBeCloseTo(folded, 0);
});
