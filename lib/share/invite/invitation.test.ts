import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Invitation,
  isRelayAddress,
  newInvitation,
  PURPOSES,
  readInvitation,
  writeInvitation,
} from './invitation.ts';

const NOW = Date.UTC(2026, 10, 22, 17);
const relay = { kind: 'mqtt', address: 'wss://relay.example.org/mqtt' } as const;
const invitation = newInvitation('circle', [relay], NOW, 24 * 3_600_000);
const text = writeInvitation(invitation);
const reasonOf = (pasted: string) => {
  const read = readInvitation(pasted);
  return read.ok ? 'ok' : read.reason;
};

const anyInvitation: fc.Arbitrary<Invitation> = fc.record({
  purpose: fc.constantFrom(...PURPOSES),
  key: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes)),
  expiresAt: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((minutes) => minutes * 60_000),
  relays: fc.array(
    fc.record({
      kind: fc.constantFrom('mqtt', 'nostr'),
      address: fc.constantFrom(
        'wss://relay.example.org',
        'wss://relay.example.org:8084/mqtt',
        'wss://name:pass%20word@broker.example.net/ws?x=1',
        'ws://127.0.0.1:9001',
        'ws://localhost',
        'wss://bücher.example',
      ),
    }),
    { maxLength: 2 },
  ),
});

describe('an invitation', () => {
  it('is read as it was written, in any message, in capitals and over several lines', () => {
    fc.assert(
      fc.property(anyInvitation, fc.string(), fc.nat(200), (one, around, at) => {
        const written = writeInvitation(one);
        const broken = `${written.slice(0, at)}\r\n  \u200b${written.slice(at)}`;
        const says = around.replace(/ck/gi, '');
        for (const pasted of [
          written,
          written.toUpperCase(),
          `Please join us: ${written}\nSee you on Thursday, Ada`,
          `https://meet.google.com/abc-defg-hij#${written}.`,
          `${says} «${broken}» ${says}`,
        ])
          expect(readInvitation(pasted)).toEqual({ ok: true, invitation: one });
      }),
    );
  });

  it('is short enough to paste, and has no letters that chats take for formatting', () => {
    expect(text.length).toBeLessThanOrEqual(95);
    expect(text).toMatch(/^ck1[0-9a-hj-km-np-tv-z]+$/);
  });

  it('says when its end is missing, at every place it can be cut', () => {
    for (let length = 18; length < text.length - 1; length += 1)
      expect(reasonOf(text.slice(0, length)), String(length)).toBe('cut');
    // The last letter holds bits that are filled up, or some that count: either way nothing else is read.
    expect(['cut', 'ok']).toContain(reasonOf(text.slice(0, -1)));
    expect(reasonOf(`${text.slice(0, 40)} … and so on`)).toBe('cut');
  });

  it('says when letters were changed: not one of them, nor two in each other’s place', () => {
    for (let at = 5; at < text.length - 1; at += 1) {
      const other = text[at] === 'a' ? 'b' : 'a';
      expect(reasonOf(text.slice(0, at) + other + text.slice(at + 1)), String(at)).toBe('damaged');
      const [one = '', two = ''] = text.slice(at, at + 2);
      if (one !== two && at + 2 < text.length)
        expect(reasonOf(text.slice(0, at) + two + one + text.slice(at + 2))).toBe('damaged');
    }
  });

  it('knows what is none, and what a later version wrote', () => {
    for (const none of [
      '',
      'ck1',
      'Hello',
      'https://example.org/track1 stock1ng',
      'ck1 abc',
      'x'.repeat(50_000),
    ])
      expect(reasonOf(none), none.slice(0, 40)).toBe('none');
    expect(reasonOf(`ck2${text.slice(3)}`)).toBe('newer');
    expect(reasonOf(`ck2 and ${text}`)).toBe('ok');
    expect(reasonOf(`ck1ng ${text}`)).toBe('ok');
  });

  it('is not held up by however much is pasted', () => {
    expect(readInvitation('ck1'.repeat(300_000)).ok).toBe(false);
    expect(readInvitation(text.slice(0, -3).repeat(5_000)).ok).toBe(false);
  });

  it('takes relays that are encrypted, or of this very computer, and no others', () => {
    for (const address of [
      'wss://a.example',
      'ws://127.0.0.1:1',
      'ws://[::1]/x',
      'wss://me:word@a.example/x',
    ])
      expect(isRelayAddress(address), address).toBe(true);
    for (const address of [
      'ws://relay.example.org',
      'https://relay.example.org',
      'wss:',
      'wss:relay.example.org',
      'wss://',
      'wss://a.example#x',
      'javascript:alert(1)',
      ' wss://a.example',
      `wss://${'a'.repeat(101)}.example`,
    ]) {
      expect(isRelayAddress(address), address).toBe(false);
      expect(() => writeInvitation({ ...invitation, relays: [{ kind: 'mqtt', address }] })).toThrow(
        RangeError,
      );
    }
    expect(() => writeInvitation({ ...invitation, relays: [relay, relay, relay] })).toThrow(RangeError);
  });

  it('lasts as long as it says, in whole minutes', () => {
    expect(newInvitation('device', [], NOW + 1, 60_000).expiresAt).toBe(NOW + 120_000);
    expect(newInvitation('device', [], NOW, 60_000).expiresAt).toBe(NOW + 60_000);
  });
});
