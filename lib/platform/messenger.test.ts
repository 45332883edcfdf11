import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RawSender } from './sender';

const ID = 'ellb';
type Listener = (message: unknown, sender: RawSender, respond: (reply: unknown) => void) => true | undefined;

const listeners = new Set<Listener>();
let reach: (message: unknown) => Promise<unknown>;

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'ellb',
      getURL: (path: string) => `chrome-extension://ellb${path}`,
      sendMessage: (message: unknown) => reach(message),
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  },
}));

// Files share their modules: this one wants its own, made with what stands in above.
vi.resetModules();
const { answer, send } = await import('./messenger');
const { backgroundAnswers, callPageAnswers, sidebarAnswers } = await import('./messages');

const meet: RawSender = { id: ID, url: 'https://meet.google.com/abc-defg-hij', frameId: 0, tab: { id: 7 } };
const frame: RawSender = { id: ID, url: `chrome-extension://${ID}/sidebar.html`, frameId: 4, tab: { id: 7 } };
const worker: RawSender = { id: ID, url: `chrome-extension://${ID}/background.js` };
const seen = { host: 'meet', code: 'abc-defg-hij', state: 'inCall', title: null };

/** Says `message` as `sender` to everybody who listens; undefined when all stay silent. */
async function say(message: unknown, sender: RawSender): Promise<unknown> {
  return new Promise((resolve) => {
    const taken = [...listeners].map((listener) => listener(message, sender, resolve));
    if (!taken.includes(true)) setTimeout(resolve, 0);
  });
}

function answering() {
  const heard: unknown[] = [];
  const hear = (reply: unknown) => (body: unknown, sender: unknown) => {
    heard.push([body, sender]);
    return reply as never;
  };
  answer(backgroundAnswers, {
    'call.seen': hear({ ok: true, show: 'launcher' }),
    'call.answer': hear({ ok: true, show: 'launcher' }),
    'sidebar.context': hear({ ok: true }),
    'sidebar.choose': hear({ ok: true }),
    'shell.collapse': hear({ ok: true }),
    'shell.close': hear({ ok: true }),
    'names.read': hear({ ok: true, names: [], recording: false }),
  });
  return heard;
}

beforeEach(() => {
  reach = async () => undefined;
});
afterEach(() => listeners.clear());

const refused = { ok: false, reason: 'refused' };

describe('who may say what', () => {
  it('hands a call page’s message to its handler with the tab it came from', async () => {
    const heard = answering();
    expect(await say({ kind: 'call.seen', body: seen }, meet)).toEqual({ ok: true, show: 'launcher' });
    expect(heard).toEqual([[seen, { tabId: 7 }]]);
  });

  it.each([
    ['another extension', { ...meet, id: 'other' }],
    ['a page that is no call host', { ...meet, url: 'https://evil.test/?https://meet.google.com/' }],
    ['a look-alike host', { ...meet, url: 'https://meet.google.com.evil.test/' }],
    ['a frame inside the call page', { ...meet, frameId: 3 }],
    ['a sender without a tab', { ...meet, tab: undefined }],
  ])('refuses a call page’s message from %s', async (_, sender) => {
    const heard = answering();
    expect(await say({ kind: 'call.seen', body: seen }, sender)).toEqual(refused);
    expect(heard).toEqual([]);
  });

  it('lets a call page neither ask for the circle nor choose one', async () => {
    const heard = answering();
    expect(await say({ kind: 'sidebar.context', body: null }, meet)).toEqual(refused);
    expect(await say({ kind: 'sidebar.choose', body: { circleId: 'c1', tabId: null } }, meet)).toEqual(
      refused,
    );
    expect(heard).toEqual([]);
  });

  it('hears the frame, which sits in the same tab, as a page of ours', async () => {
    answering();
    expect(await say({ kind: 'sidebar.context', body: null }, frame)).toEqual({ ok: true });
    expect(await say({ kind: 'sidebar.context' }, { ...frame, tab: undefined })).toEqual({ ok: true });
  });

  it.each([
    ['an unknown state', { ...seen, state: 'asleep' }],
    ['an unknown host', { ...seen, host: 'zoom' }],
    ['a code that is no text', { ...seen, code: 7 }],
    ['an endless title', { ...seen, title: 'x'.repeat(5_001) }],
    ['nothing', null],
  ])('refuses a message with %s', async (_, body) => {
    const heard = answering();
    expect(await say({ kind: 'call.seen', body }, meet)).toEqual(refused);
    expect(heard).toEqual([]);
  });

  it('stays silent on kinds it does not answer, so that somebody else can', async () => {
    answering();
    expect(await say({ kind: 'page.names', body: null }, worker)).toBeUndefined();
    expect(await say({ kind: 'toString' }, worker)).toBeUndefined();
    expect(await say('hello', worker)).toBeUndefined();
    expect(await say(null, worker)).toBeUndefined();
  });

  it('lets only the background command the page and wake the frames', async () => {
    answer(callPageAnswers, {
      'page.again': () => ({ ok: true }),
      'page.collapse': () => ({ ok: true }),
      'page.close': () => ({ ok: true }),
      'page.names': () => ({ ok: true, names: [], recording: false }),
    });
    answer(sidebarAnswers, { 'sidebar.changed': () => ({ ok: true }) });
    expect(await say({ kind: 'page.close', body: null }, worker)).toEqual({ ok: true });
    expect(await say({ kind: 'page.close', body: null }, frame)).toEqual(refused);
    expect(await say({ kind: 'page.again', body: null }, frame)).toEqual(refused);
    expect(await say({ kind: 'sidebar.changed', body: { tabId: 7 } }, worker)).toEqual({ ok: true });
    expect(await say({ kind: 'sidebar.changed', body: { tabId: 'x' } }, worker)).toEqual(refused);
    expect(await say({ kind: 'sidebar.changed', body: { tabId: 7 } }, meet)).toEqual(refused);
  });

  it('waits for what a handler needs before it is called', async () => {
    let done = () => {};
    const ready = new Promise<void>((resolve) => {
      done = resolve;
    });
    const order: string[] = [];
    answer(
      sidebarAnswers,
      {
        'sidebar.changed': () => {
          order.push('handled');
          return { ok: true };
        },
      },
      ready,
    );
    const reply = say({ kind: 'sidebar.changed', body: { tabId: 1 } }, worker);
    await Promise.resolve();
    order.push('ready');
    done();
    await reply;
    expect(order).toEqual(['ready', 'handled']);
  });

  it('stops answering when told to', async () => {
    const stop = answer(sidebarAnswers, { 'sidebar.changed': () => ({ ok: true }) });
    stop();
    expect(await say({ kind: 'sidebar.changed', body: { tabId: 1 } }, worker)).toBeUndefined();
  });
});

describe('asking', () => {
  it('gives the answer as it came', async () => {
    reach = async (message) => ({ ok: true, echo: message });
    expect(await send('sidebar.context', null)).toEqual({
      ok: true,
      echo: { kind: 'sidebar.context', body: null },
    });
  });

  it.each([
    ['nobody listens', async () => undefined],
    ['the extension was updated', () => Promise.reject(new Error('Extension context invalidated.'))],
    [
      'the browser’s messaging is gone altogether',
      () => {
        throw new TypeError('Cannot read properties of undefined');
      },
    ],
  ])('turns silence into a value when %s', async (_, answered) => {
    reach = answered;
    expect(await send('sidebar.context', null)).toEqual({ ok: false, reason: 'unreachable' });
  });
});
