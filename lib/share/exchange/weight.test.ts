import { expect, it } from 'vitest';
import { meetingWeight } from '@/test/builders/meeting-weight';
import { type Frame, writeFrame } from '../seal/frame.ts';

it('a meeting of 90 minutes with eight costs a member less than a megabyte', async () => {
  const { bytes, by, whole } = await meetingWeight(90);
  expect(bytes, JSON.stringify(by)).toBeLessThan(1_000_000);
  // And it is no less than what there is: everybody has everything.
  expect(whole).toBe(8);
});

it('what is said all the time fits the smallest packet', () => {
  const key = 'A'.repeat(43);
  const line = `${Date.UTC(2030, 0).toString(36)}${key.slice(0, 12)}`;
  const at = Date.UTC(2030, 0);
  const frame = (kind: string, body: unknown): Frame => ({
    kind,
    from: key,
    run: 'r'.repeat(13),
    seq: 9_999,
    body,
    sig: 'A'.repeat(86),
  });
  const beat = frame('beat', ['h'.repeat(22), 9_999, 9_999, at, line]);
  const echo = frame('echo', [key.slice(0, 10), 999, line, at, 1]);
  const { sig: _, ...probe } = frame('probe', { to: key, id: 999 });
  for (const one of [beat, echo, probe]) expect(writeFrame(one).length).toBeLessThanOrEqual(251);
});
