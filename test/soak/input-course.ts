import fc from 'fast-check';
import { readCalendar } from '../../lib/calendar/ics/read-calendar.ts';
import {
  accountAnswers,
  backgroundAnswers,
  calendarPageAnswers,
  callPageAnswers,
  enrichAnswers,
  eventAnswers,
  type Rule,
  sidebarAnswers,
  stoppableAnswers,
} from '../../lib/platform/messages.ts';
import { byHand } from '../../lib/share/invite/by-hand.ts';
import { readOffer } from '../../lib/share/invite/offer.ts';
import { readSaid } from '../../lib/share/invite/said.ts';
import { CORPUS, nastyJson, nastyText } from '../fuzz/nasty.ts';
import { JSON_READERS, TEXT_READERS } from '../fuzz/readers.ts';
import { checkSealed } from '../fuzz/sealed-files.ts';

const RULES: Readonly<Record<string, Rule>> = {
  ...backgroundAnswers,
  ...accountAnswers,
  ...enrichAnswers,
  ...eventAnswers,
  ...sidebarAnswers,
  ...callPageAnswers,
  ...stoppableAnswers,
  ...calendarPageAnswers,
};

const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

/** What every object has, by name; anything more was put there by a text. */
const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const keysOf = (): string => JSON.stringify(prototypes.map((one) => Object.getOwnPropertyNames(one)));

/** A calendar from anywhere: it ends, and what it says is in bounds. */
async function calendar(text: string): Promise<void> {
  const result = await readCalendar(text, { sourceId: 's', window });
  if (!result.ok) return;
  for (const { title, call } of result.series) {
    if (title.length > 500) throw new Error('a long title');
    if (call && !/^https:/.test(call.url)) throw new Error(`a call at ${call.url}`);
  }
}

const FROM = `${'k'.repeat(42)}A`;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** An answer somebody pasted while they wait for one. */
async function handed(text: string): Promise<void> {
  const invitation = { purpose: 'circle', key: new Uint8Array(16), expiresAt: 0, relays: [] } as const;
  const hand = await byHand(invitation, 'newcomer', null, () => undefined);
  if ((await hand.take(text)) === null) throw new Error('an answer that nobody gave');
}

/** One input for every reader of texts, or of JSON; throws with what was wrong, and of which. */
async function one(text: string, json: unknown): Promise<void> {
  for (const [name, read] of Object.entries(TEXT_READERS)) guarded(name, () => read(text));
  for (const [name, read] of Object.entries(JSON_READERS)) guarded(name, () => read(json));
  for (const [kind, rule] of Object.entries(RULES))
    guarded(kind, () => {
      if (
        typeof rule.accepts(json) !== 'boolean' ||
        typeof rule.accepts({ event: json, host: json, circleId: json }) !== 'boolean'
      )
        throw new Error('neither yes nor no');
    });
}

function guarded(name: string, read: () => void): void {
  try {
    read();
  } catch (cause) {
    throw new Error(`${name}: ${cause}`, { cause });
  }
}

/** What each input is shown to: readers of texts, of JSON, and rules of messages. */
export const READERS =
  Object.keys(TEXT_READERS).length + Object.keys(JSON_READERS).length + Object.keys(RULES).length;

/**
 * Shows `inputs` inputs (a text and a JSON each) to everything that reads what comes from outside, and a tenth of them to
 * what has to be awaited: calendars, words of the handshake, answers that are pasted, sealed copies and locks. Nothing throws, nothing is put on what
 * all objects have, and what the readers promise of their results holds. A failure names the seed and the smallest input.
 */
export async function checkInputs({ inputs, seed = 1 }: { inputs: number; seed?: number }): Promise<void> {
  const before = keysOf();
  const numRuns = Math.max(1, inputs);
  await fc.assert(
    fc.asyncProperty(nastyText, nastyJson, async (text, json) => {
      await one(text, json);
      if (keysOf() !== before) throw new Error('something was put on what all objects have');
    }),
    { numRuns, seed },
  );
  await fc.assert(
    fc.asyncProperty(nastyText, nastyJson, async (text, json) => {
      await calendar(
        `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260302T100000Z\r\n${text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      );
      await calendar(text);
      await handed(text);
      if ((await readSaid('invite', bytesOf(text))) !== null) throw new Error('a word that nobody said');
      if ((await readOffer(FROM, json)) !== null) throw new Error('an offer that nobody made');
      if (keysOf() !== before) throw new Error('something was put on what all objects have');
    }),
    { numRuns: Math.ceil(numRuns / 10), seed },
  );
  await checkSealed(Math.ceil(numRuns / 40), seed);
}

/** Every sample of the corpus, to every reader, as text and in JSON. */
export async function checkCorpus(): Promise<void> {
  const before = keysOf();
  for (const { name, text } of CORPUS) {
    let json: unknown = { id: text, summary: text, body: { contentType: 'html', content: text } };
    try {
      json = JSON.parse(text);
    } catch {
      // Then as the words of something.
    }
    try {
      await one(text, json);
      await calendar(text);
      await handed(text);
    } catch (cause) {
      throw new Error(`${name}: ${cause}`, { cause });
    }
    if (keysOf() !== before) throw new Error(`${name} put something on what all objects have`);
  }
}
