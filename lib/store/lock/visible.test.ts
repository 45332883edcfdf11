import { expect, it } from 'vitest';
import { Database } from '../database.ts';
import { BLINDED, OPEN_TABLES } from './visible.ts';

/**
 * What somebody who reads the disk sees of each table: what keys and indexes need. Ids are random, or hashes of what
 * stands here anyway; `author` and the name of a shared circle are public keys. Times are of meetings, of contracts, of
 * nudges. No words, names, titles, addresses.
 */
const SEEN = {
  facts: ['author', 'hash', 'log', 'seq'],
  heads: ['author', 'log'],
  meta: ['key'],
  circles: ['id'],
  members: ['circleId', 'id', 'log'],
  meetings: ['circleId', 'id', 'log', 'phase', 'start'],
  contracts: ['circleId', 'id', 'log', 'madeAt', 'meetingId', 'open', 'reportedIn'],
  asides: ['goal', 'id', 'nudge'],
  parked: ['circleId', 'id', 'log', 'open'],
  milestones: ['circleId', 'id', 'log'],
  together: ['circleId', 'id', 'log'],
  notes: ['circleId', 'id'],
  selves: ['id'],
  decisions: ['circleId'],
  ties: ['id'],
  plans: ['id'],
  erasedCircles: ['id'],
  sources: ['id'],
  series: ['sourceId'],
  chunks: ['chunk', 'sourceId'],
  accounts: ['id'],
  tokens: ['accountId'],
  calendars: ['accountId', 'id'],
  events: ['bucket', 'calendarId'],
  pages: ['calendarId', 'page'],
  secrets: ['id', 'space'],
  rights: ['id'],
} as const;

it('leaves to be seen on the disk what is listed here, and nothing else', () => {
  const seen = Object.fromEntries(
    new Database('never opened').tables
      .filter(({ name }) => !OPEN_TABLES.has(name))
      .map(({ name, schema }) => {
        const fields = [schema.primKey, ...schema.indexes].flatMap(({ keyPath }) => keyPath ?? []);
        return [name, [...new Set(fields)].filter((field) => !BLINDED[name]?.[field]).sort()];
      }),
  );
  expect(seen).toEqual(SEEN);
});
