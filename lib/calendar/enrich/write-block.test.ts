import { describe, expect, it } from 'vitest';
import type { CalendarClient, EventBody } from '../sync/provider.ts';
import { blockOf } from './block-of.ts';
import { visibleLines } from './lines.ts';
import { writeBlock } from './write-block.ts';

const place = { calendarId: 'c', eventId: 'e' };
const words = { title: 'our agenda', end: 'end, from', join: 'Join' };
const block = blockOf(
  {
    agenda: [{ name: 'Work', minutes: '60 min' }],
    joinUrl: 'https://meet.google.com/abc-defg-hij',
    roles: [],
  },
  words,
);

/** One event, with what others do to it between our reading and our writing. */
function service(start: string, meanwhile: ((text: string) => string)[] = [], mayWrite = true) {
  const state = { content: start, mark: null as string | null, version: 1, writes: 0 };
  const client: Pick<CalendarClient, 'read' | 'write'> = {
    async read() {
      const { content, mark, version } = state;
      const body: EventBody = { type: 'text', content };
      const event = { id: 'e', etag: String(version), body, mark, mayWrite, originalStart: null, start: 0 };
      return { ok: true, event };
    },
    async write(_calendar, _event, change, etag) {
      const edit = meanwhile.shift();
      if (edit) {
        state.content = edit(state.content);
        state.version++;
      }
      if (etag !== String(state.version)) return { ok: false, reason: 'conflict' };
      Object.assign(state, { content: change.body.content, mark: change.mark, version: state.version + 1 });
      state.writes++;
      return { ok: true, etag: String(state.version) };
    },
  };
  return { state, client };
}

describe('writing a block into an event', () => {
  it('puts it in once, says when nothing changed, and takes it and the mark out again', async () => {
    const { state, client } = service('Bring tea');
    const first = await writeBlock(client, place, block, { mark: 'us' });
    expect(first).toMatchObject({ ok: true, changed: true });
    expect(await writeBlock(client, place, block, { mark: 'us' })).toMatchObject({
      ok: true,
      changed: false,
    });
    expect(state).toMatchObject({ mark: 'us', writes: 1 });
    expect(await writeBlock(client, place, null, { mark: 'us' })).toMatchObject({ ok: true, changed: true });
    expect(state).toMatchObject({ content: 'Bring tea', mark: null });
  });

  it('keeps what others changed between reading and writing', async () => {
    const { state, client } = service('Bring tea', [(text) => `${text} and cake`]);
    expect(await writeBlock(client, place, block, { mark: 'us' })).toMatchObject({ ok: true });
    expect(visibleLines({ type: 'text', content: state.content })[0]).toBe('Bring tea and cake');
  });

  it('gives up when others keep changing it, and has changed nothing', async () => {
    const edit = (text: string) => `${text}!`;
    const { state, client } = service('Hi', [edit, edit, edit, edit, edit]);
    expect(await writeBlock(client, place, block, { mark: 'us' })).toEqual({ ok: false, reason: 'conflict' });
    expect(state.content).toMatch(/^Hi!+$/);
  });

  it('leaves the block of another member alone until told to take over', async () => {
    const { state, client } = service(`— Circlekeeper: unser Ablauf —\nAnkommen\n— Ende, von Circlekeeper —`);
    expect(await writeBlock(client, place, block, { mark: 'us' })).toEqual({
      ok: false,
      reason: 'other-writer',
    });
    expect(await writeBlock(client, place, null, { mark: 'us' })).toMatchObject({ ok: true, changed: false });
    expect(state.writes).toBe(0);
    expect(await writeBlock(client, place, block, { mark: 'us', takeOver: true })).toMatchObject({
      ok: true,
    });
    expect(state.content).not.toContain('Ankommen');
  });

  it('writes nothing where the member may not, or where it would not fit', async () => {
    expect(await writeBlock(service('', [], false).client, place, block, { mark: 'us' })).toEqual({
      ok: false,
      reason: 'read-only',
    });
    const full = service('x'.repeat(100));
    expect(await writeBlock(full.client, place, block, { mark: 'us', limit: 120 })).toMatchObject({
      reason: 'too-long',
    });
    expect(full.state.writes).toBe(0);
  });
});
