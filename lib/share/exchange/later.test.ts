import { expect, it } from 'vitest';
import { later } from './later.ts';

function world() {
  const waiting = new Set<() => void>();
  return {
    waiting,
    after: (_: number, run: () => void) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
    pass: () => {
      const due = [...waiting];
      waiting.clear();
      for (const run of due) run();
    },
  };
}

it('does once what was wanted many times, and again when it is wanted afterwards', async () => {
  const { after, pass, waiting } = world();
  let done = 0;
  const task = later(
    after,
    150,
    async () => {
      done += 1;
    },
    (run) => run(),
  );
  for (let i = 0; i < 5; i += 1) task.soon();
  expect([done, task.isWanted()]).toEqual([0, true]);
  pass();
  expect([done, task.isWanted()]).toEqual([1, false]);
  task.soon();
  await task.now();
  expect([done, waiting.size]).toEqual([2, 0]);
});

it('does nothing after it was stopped', () => {
  const { after, pass } = world();
  let done = 0;
  const task = later(
    after,
    150,
    async () => {
      done += 1;
    },
    (run) => run(),
  );
  task.soon();
  task.stop();
  pass();
  expect(done).toBe(0);
});
