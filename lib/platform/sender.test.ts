import { describe, expect, it, vi } from 'vitest';
import type { RawSender } from './sender';

vi.mock('wxt/browser', () => ({
  browser: { runtime: { id: 'ellb', getURL: (path: string) => `chrome-extension://ellb${path}` } },
}));

// Files share their modules: this one wants its own, made with what stands in above.
vi.resetModules();
const {
  accountAnswers,
  backgroundAnswers,
  calendarPageAnswers,
  callPageAnswers,
  enrichAnswers,
  eventAnswers,
  sidebarAnswers,
  stoppableAnswers,
} = await import('./messages');

const google: RawSender = {
  id: 'ellb',
  url: 'https://calendar.google.com/calendar/u/0/r/week',
  frameId: 0,
  tab: { id: 7 },
};
const frame: RawSender = {
  id: 'ellb',
  url: 'chrome-extension://ellb/event-card.html#dark',
  frameId: 4,
  tab: { id: 7 },
};
const worker: RawSender = { id: 'ellb', url: 'chrome-extension://ellb/background.js' };

describe('who may speak of accounts', () => {
  const home: RawSender = {
    id: 'ellb',
    url: 'chrome-extension://ellb/home.html#/calendars',
    frameId: 0,
    tab: { id: 7 },
  };
  const rules = Object.entries({ ...accountAnswers, ...enrichAnswers }).filter(
    ([kind]) => kind !== 'enrich.run',
  );
  it.each(rules)('the home page alone says %s, which no other page can put into a frame', (_, rule) => {
    expect(rule.from(home)).toBe(true);
    for (const page of ['sidebar.html', 'event-card.html', 'popup.html', 'home.html.evil'])
      expect(rule.from({ ...home, url: `chrome-extension://ellb/${page}` })).toBe(false);
    expect(rule.from(google)).toBe(false);
    expect(rule.from({ ...home, id: 'other' })).toBe(false);
  });
});

describe('who may speak of events', () => {
  it.each([
    'https://calendar.google.com/calendar/u/0/r/week',
    'https://outlook.office.com/calendar/view/week',
    'https://outlook.office365.com/calendar/',
    'https://outlook.live.com/calendar/0/',
    'https://outlook.cloud.microsoft/calendar/',
  ])('a calendar’s own page: %s', (url) => {
    expect(eventAnswers['event.seen'].from({ ...google, url })).toBe(true);
  });

  it.each([
    ['another extension', { ...google, id: 'other' }],
    ['a call page', { ...google, url: 'https://meet.google.com/abc-defg-hij' }],
    ['a look-alike host', { ...google, url: 'https://calendar.google.com.evil.test/' }],
    [
      'an address that names a calendar',
      { ...google, url: 'https://evil.test/?https://calendar.google.com/' },
    ],
    ['plain http', { ...google, url: 'http://calendar.google.com/' }],
    ['a frame inside the calendar', { ...google, frameId: 2 }],
    ['a sender without a tab', { ...google, tab: undefined }],
    ['our own frame, which has no event to tell', frame],
  ])('not %s', (_, sender) => {
    expect(eventAnswers['event.seen'].from(sender)).toBe(false);
  });

  it.each(['event.context', 'event.fold', 'event.again'] as const)(
    'lets our frame alone say %s, since the page must not learn or decide anything',
    (kind) => {
      expect(eventAnswers[kind].from(frame)).toBe(true);
      expect(eventAnswers[kind].from(google)).toBe(false);
      expect(eventAnswers[kind].from({ ...frame, tab: undefined })).toBe(false);
    },
  );

  it.each(['card.fold', 'card.show', 'card.stop'] as const)('lets the background alone say %s', (kind) => {
    expect(calendarPageAnswers[kind].from(worker)).toBe(true);
    expect(calendarPageAnswers[kind].from(google)).toBe(false);
    expect(calendarPageAnswers[kind].from(frame)).toBe(false);
  });

  const event = { site: 'google', eventId: 'abc', calendarId: 'me@gmail.com' };
  it.each([
    [{ event }, true],
    [{ event: null }, true],
    [{ event: { ...event, site: 'other' } }, false],
    [{ event: { ...event, eventId: 'x'.repeat(2_001) } }, false],
    [{ event: { ...event, calendarId: 7 } }, false],
    [{ event: 'abc' }, false],
    [{}, false],
    [null, false],
  ])('takes an event only in its shape: %j', (body, isTaken) => {
    expect(eventAnswers['event.seen'].accepts(body)).toBe(isTaken);
  });
});

describe('of all messages there are', () => {
  const all = Object.entries({
    ...backgroundAnswers,
    ...accountAnswers,
    ...enrichAnswers,
    ...eventAnswers,
    ...sidebarAnswers,
    ...callPageAnswers,
    ...stoppableAnswers,
    ...calendarPageAnswers,
  });
  const said = (sender: RawSender) => all.filter(([, rule]) => rule.from(sender)).map(([kind]) => kind);
  const call: RawSender = {
    id: 'ellb',
    url: 'https://meet.google.com/abc-defg-hij',
    frameId: 0,
    tab: { id: 7 },
  };

  it('a script in a call page may say two, and one in a calendar one: neither hears of a circle by them', () => {
    expect(said(call)).toEqual(['call.seen', 'call.answer']);
    expect(said(google)).toEqual(['event.seen']);
  });

  it('another extension, a page of another host and a frame in the page may say none', () => {
    expect(said({ ...call, id: 'other' })).toEqual([]);
    expect(said({ id: 'other', url: 'chrome-extension://other/background.js' })).toEqual([]);
    expect(said({ ...call, id: undefined })).toEqual([]);
    expect(said({ ...call, url: 'https://evil.test/' })).toEqual([]);
    expect(said({ ...call, frameId: 3 })).toEqual([]);
  });
});
