import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../public/managed-schema.json' with { type: 'json' };
import { PMC } from '../meeting/format.ts';
import { writeFormatFile } from '../meeting/formats/format-file.ts';
import { MOST, readProgramme } from './programme.ts';

const format = writeFormatFile({ ...PMC, id: 'ours', name: 'Ours' });

const GOOD = {
  googleClientId: 'g.apps.googleusercontent.com',
  microsoftTenant: 'example.edu',
  relays: [
    {
      name: 'Our relay',
      address: 'wss://circle:pw@one.example.org/mqtt',
      second: 'wss://two.example.org/mqtt',
    },
    { address: 'relay.example.org:8884' },
  ],
  agreement: ['We tell the office when a circle ends.', '  No laptops.  '],
  formats: [format, JSON.parse(format)],
};

describe('what a programme sets', () => {
  it('is nothing, without a complaint, where no policy says anything', () => {
    expect(readProgramme({})).toEqual({ clients: [], relays: [], agreement: [], formats: [], problems: [] });
  });

  it('is read whole: clients, relays with names, agreement, formats as text of a file or as the file itself', () => {
    const read = readProgramme(GOOD);
    expect(read.problems).toEqual([]);
    expect(read.clients).toEqual(['googleClientId', 'microsoftTenant']);
    expect(read.relays).toEqual([
      {
        id: 'relays 1',
        name: 'Our relay',
        relays: [
          { kind: 'mqtt', address: 'wss://circle:pw@one.example.org/mqtt' },
          { kind: 'mqtt', address: 'wss://two.example.org/mqtt' },
        ],
      },
      {
        id: 'relays 2',
        name: 'relay.example.org:8884',
        relays: [{ kind: 'mqtt', address: 'wss://relay.example.org:8884/' }],
      },
    ]);
    expect(read.agreement).toEqual(['We tell the office when a circle ends.', 'No laptops.']);
    expect(read.formats.map(({ name }) => name)).toEqual(['Ours', 'Ours']);
    expect(new Set(read.formats.map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    [
      'an unknown key, such as one that would share by force',
      { shareEverything: true },
      'shareEverything',
      'unknown',
    ],
    ['a client that is no text', { googleClientId: 5 }, 'googleClientId', 'text'],
    ['a tenant that is no name', { microsoftTenant: 'a/../b' }, 'microsoftTenant', 'tenant'],
    ['a list that is none', { agreement: 'Be kind' }, 'agreement', 'list'],
    ['an empty rule', { agreement: [' '] }, 'agreement 1', 'text'],
    ['a rule that is there', { agreement: ['onTime'] }, 'agreement 1', 'double'],
    ['a rule said twice', { agreement: ['A', 'A '] }, 'agreement 2', 'double'],
    ['a rule as long as a page', { agreement: ['x'.repeat(501)] }, 'agreement 1', 'tooLong'],
    [
      'more rules than anybody reads',
      { agreement: Array.from({ length: 21 }, (_, i) => `${i}`) },
      'agreement',
      'tooMany',
    ],
    [
      'a relay that is not encrypted',
      { relays: [{ address: 'ws://relay.example.org' }] },
      'relays 1, address',
      'address',
    ],
    ['a relay that is an address alone', { relays: ['wss://relay.example.org'] }, 'relays 1', 'address'],
    [
      'a second address that is none',
      { relays: [{ address: 'wss://a.org', second: '' }] },
      'relays 1, second',
      'address',
    ],
    [
      'a relay nobody asked to be forced',
      { relays: [{ address: 'wss://a.org', forced: true }] },
      'relays 1, forced',
      'unknown',
    ],
  ])('names %s, and the rest holds', (_, bad, at, why) => {
    const read = readProgramme({ microsoftClientId: 'm', ...bad });
    expect(read.problems).toEqual([{ at, why }]);
    expect(read.clients).toEqual(['microsoftClientId']);
  });

  it('says of a format what is said of a shared file', () => {
    const read = readProgramme({
      formats: ['{', format, { kind: 'circlekeeper-format', version: 9, format: {} }],
    });
    expect(read.formats).toHaveLength(1);
    expect(read.problems).toEqual([
      { at: 'formats 1', why: { kind: 'notJson' } },
      { at: 'formats 3', why: { kind: 'newer' } },
    ]);
  });

  it('never throws and never offers an address that is not encrypted, whatever stands in a policy', () => {
    const one = fc.anything({ maxDepth: 4 });
    const set = fc.record(
      { relays: one, agreement: one, formats: one, googleClientId: one },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(set, fc.dictionary(fc.string(), one)), (given) => {
        const { relays, agreement } = readProgramme(given);
        for (const { address } of relays.flatMap((offer) => offer.relays))
          expect(address).toMatch(/^wss:|^ws:\/\/(localhost|127\.0\.0\.1|\[::1\])/);
        expect(agreement.length).toBeLessThanOrEqual(MOST.agreement);
      }),
    );
  });

  it('has one key in the schema of Chrome and Edge for each that is read, and no other', () => {
    const texts = Object.fromEntries(Object.keys(schema.properties).map((key) => [key, 5]));
    expect(readProgramme(texts).problems.map(({ why }) => why)).toEqual([
      'text',
      'text',
      'text',
      'list',
      'list',
      'list',
    ]);
  });
});
