import { describe, expect, it } from 'vitest';
import { readAddress, splitAddress } from './socket.ts';

describe('an address of a relay', () => {
  it.each([
    ['wss://relay.example.org', 'wss://relay.example.org/'],
    [' relay.example.org:8884/mqtt ', 'wss://relay.example.org:8884/mqtt'],
    ['wss://anna:a%20b@relay.example.org', 'wss://anna:a%20b@relay.example.org/'],
    ['ws://localhost:8883', 'ws://localhost:8883/'],
    ['WSS://Relay.Example.org/mqtt?key=1', 'wss://relay.example.org/mqtt?key=1'],
  ])('%s is taken', (typed, href) => {
    expect(readAddress(typed).href).toBe(href);
  });

  it.each([
    ['ws://relay.example.org', 'notSecure'],
    ['ws://localhost.example.org', 'notSecure'],
    ['http://relay.example.org', 'notSecure'],
    ['mqtt://relay.example.org:1883', 'notSecure'],
    ['javascript://relay.example.org', 'badAddress'],
    ['', 'badAddress'],
    ['a relay', 'badAddress'],
    ['wss://anna:100%@relay.example.org', 'badAddress'],
    ['wss://relay.example.org/#secret', 'badAddress'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(() => readAddress(typed)).toThrow(expect.objectContaining({ reason }));
  });
});

it('name and password are taken out of an address, so that no socket and no log sees them there', () => {
  expect(splitAddress(new URL('wss://anna:a%20b@relay.example.org/x?y'))).toEqual({
    href: 'wss://relay.example.org/x?y',
    username: 'anna',
    password: 'a b',
  });
  expect(splitAddress(new URL('wss://relay.example.org'))).toEqual({ href: 'wss://relay.example.org/' });
});
