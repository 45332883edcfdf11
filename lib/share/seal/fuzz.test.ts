import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFrames, checkParts } from '@/test/soak/frame-course';
import { isSound } from '../../fact/fact.ts';
import { spaceIdOf } from '../../fact/space.ts';
import { fromWire } from '../exchange/wire-fact.ts';
import { epochKeys, newEpoch, topicOf } from './epoch.ts';
import { readFrame, writeFrame } from './frame.ts';
import { opener } from './message.ts';
import { readPart } from './parts.ts';

const from = `${'k'.repeat(42)}A`;

describe('what is not ours', () => {
  it('is never taken and never throws: a slice of what npm run soak does a million times', async () => {
    await checkFrames({ frames: 4_000, seed: 20261122 });
    await checkParts({ messages: 60, seed: 20261122 });
  }, 60_000);

  it('is refused for any bytes at any topic', async () => {
    const space = spaceIdOf(from, 'nonce');
    const keys = await epochKeys(space, await newEpoch(space, 1));
    const topic = await topicOf(keys, 'live');
    const { open } = opener(keys);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 4_500, size: 'max' }),
        fc.oneof(fc.constant(topic), fc.constant(`${keys.prefix}/x`), fc.string()),
        async (bytes, at) => {
          expect(await open(at, bytes)).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is no part, no facts and no frame, whatever was inside', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.jsonValue(), (bytes, value) => {
        const part = readPart(new Uint8Array(bytes));
        if (part) expect(part.index).toBeLessThan(part.count);
        expect(readFrame(bytes)).toBeNull();
        const facts = fromWire('c', from, Array.isArray(value) ? value : [value]);
        expect(facts.every(isSound)).toBe(true);
      }),
    );
  });
});

describe('a frame', () => {
  it('comes out as it went in, whatever JSON it carries', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1 }), (value, seq) => {
        const body: unknown = JSON.parse(JSON.stringify(value));
        const frame = { kind: 'hello', from, run: 'r-_9', seq, body };
        expect(readFrame(writeFrame(frame))).toEqual(frame);
      }),
    );
  });
});
