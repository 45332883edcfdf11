import * as v from 'valibot';
import { readTable } from '../../components/home/sheet/read-table.ts';
import { readCallLink } from '../../lib/calendar/call-link.ts';
import { putBlock, readBlock, removeBlock } from '../../lib/calendar/enrich/block.ts';
import { linksIn, visibleLines } from '../../lib/calendar/enrich/lines.ts';
import { readEvent } from '../../lib/calendar/google/read-event.ts';
import { readRedirect } from '../../lib/calendar/google/redirect.ts';
import { decodeEntities, htmlToText, looksLikeHtml, tidy } from '../../lib/calendar/ics/plain-text.ts';
import { readIdToken } from '../../lib/calendar/microsoft/id-token.ts';
import { readDates, sortPage } from '../../lib/calendar/microsoft/read-page.ts';
import { plainDescription } from '../../lib/calendar/spot/plain-description.ts';
import { readFeedAddress, shortAddress } from '../../lib/calendar/sync/feed-address.ts';
import { readEventId } from '../../lib/calendar-page/google/event-id.ts';
import { meetCode } from '../../lib/call/meet/meet-code.ts';
import { teamsCode } from '../../lib/call/teams/teams-code.ts';
import { nameFromTitle } from '../../lib/circle/name-from-title.ts';
import { personName } from '../../lib/circle/person-name.ts';
import { factSchema, isSound } from '../../lib/fact/fact.ts';
import { spaceIdOf } from '../../lib/fact/space.ts';
import { readCountFile } from '../../lib/insight/count-file.ts';
import { readFormatFile } from '../../lib/meeting/formats/format-file.ts';
import { fromWire } from '../../lib/share/exchange/wire-fact.ts';
import { readInvitation } from '../../lib/share/invite/invitation.ts';
import { readSealedFile } from '../../lib/share/transport/sealed-file.ts';
import { guessColumns, hasHead } from '../../lib/sheet/columns.ts';
import { readSheet } from '../../lib/sheet/sheet-contracts.ts';
import { dateOf, readDates as readSheetDates } from '../../lib/sheet/sheet-dates.ts';
import { readNames } from '../../lib/speed/name-list.ts';

/** Throws with what was wrong. */
function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

const AUTHOR = `${'k'.repeat(42)}A`;
const SPACE = spaceIdOf(AUTHOR, 'nonce');
const address = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
const isHttps = (text: string): boolean => address(text)?.protocol === 'https:';

/** A table as the page of the sheet reads it; what comes out are contracts of the size a fact can hold. */
function sheet(text: string): void {
  const read = readTable(new TextEncoder().encode(text));
  if (!read.ok) return;
  const [first = []] = read.lines;
  const head = hasHead(first) ? first : null;
  const lines = head ? read.lines.slice(1) : read.lines;
  const { contracts } = readSheet(lines, {
    columns: guessColumns(head, lines, ['Ana']),
    order: 'dmy',
    outcomes: new Map(),
    before: head ? 1 : 0,
    today: '2026-11-22',
  });
  for (const { made, text: words } of contracts)
    must(/^\d{4}-\d\d-\d\d$/.test(made) && words !== '', 'a contract without a day or words');
}

/** Our lines, made of a stranger's words, in an event: they are words, and nothing of theirs becomes an element. */
function written(text: string): void {
  const block = {
    opening: '— Circlekeeper: agenda —',
    lines: [text, `https://example.org/${text}`],
    closing: '— by Circlekeeper —',
  };
  const elements = (html: string): readonly string[] => html.match(/<\/?[a-z!][^<>]*>?/gi) ?? [];
  for (const content of ['<html><body><p>Hello</p></body></html>', '<b>Hello</b>']) {
    const put = putBlock({ type: 'html', content }, block);
    must(put.ok, 'there is no limit here');
    for (const one of elements(put.body.content)) {
      const isOurs = /^<(?:br|\/?div|\/a)>$/.test(one) || /^<a href="https:\/\/[^"<>\s]*">$/.test(one);
      must(isOurs || elements(content).includes(one), `a stranger's words became ${one}`);
    }
    must(removeBlock(put.body).content.includes('Hello'), 'the words of others are gone');
  }
}

/** What reads texts that others wrote, each with what must hold of the result. They may refuse, never throw. */
export const TEXT_READERS: Readonly<Record<string, (text: string) => void>> = {
  'an invitation': (text) => {
    const read = readInvitation(text);
    if (read.ok)
      for (const relay of read.invitation.relays)
        must(/^wss?:/.test(relay.address), 'a relay of another kind');
  },
  'a sealed text': (text) => void readSealedFile(text, { space: SPACE, prefixes: ['x'] }),
  'a list of names': (text) => {
    const { names } = readNames(text);
    must(names.length <= 100 && new Set(names).size === names.length, 'too many, or one twice');
    must(
      names.every((name) => name.trim() !== ''),
      'nobody',
    );
  },
  'a count file': (text) => {
    const read = readCountFile(text);
    if (read.ok) must(read.file.halves.length <= 60, 'too many half-years');
  },
  'a format file': (text) => {
    const read = readFormatFile(text, 'new');
    if (read.ok) must(read.format.id === 'new', 'it chose its own id');
  },
  'a link to a call': (text) => {
    const link = readCallLink([text]);
    if (link) must(isHttps(link.url), `a call at ${link.url}`);
  },
  'an address of a call page': (text) => {
    const url = address(text);
    if (!url) return;
    meetCode(url);
    teamsCode(url);
  },
  'a description': (text) => {
    const words = tidy(looksLikeHtml(text) ? htmlToText(text) : text, 4_000);
    must(words.length <= 4_000 && !/[\0\r]/.test(words), 'too long, or control characters');
    decodeEntities(text);
    plainDescription(text);
  },
  'a title and names': (text) => {
    must(nameFromTitle(text).length <= 80, 'a long name');
    personName({ name: text.slice(0, 200), email: text.slice(0, 320) });
  },
  'the address of a feed': (text) => {
    const read = readFeedAddress(text);
    if (read.ok)
      must(
        isHttps(read.url) &&
          !read.url.includes('@') === !new URL(read.url).href.includes('@') &&
          new URL(read.url).username === '',
        read.url,
      );
    shortAddress(text);
  },
  'a table': sheet,
  'a day in a table': (text) => {
    const day = dateOf(text, 'dmy');
    if (day !== null) must(/^\d{4}-\d\d-\d\d$/.test(day), day);
    readSheetDates([text]);
  },
  'words in an event': written,
  'an event somebody wrote into': (content) => {
    for (const type of ['html', 'text'] as const) {
      readBlock({ type, content });
      visibleLines({ type, content });
      linksIn({ type, content });
      const once = removeBlock({ type, content });
      must(
        readBlock(removeBlock(once)) === null || removeBlock(once).content === once.content,
        'a block that comes back',
      );
    }
  },
  'an id in a calendar’s page': (text) => {
    readEventId(text);
    readEventId(btoa(encodeURIComponent(text.toWellFormed())));
  },
  'where signing in led to': (text) => {
    const home = 'https://ellb.chromiumapp.org/';
    for (const one of [text, `${home}#${text}`, `${home}#state=s&access_token=${text}`])
      readRedirect(one, { redirectUrl: home, state: 's' });
    readIdToken(text, { clientId: 'c', nonce: 'n', now: 0 });
    readIdToken(`a.${btoa(encodeURIComponent(text.toWellFormed()))}.c`, {
      clientId: 'c',
      nonce: 'n',
      now: 0,
    });
  },
};

/** The same for what comes as JSON. */
export const JSON_READERS: Readonly<Record<string, (value: unknown) => void>> = {
  'Google’s answer': (value) => {
    const items = Array.isArray(value) ? value : [value];
    for (const item of items) {
      const read = readEvent(item, { writable: true, zone: 'UTC' });
      if (!read || !('event' in read)) continue;
      must(
        Number.isSafeInteger(read.event.start) && read.event.title.length <= 500,
        'an event of another shape',
      );
      if (read.event.call) must(isHttps(read.event.call.url), read.event.call.url);
    }
  },
  'Microsoft’s answer': (value) => {
    const items = Array.isArray(value) ? value : [value];
    const sorted = sortPage(items);
    const [master] = sorted.masters;
    for (const event of [...sorted.singles, ...sorted.masters, ...readDates(sorted.dates, () => master)]) {
      must(Number.isFinite(event.start) && event.title.length <= 500, 'an event of another shape');
      if (event.call) must(isHttps(event.call.url), event.call.url);
    }
  },
  'a shared fact': (value) => {
    const wire = Array.isArray(value) ? value : [value];
    must(
      fromWire(SPACE, AUTHOR, [wire, [1, '019a4f3c2b11.0000', null, 'k', 1, 'e', '', 's', value, 0]]).every(
        isSound,
      ),
      'a fact that does not hold',
    );
  },
  'a fact in a file': (value) => void v.safeParse(factSchema, value),
  'a count file’s JSON': (value) => TEXT_READERS['a count file']?.(JSON.stringify(value)),
  'a format file’s JSON': (value) =>
    TEXT_READERS['a format file']?.(
      JSON.stringify({ kind: 'circlekeeper-format', version: 1, format: value }),
    ),
};
