import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../test/gallery/mount.tsx';
import { Ring, type RingCentre, type RingSeat } from './Ring.tsx';
import { ringSentence } from './ring-words.ts';
import '../ui/tokens.css';
import '../ui/base.css';

const TURN = 590_000;

function seat(name: string, state: RingSeat['state'], usedMs: number): RingSeat {
  return { id: name, name, initials: name.slice(0, 2).toUpperCase(), hue: 0, usedMs, shareMs: TURN, state };
}

/** Chen's turn, `left` ms before its end. */
function ringAt(left: number) {
  const centre: RingCentre = {
    remainingMs: left,
    totalMs: TURN,
    label: 'Chen’s turn',
    over: left < 0,
    soon: left >= 0 && left <= 60_000,
  };
  return (
    <Ring
      seats={[
        seat('Amira', 'done', 600_000),
        seat('Bo', 'passed', 0),
        seat('Chen', 'now', TURN - left),
        seat('Dana', 'waiting', 0),
        seat('Esra', 'away', 0),
      ]}
      centre={centre}
    />
  );
}

let ring: Awaited<ReturnType<typeof mount>> | undefined;

afterEach(() => {
  ring?.remove();
  ring = undefined;
});

const timer = () => page.getByRole('timer', { name: 'Chen’s turn' });

test('a tick changes the clock’s text and one stroke offset, and nothing else', async () => {
  ring = await mount(ringAt(342_000));
  const seen: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { type, attributeName } of records) seen.push(attributeName ?? type);
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  await ring.show(ringAt(341_000));
  await Promise.resolve();
  for (const { type, attributeName } of observer.takeRecords()) seen.push(attributeName ?? type);
  observer.disconnect();
  expect(seen.toSorted()).toEqual(['characterData', 'stroke-dashoffset']);
  await expect.element(timer()).toHaveTextContent('5:41');
});

test('the clock is a silent timer named after the turn', async () => {
  ring = await mount(ringAt(342_000));
  await expect.element(timer()).toHaveAttribute('aria-live', 'off');
});

test('the last minute and the end are said in words, not in colour alone', async () => {
  ring = await mount(ringAt(42_000));
  expect(document.querySelector('.ring')?.textContent).toContain('last minute');
  await ring.show(ringAt(-20_000));
  expect(document.querySelector('.ring')?.textContent).toContain('over by 0:20');
  await expect.element(timer()).toHaveTextContent('0:00');
  expect(document.querySelector('.ring-track-over')).not.toBeNull();
});

test('says to a screen reader where everyone is', async () => {
  ring = await mount(ringAt(342_000));
  const words = document.querySelector('.ring-seats')?.getAttribute('aria-label');
  expect(words).toContain('Amira has had a turn, 10:00 of 9:50, over by 0:10');
  expect(words).toContain('Bo passed');
  expect(words).toContain('Chen has the turn');
  expect(words).toContain('Dana is still to come');
  expect(words).toContain('Esra is away');
});

test('says of those who wait for as long a turn once how long it is', async () => {
  const waiting = ['Amira', 'Bo', 'Chen'].map(
    (name, hue): RingSeat => ({
      id: name,
      name,
      initials: name.slice(0, 2),
      hue,
      usedMs: 0,
      shareMs: 590_000,
      state: 'waiting',
    }),
  );
  expect(ringSentence(waiting)).toBe('The circle: Amira, Bo, and Chen are still to come, 9:50 each');
  const [first, ...others] = waiting.map((seat) => seat);
  if (!first) throw new Error('nobody waits');
  expect(ringSentence([{ ...first, shareMs: 60_000 }, ...others])).toContain('Bo is still to come, 9:50');
  expect(ringSentence([{ ...first, state: 'done', usedMs: 61_000, usedOnly: true }])).toBe(
    'The circle: Amira has used 1:01',
  );
});

test('every state has a shape of its own, so that the ring is read without colour', async () => {
  ring = await mount(ringAt(342_000));
  const look = (state: string) => {
    const node = document.querySelector(`.seat-${state}`);
    const disc = node?.querySelector('.seat-disc');
    const style = disc ? getComputedStyle(disc) : undefined;
    return [
      style?.strokeDasharray,
      style?.fill === style?.stroke,
      node?.querySelector('.seat-mark')?.getAttribute('d'),
      node?.querySelector('.seat-halo') !== null,
    ].join('|');
  };
  const looks = ['done', 'passed', 'now', 'waiting', 'away'].map(look);
  expect(new Set(looks).size).toBe(5);
});
