import { describe, expect, it } from 'vitest';
import { PROBE_STEPS, type ProbeResult } from './probe.ts';
import { probeWords, problemWords, sealedFileWords } from './relay-words.ts';
import { SEALED_FILE_PROBLEMS } from './sealed-file.ts';
import { TRANSPORT_REASONS } from './transport.ts';

describe('words about relays', () => {
  const refusals = PROBE_STEPS.filter((step) => step !== 'keep').map(
    (step): ProbeResult => ({ verdict: 'refuses', step, said: '' }),
  );
  const all = [
    ...refusals.map((result) => probeWords(result).text),
    ...TRANSPORT_REASONS.filter((reason) => reason !== 'closed').map(problemWords),
    ...SEALED_FILE_PROBLEMS.map(sealedFileWords),
  ];

  it('are different for each thing that can go wrong, so that a member knows which it is', () => {
    expect(new Set(all).size).toBe(all.length);
  });

  it('have none of the words of those who build such things', () => {
    for (const text of all)
      expect(text).not.toMatch(/MQTT|websocket|TLS|broker|packet|epoch|retain|subscribe|byte/i);
  });

  it('tell what works from what may be chosen knowingly', () => {
    const tones = [
      probeWords({ verdict: 'good', ms: 1 }),
      probeWords({ verdict: 'keepsNothing', ms: 1, said: '' }),
      probeWords({ verdict: 'problem', reason: 'unreachable', said: '' }),
    ].map(({ tone }) => tone);
    expect(tones).toEqual(['works', 'partly', 'not']);
  });
});
