import { describe, expect, it } from 'vitest';
import { readAddress } from './socket.ts';

describe('an address of a relay', () => {
  it.each([
    ['wss://relay.example.org', 'wss://relay.example.org/'],
    [' relay.example.org:8884/mqtt ', 'wss://relay.example.org:8884/mqtt'],
    ['WSS://Relay.Example.org/mqtt?key=1', 'wss://relay.example.org/mqtt?key=1'],
  ])('%s is taken', (typed, href) => {
    expect(readAddress(typed).href).toBe(href);
  });

  it.each([
    ['ws://relay.example.org', 'notSecure'],
    ['http://relay.example.org', 'notSecure'],
    ['mqtt://relay.example.org:1883', 'notSecure'],
    ['javascript://relay.example.org', 'badAddress'],
    ['', 'badAddress'],
    ['a relay', 'badAddress'],
    ['wss://anna:secret@relay.example.org', 'badAddress'],
    ['wss://relay.example.org/#secret', 'badAddress'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(() => readAddress(typed)).toThrow(expect.objectContaining({ reason }));
  });
});
