import { describe, expect, it } from 'vitest';
import { bigCalendar, fold, vcalendar, vevent } from '../../../test/builders/ics.ts';
import type { Series } from '../event.ts';
import { type ReadOptions, type ReadResult, readCalendar, readCalendarInBatches } from './read-calendar.ts';

const options: ReadOptions = {
  sourceId: 'file',
  window: { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) },
  localZone: 'Europe/Berlin',
};

const GOOD = vevent(['UID:good', 'DTSTART:20260505T100000Z', 'DTEND:20260505T110000Z', 'SUMMARY:Good one']);

async function read(text: string | ReadableStream<Uint8Array>, more: Partial<ReadOptions> = {}) {
  return expectOk(await readCalendar(text, { ...options, ...more }));
}

function expectOk(result: ReadResult) {
  if (!result.ok) throw new Error(result.reason);
  return result;
}

async function one(lines: readonly string[], head: readonly string[] = []): Promise<Series> {
  const result = await read(vcalendar([vevent(['UID:1', ...lines])], head));
  expect(result.skipped).toEqual([]);
  const [series] = result.series;
  if (!series) throw new Error('no series');
  return series;
}

const starts = (series: Series) =>
  series.occurrences.map((o) => `${new Date(o.start).toISOString().slice(0, 16)}${o.cancelled ? ' x' : ''}`);
const titles = (result: { series: readonly Series[] }) => result.series.map((series) => series.title).sort();

/** A stream made as it is asked for, so that its size is never held. */
function stream(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

describe('readCalendar', () => {
  describe('what is not a whole calendar', () => {
    it.each([
      ['nothing', '', 'empty'],
      ['blank lines', ' \r\n\r\n', 'empty'],
      ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'not-a-calendar'],
      ['a long web page', `<html>${'<p>Sign in</p>'.repeat(20_000)}BEGIN:VCALENDAR`, 'not-a-calendar'],
      ['another text', 'a,b,c\n1,2,3\n', 'not-a-calendar'],
    ])('says so of %s', async (_, text, reason) => {
      expect(await readCalendar(text, options)).toEqual({ ok: false, reason });
    });

    it('takes a calendar without events as what it is', async () => {
      expect(await read(vcalendar([], ['X-WR-CALNAME:Leer\\, noch']))).toMatchObject({
        events: 0,
        series: [],
        truncated: false,
        name: 'Leer, noch',
      });
    });

    it('reads what is there of a file that was cut off, at any place', async () => {
      const whole = vcalendar([GOOD, vevent(['UID:2', 'DTSTART:20260506T100000Z', 'SUMMARY:Cut off'])]);
      const afterFirst = whole.indexOf('UID:2');
      for (let length = afterFirst; length < whole.lastIndexOf('END:VCALENDAR') + 12; length += 3) {
        const result = await read(whole.slice(0, length));
        expect(result.truncated).toBe(true);
        expect(titles(result)).toContain('Good one');
      }
      expect((await read(whole.trimEnd())).truncated).toBe(false);
    });

    it('reads what came before a connection broke', async () => {
      let sent = false;
      const source = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent) throw new Error('network');
          sent = true;
          controller.enqueue(new TextEncoder().encode(vcalendar([GOOD])));
        },
      });
      const result = await read(source);
      expect(result.truncated).toBe(true);
      expect(titles(result)).toEqual(['Good one']);
    });

    it('refuses a file above 200 MB by its size, and while reading when the size was not known', async () => {
      expect(await readCalendar('x', { ...options, totalBytes: 201 * 1024 * 1024 })).toEqual({
        ok: false,
        reason: 'too-big',
      });
      function* huge() {
        yield 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTACH:';
        for (;;) yield 'A'.repeat(4 * 1024 * 1024);
      }
      expect(await readCalendar(stream(huge()), options)).toEqual({ ok: false, reason: 'too-big' });
    });

    it('reads UTF-16, as some programs save it', async () => {
      const text = `\ufeff${vcalendar([vevent(['UID:1', 'DTSTART:20260505T100000Z', 'SUMMARY:Kreis für alle'])])}`;
      const buffer = new Uint8Array(text.length * 2);
      for (let at = 0; at < text.length; at++) {
        buffer[2 * at] = text.charCodeAt(at) & 0xff;
        buffer[2 * at + 1] = text.charCodeAt(at) >> 8;
      }
      expect(titles(await read(new Blob([buffer]).stream()))).toEqual(['Kreis für alle']);
    });
  });

  describe('cancelling', () => {
    it('stops at once, also while the stream gives nothing', async () => {
      const abort = new AbortController();
      let cancelled = false;
      const silent = new ReadableStream<Uint8Array>({
        pull: () => new Promise(() => {}),
        cancel: () => {
          cancelled = true;
        },
      });
      const reading = readCalendar(silent, { ...options, signal: abort.signal });
      abort.abort();
      expect(await reading).toEqual({ ok: false, reason: 'cancelled' });
      expect(cancelled).toBe(true);
    });

    it('stops in the middle of a big file and hands nothing over afterwards', async () => {
      const abort = new AbortController();
      let batches = 0;
      const result = await readCalendarInBatches(
        bigCalendar({ events: 3000, seed: 1, year: 2026 }),
        { ...options, signal: abort.signal },
        () => {
          batches++;
          abort.abort();
        },
      );
      expect(result).toEqual({ ok: false, reason: 'cancelled' });
      expect(batches).toBe(1);
    });
  });

  describe('a big file', () => {
    it('lets others run and says how far it is', async () => {
      const text = bigCalendar({ events: 4000, seed: 2, year: 2026 });
      let turns = 0;
      let reading = true;
      const turn = () => {
        turns++;
        if (reading) setTimeout(turn, 0);
      };
      setTimeout(turn, 0);
      const seen: number[] = [];
      const result = await read(new Blob([text]).stream(), {
        totalBytes: text.length,
        onProgress: (progress) => seen.push(progress.bytes),
      });
      reading = false;
      expect(result.events).toBe(4000);
      expect(seen.length).toBeGreaterThan(3);
      expect(seen.at(-1)).toBe(text.length);
      expect([...seen].sort((a, b) => a - b)).toEqual(seen);
      expect(turns).toBeGreaterThan(3);
    });

    it('hands the same series over in batches as in one', async () => {
      const text = bigCalendar({ events: 1500, seed: 3, year: 2026 });
      const batched: Series[] = [];
      let largest = 0;
      await readCalendarInBatches(text, options, (batch) => {
        largest = Math.max(largest, batch.length);
        batched.push(...batch);
      });
      const whole = await read(text);
      const byKey = (a: Series, b: Series) => (a.key < b.key ? -1 : 1);
      expect(batched.sort(byKey)).toEqual([...whole.series].sort(byKey));
      expect(largest).toBeLessThan(600);
    });

    it('waits for a batch to be stored before it hands over the next', async () => {
      let storing = 0;
      await readCalendarInBatches(bigCalendar({ events: 1500, seed: 4, year: 2026 }), options, async () => {
        expect(++storing).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 1));
        storing--;
      });
    });

    it('reads 100 MB of attachments without holding them', async () => {
      const line = `${'QUJD'.repeat(18)}\r\n `;
      const block = line.repeat(1700);
      function* file() {
        yield 'BEGIN:VCALENDAR\r\n';
        for (let index = 0; index < 20; index++) {
          yield `BEGIN:VEVENT\r\nUID:${index}\r\nDTSTART:20260505T100000Z\r\nSUMMARY:With attachment\r\nATTACH;ENCODING=BASE64;VALUE=BINARY:`;
          for (let part = 0; part < 41; part++) yield block;
          yield `\r\nX-ALT-DESC;FMTTYPE=text/html:${'<p>Hello</p>'.repeat(10)}\r\nEND:VEVENT\r\n`;
        }
        yield 'END:VCALENDAR\r\n';
      }
      const before = process.memoryUsage().arrayBuffers;
      let most = 0;
      let bytes = 0;
      const result = await read(stream(file()), {
        onProgress: (progress) => {
          bytes = progress.bytes;
          most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        },
      });
      expect(bytes).toBeGreaterThan(100_000_000);
      expect(result.series).toHaveLength(20);
      expect(result.skipped).toEqual([]);
      expect(most).toBeLessThan(50_000_000);
    }, 30_000);
  });

  describe('hostile and broken events never cost the others', () => {
    it.each([
      ['a rule every second', 'RRULE:FREQ=SECONDLY', 'endless-rule'],
      ['a rule every minute, counted to a billion', 'RRULE:FREQ=MINUTELY;COUNT=1000000000', 'endless-rule'],
      ['a rule that says nothing', 'RRULE:FREQ=FORTNIGHTLY', 'broken'],
      ['an empty rule', 'RRULE:', 'broken'],
      ['an exception rule', 'EXRULE:FREQ=WEEKLY', 'unsupported'],
    ])('keeps the first date of an event with %s, and counts it', async (_, line, reason) => {
      const bad = vevent(['UID:bad', 'DTSTART:20260504T100000Z', 'SUMMARY:Bad one', line]);
      const result = await read(vcalendar([bad, GOOD]));
      expect(titles(result)).toEqual(['Bad one', 'Good one']);
      expect(result.series.find((series) => series.key === 'bad')?.occurrences).toHaveLength(1);
      expect(result.skipped).toEqual([{ reason, count: 1, example: 'Bad one' }]);
    });

    it.each([
      ['without a start', ['SUMMARY:Lost'], 'no-start'],
      ['with a start that is no date', ['SUMMARY:Lost', 'DTSTART:soon'], 'no-start'],
      ['with an impossible date', ['SUMMARY:Lost', 'DTSTART:20260230T100000Z'], 'no-start'],
    ])('leaves out an event %s and counts it', async (_, lines, reason) => {
      const result = await read(vcalendar([vevent(lines), GOOD]));
      expect(titles(result)).toEqual(['Good one']);
      expect(result.skipped).toEqual([{ reason, count: 1, example: 'Lost' }]);
    });

    it('keeps an event with a description of 10 MB, cut, and counts it', async () => {
      const bad = vevent([
        'UID:bad',
        'DTSTART:20260504T100000Z',
        `DESCRIPTION:${'word '.repeat(2_000_000)}`,
        'SUMMARY:Long',
      ]);
      const result = await read(vcalendar([bad, GOOD]));
      const long = result.series.find((series) => series.title === 'Long');
      expect(long?.description.length).toBeGreaterThan(3_900);
      expect(long?.description.length).toBeLessThanOrEqual(4_000);
      expect(result.skipped).toEqual([{ reason: 'too-big', count: 1, example: 'Long' }]);
    });

    it('keeps an event with some other property of 10 MB, without that property', async () => {
      const bad = vevent([
        'UID:bad',
        'DTSTART:20260504T100000Z',
        `ATTENDEE:mailto:${'x'.repeat(10_000_000)}`,
        'SUMMARY:Long',
      ]);
      const result = await read(vcalendar([bad, GOOD]));
      expect(titles(result)).toEqual(['Good one', 'Long']);
      expect(result.skipped).toEqual([{ reason: 'too-big', count: 1, example: 'Long' }]);
    });

    it('is not slowed down by thousands of parts that claim to be one series', async () => {
      const parts = Array.from({ length: 4000 }, (_, n) => {
        const suffix = `_R${20260101 + (n % 28)}T${String(100_000 + n)}`;
        return vevent([
          `UID:x${suffix}@google.com`,
          'DTSTART:20260302T100000Z',
          'SUMMARY:Part',
          n % 2 ? 'RRULE:FREQ=DAILY' : `RECURRENCE-ID;VALUE=DATE:20260${(n % 9) + 1}01`,
        ]);
      });
      const result = await read(vcalendar([...parts, GOOD]));
      expect(titles(result)).toEqual(['Good one', 'Part']);
      expect(result.skipped).toEqual([{ reason: 'too-big', count: 1400, example: 'Part' }]);
    });

    it('skips an event above 1 MB of guests, and still finds its end', async () => {
      const guests = Array.from(
        { length: 20_000 },
        (_, n) => `ATTENDEE;CN=Somebody Number ${n}:mailto:somebody${n}@example.org`,
      );
      const bad = vevent(['UID:bad', 'SUMMARY:Crowd', 'DTSTART:20260504T100000Z', ...guests]);
      const result = await read(vcalendar([bad, GOOD]));
      expect(titles(result)).toEqual(['Good one']);
      expect(result.skipped).toEqual([{ reason: 'too-big', count: 1, example: 'Crowd' }]);
    });

    it('counts tasks and events that lost their end', async () => {
      const task = 'BEGIN:VTODO\r\nUID:t\r\nSUMMARY:A task\r\nEND:VTODO\r\n';
      const open = 'BEGIN:VEVENT\r\nUID:o\r\nSUMMARY:Open end\r\nDTSTART:20260504T100000Z\r\n';
      const result = await read(vcalendar([task, open, GOOD]));
      expect(titles(result)).toEqual(['Good one']);
      expect(result.skipped).toEqual([
        { reason: 'broken', count: 1, example: 'Open end' },
        { reason: 'unsupported', count: 1, example: 'A task' },
      ]);
    });

    it('survives hundreds of hostile rules', async () => {
      const rules = [
        'FREQ=SECONDLY',
        'FREQ=YEARLY;BYWEEKNO=54',
        'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
        'FREQ=MONTHLY;BYDAY=6MO',
        'FREQ=YEARLY;BYYEARDAY=-367',
        'FREQ=WEEKLY;INTERVAL=999999999',
        'FREQ=DAILY;COUNT=999999999',
      ];
      const events = Array.from({ length: 300 }, (_, n) =>
        vevent([`UID:h${n}`, 'DTSTART:19700101T000000Z', 'SUMMARY:H', `RRULE:${rules[n % rules.length]}`]),
      );
      const result = await read(vcalendar([...events, GOOD]));
      expect(titles(result)).toContain('Good one');
    }, 20_000);
  });

  describe('recurrence', () => {
    it('knows the moments of EXDATE in a zone that only the file describes', async () => {
      const zone = [
        'BEGIN:VTIMEZONE',
        'TZID:Ours',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0330',
        'TZOFFSETTO:+0330',
        'END:STANDARD',
        'END:VTIMEZONE',
        '',
      ].join('\r\n');
      const event = vevent([
        'UID:1',
        'DTSTART;TZID=Ours:20260302T100000',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE;TZID=Ours:20260303T100000',
      ]);
      const [series] = (await read(vcalendar([event, zone]))).series;
      expect(series && starts(series)).toEqual(['2026-03-02T06:30', '2026-03-04T06:30']);
      expect(series?.zone).toBe('+03:30');
    });

    it('knows what takes nobody’s time', async () => {
      const lines = ['DTSTART:20260323T180000Z', 'DURATION:PT1H'];
      expect((await one([...lines, 'TRANSP:TRANSPARENT']))?.free).toBe(true);
      expect(await one([...lines, 'TRANSP:OPAQUE'])).not.toHaveProperty('free');
    });

    it('keeps the hour of the wall through changes of the clock', async () => {
      const series = await one(['DTSTART;TZID=Europe/Berlin:20260323T180000', 'RRULE:FREQ=WEEKLY;COUNT=2']);
      expect(starts(series)).toEqual(['2026-03-23T17:00', '2026-03-30T16:00']);
    });

    it('takes UNTIL as an instant, so that the last date in summer time is not lost', async () => {
      const series = await one([
        'DTSTART;TZID=America/New_York:20260301T200000',
        'RRULE:FREQ=WEEKLY;UNTIL=20260316T000000Z',
      ]);
      expect(starts(series)).toEqual(['2026-03-02T01:00', '2026-03-09T00:00', '2026-03-16T00:00']);
    });

    it('takes UNTIL as a date up to the end of that day', async () => {
      const series = await one([
        'DTSTART;TZID=Europe/Berlin:20260302T200000',
        'RRULE:FREQ=DAILY;UNTIL=20260304',
      ]);
      expect(series.occurrences).toHaveLength(3);
    });

    it('adds the dates of several rules and RDATEs, each once', async () => {
      const series = await one([
        'DTSTART:20260302T100000Z',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'RRULE:FREQ=DAILY;COUNT=2',
        'RDATE:20260303T100000Z,20260320T100000Z',
      ]);
      expect(starts(series).map((text) => text.slice(8, 10))).toEqual(['02', '03', '09', '16', '20']);
    });

    it('reads an override that stands before its master, and in another zone than it', async () => {
      const override = vevent([
        'UID:1',
        'RECURRENCE-ID:20260309T170000Z',
        'DTSTART;TZID=Asia/Tokyo:20260311T090000',
        'DTEND;TZID=Asia/Tokyo:20260311T100000',
        'SUMMARY:Moved',
      ]);
      const master = vevent([
        'UID:1',
        'DTSTART;TZID=Europe/Berlin:20260302T180000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'SUMMARY:Master',
      ]);
      const result = await read(vcalendar([override, GOOD, master]));
      const series = result.series.find((candidate) => candidate.key === '1');
      expect(series?.title).toBe('Master');
      expect(series && starts(series)).toEqual(['2026-03-02T17:00', '2026-03-11T00:00', '2026-03-16T17:00']);
    });

    it('takes the newest of several versions of an event, wherever it stands', async () => {
      const version = (sequence: number, title: string) =>
        vevent([
          'UID:1',
          `SEQUENCE:${sequence}`,
          'DTSTART:20260302T100000Z',
          'RRULE:FREQ=DAILY;COUNT=2',
          `SUMMARY:${title}`,
        ]);
      expect(titles(await read(vcalendar([version(2, 'New'), version(1, 'Old')])))).toEqual(['New']);
      expect(titles(await read(vcalendar([version(1, 'Old'), version(2, 'New')])))).toEqual(['New']);
    });

    it('names an occurrence by RECURRENCE-ID as a date, as some servers write it', async () => {
      const result = await read(
        vcalendar([
          vevent([
            'UID:1',
            'DTSTART;TZID=Europe/Berlin:20260302T180000',
            'DURATION:PT1H',
            'RRULE:FREQ=WEEKLY;COUNT=2',
          ]),
          vevent([
            'UID:1',
            'RECURRENCE-ID;VALUE=DATE:20260309',
            'DTSTART;TZID=Europe/Berlin:20260309T190000',
            'DURATION:PT1H',
          ]),
        ]),
      );
      expect(result.series[0]?.occurrences[1]).toMatchObject({
        originalStart: Date.UTC(2026, 2, 9, 17),
        start: Date.UTC(2026, 2, 9, 18),
      });
    });

    it('knows which whole day is meant, as a date, a midnight or a moment in UTC', async () => {
      const result = await read(
        vcalendar([
          vevent([
            'UID:1',
            'DTSTART;VALUE=DATE:20260302',
            'RRULE:FREQ=DAILY;COUNT=6',
            'EXDATE;VALUE=DATE:20260303',
            'EXDATE:20260304T000000',
            'EXDATE:20260304T230000Z',
          ]),
          vevent([
            'UID:1',
            'RECURRENCE-ID:20260306T000000Z',
            'DTSTART;TZID=Europe/Berlin:20260306T100000',
            'DURATION:PT1H',
          ]),
        ]),
      );
      expect(result.series[0] && starts(result.series[0])).toEqual([
        '2026-03-02T00:00',
        '2026-03-06T09:00',
        '2026-03-07T00:00',
      ]);
    });

    it('gives single dates of a series whose master is not in the file', async () => {
      const date = (day: string) =>
        vevent([
          'UID:1',
          `RECURRENCE-ID:202603${day}T170000Z`,
          `DTSTART:202603${day}T170000Z`,
          'DURATION:PT1H',
          'SUMMARY:Invited',
        ]);
      const [series] = (await read(vcalendar([date('16'), date('02'), date('30')]))).series;
      expect(series && starts(series)).toEqual(['2026-03-02T17:00', '2026-03-16T17:00', '2026-03-30T17:00']);
      expect(series?.cadence.everyDays).toBe(14);
    });

    it('takes a date moved into the window, and the one moved out of it', async () => {
      const result = await read(
        vcalendar([
          vevent(['UID:1', 'DTSTART:20251222T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=3']),
          vevent(['UID:1', 'RECURRENCE-ID:20251229T100000Z', 'DTSTART:20260102T100000Z', 'DURATION:PT1H']),
          vevent(['UID:1', 'RECURRENCE-ID:20260105T100000Z', 'DTSTART:20251230T100000Z', 'DURATION:PT1H']),
        ]),
      );
      expect(result.series[0] && starts(result.series[0])).toEqual(['2026-01-02T10:00', '2025-12-30T10:00']);
    });

    it('leaves out what does not touch the window', async () => {
      const result = await read(
        vcalendar([
          vevent(['UID:1', 'DTSTART:20200101T100000Z', 'SUMMARY:Long ago']),
          vevent([
            'UID:2',
            'DTSTART:20200101T100000Z',
            'RRULE:FREQ=WEEKLY;UNTIL=20200301T000000Z',
            'SUMMARY:Ended',
          ]),
          vevent(['UID:3', 'DTSTART:20300101T100000Z', 'RRULE:FREQ=WEEKLY', 'SUMMARY:To come']),
          vevent(['UID:4', 'DTSTART:20251231T230000Z', 'DTEND:20260101T010000Z', 'SUMMARY:Over New Year']),
        ]),
      );
      expect(titles(result)).toEqual(['Over New Year']);
      expect(result.events).toBe(4);
    });

    it('takes a cancelled calendar message as cancelled', async () => {
      expect((await one(['DTSTART:20260302T100000Z'], ['METHOD:CANCEL'])).status).toBe('cancelled');
    });
  });

  describe('cadence', () => {
    it.each([
      ['FREQ=DAILY', 1, []],
      ['FREQ=WEEKLY', 7, [1]],
      ['FREQ=WEEKLY;BYDAY=TU,TH', 7, [2, 4]],
      ['FREQ=WEEKLY;INTERVAL=2', 14, [1]],
      ['FREQ=WEEKLY;INTERVAL=3', 21, [1]],
      ['FREQ=MONTHLY;BYDAY=1MO', 28, [1]],
      ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1', 28, [1]],
      ['FREQ=MONTHLY;BYDAY=1MO,3MO', 14, [1]],
      ['FREQ=MONTHLY', 30, []],
      ['FREQ=MONTHLY;BYMONTHDAY=1,15', 15, []],
      ['FREQ=MONTHLY;INTERVAL=3', 91, []],
      ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', 91, [1]],
      ['FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=1MO', 91, [1]],
      ['FREQ=YEARLY', 365, []],
    ])('%s is every %i days', async (rule, everyDays, weekdays) => {
      const series = await one(['DTSTART:20260302T100000Z', `RRULE:${rule}`]);
      expect(series.cadence).toEqual({ everyDays, weekdays });
    });

    it('does not repeat without a rule', async () => {
      expect((await one(['DTSTART:20260302T100000Z'])).cadence).toEqual({ everyDays: 0, weekdays: [] });
    });
  });

  describe('texts and people', () => {
    it('unescapes the title and reads a folded one', async () => {
      const series = await one([
        'DTSTART:20260302T100000Z',
        fold(`SUMMARY:Kreis\\, drei\\; ${'lang '.repeat(20)}\\nEnde`),
      ]);
      expect(series.title).toBe(`Kreis, drei; ${'lang '.repeat(20)}Ende`);
    });

    it('takes the words out of HTML, only when there is no plain description', async () => {
      const html =
        'X-ALT-DESC;FMTTYPE=text/html:<html><head><style>p{}</style></head><body><p>Hello\\, <b>you</b> &amp; me</p><ul><li>One</li></ul></body></html>';
      expect((await one(['DTSTART:20260302T100000Z', html])).description).toBe('Hello, you & me\n\n- One');
      expect((await one(['DTSTART:20260302T100000Z', 'DESCRIPTION:Plain', html])).description).toBe('Plain');
    });

    it('leaves words alone that only look a little like HTML', async () => {
      expect((await one(['DTSTART:20260302T100000Z', 'DESCRIPTION:if a < b and c > d'])).description).toBe(
        'if a < b and c > d',
      );
    });

    it('says who I am to it: guest, organiser or neither', async () => {
      const lines = [
        'UID:1',
        'DTSTART:20260302T100000Z',
        'ORGANIZER:mailto:dana@example.org',
        'ATTENDEE;PARTSTAT=DECLINED:MAILTO:Mei@Example.org',
      ];
      const answer = async (me: string[]) =>
        (await read(vcalendar([vevent(lines)]), { me })).series[0]?.myResponse;
      expect(await answer(['mei@example.org'])).toBe('declined');
      expect(await answer(['dana@example.org'])).toBe('accepted');
      expect(await answer(['ruth@example.org'])).toBeNull();
      expect(await answer([])).toBeNull();
    });

    it('drops a line no calendar may write, and keeps the event', async () => {
      const result = await read(
        vcalendar([vevent(['UID:1', 'DTSTART:20260302T100000Z', 'SUMMARY:Fine', 'ATTENDEE']), GOOD]),
      );
      expect(titles(result)).toEqual(['Fine', 'Good one']);
    });

    it('reads a rule in lower case, which is legal', async () => {
      expect((await one(['DTSTART:20260302T100000Z', 'rrule:freq=weekly;count=2'])).occurrences).toHaveLength(
        2,
      );
    });
  });
});
