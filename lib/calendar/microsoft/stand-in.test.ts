import { describe, expect, it } from 'vitest';
import {
  CLIENT,
  changesOf,
  DAY,
  FORTNIGHTLY,
  HOME,
  HOUR,
  Local,
  ME,
  mainCalendar,
  START,
  setUp,
  WINDOW,
} from '@/test/builders/microsoft-town.ts';
import type { SignInWorld } from '../sync/provider.ts';
import { meetingBlob } from './meeting-blob.ts';
import { microsoftSignIn } from './sign-in.ts';

describe('signing in at a strict Entra', () => {
  const worldFor = (press: 'accept' | 'decline' | 'cancel' | 'close' = 'accept') => {
    const made = setUp();
    const world: SignInWorld = {
      fetch: made.asBrowser,
      now: () => START,
      redirectUrl: HOME,
      openWindow: (url, options) => made.control.openWindow(url, options, { account: ME, press }),
    };
    return { ...made, world };
  };
  const options = { clientId: CLIENT, access: 'read' } as const;

  it('connects, renews, and goes on in silence after the day of the refresh token', async () => {
    const { world, control } = worldFor();
    const connected = await microsoftSignIn.connect(world, options);
    if (!connected.ok) throw new Error(`${connected.reason} ${connected.code}`);
    expect(connected.identity.email).toBe(ME);
    expect(connected.tokens.access).toBe('read');
    const renew = () => microsoftSignIn.renew(world, { ...options, ...connected });
    expect(await renew()).toMatchObject({ ok: true });
    control.tokens.expireRefresh(ME);
    expect(await renew()).toMatchObject({ ok: true });
    control.accounts.signOut(ME);
    control.tokens.expireRefresh(ME);
    expect(await renew()).toMatchObject({ ok: false, reason: 'expired' });
  });

  it('knows when leave was taken back', async () => {
    const { world, control } = worldFor();
    const connected = await microsoftSignIn.connect(world, options);
    if (!connected.ok) throw new Error(`${connected.reason} ${connected.code}`);
    control.accounts.withdraw(ME, CLIENT);
    expect(await microsoftSignIn.renew(world, { ...options, ...connected })).toMatchObject({
      ok: false,
      reason: 'revoked',
    });
  });

  it.each([
    ['decline', 'refused'],
    ['cancel', 'cancelled'],
    ['close', 'cancelled'],
  ] as const)('understands %s', async (press, reason) => {
    const { world } = worldFor(press);
    expect(await microsoftSignIn.connect(world, options)).toMatchObject({ ok: false, reason });
  });
});

describe('reading from a strict Graph', () => {
  it('costs one request of a few hundred bytes when nothing changed', async () => {
    const { control, client, makeClient } = setUp();
    control.events.fill(ME, { count: 200, from: WINDOW.from + DAY, everyMs: HOUR * 5, series: true });
    const calendar = await mainCalendar(client);
    const local = new Local();
    await local.round(makeClient, calendar);
    expect(local.events.size).toBeGreaterThan(200);
    control.clearLog();
    await local.round(makeClient, calendar);
    expect(control.log.requests).toHaveLength(1);
    expect(control.log.requests[0]?.bytes).toBeLessThan(600);
  });

  const kinds = (['told', 'untold'] as const).flatMap((deletedDates) =>
    (['always', 'begun-in-window'] as const).flatMap((masters) =>
      [200, 3].map((pageSize) => ({ deletedDates, masters, pageSize })),
    ),
  );
  it.each(kinds)('ends up where a fresh reading does, whatever happened: %j', async (kind) => {
    const { control, client, makeClient } = setUp(kind, kind.pageSize);
    const calendar = await mainCalendar(client);
    const local = new Local();
    const change = changesOf(control);
    await local.round(makeClient, calendar);
    for (let step = 0; step < 60; step++) {
      const what = change(step);
      if ((await local.round(makeClient, calendar)) === 'gone') await local.round(makeClient, calendar);
      const fresh = new Local();
      await fresh.round(() => client, calendar);
      expect(local.shown(), `after step ${step}: ${what}`).toEqual(fresh.shown());
    }
  });
});

describe('writing to a strict Graph', () => {
  it('puts a text beside the part of a Teams meeting and takes it out again', async () => {
    const { control, client } = setUp();
    const id = control.events.put(ME, {
      subject: 'Circle',
      start: START,
      end: START + HOUR,
      repeat: { pattern: FORTNIGHTLY },
      html: '<p>Bring a question.</p>',
      teams: true,
    });
    const calendar = await mainCalendar(client);
    const before = await client.read(calendar, id);
    if (!before.ok) throw new Error(before.reason);
    const blob = meetingBlob(before.event.body.content);
    expect(blob).not.toBeNull();
    const content = before.event.body.content.replace('<p>Bring', '<p>Agenda</p><p>Bring');
    expect(content).not.toBe(before.event.body.content);
    const wrote = await client.write(
      calendar,
      before.event.id,
      { body: { type: 'html', content }, mark: 'circle-1' },
      before.event.etag,
    );
    expect(wrote).toMatchObject({ ok: true });
    const after = await client.read(calendar, id);
    if (!after.ok || !wrote.ok) throw new Error('not there');
    expect(after.event).toMatchObject({ mark: 'circle-1', etag: wrote.etag });
    expect(control.events.text(ME, id)).toContain('Agenda');
    expect(control.events.read(ME, id).isOnlineMeeting).toBe(true);
    const back = {
      body: { type: 'html' as const, content: after.event.body.content.replace(/<p[^>]*>Agenda<\/p>/, '') },
      mark: null,
    };
    expect(await client.write(calendar, id, back, before.event.etag)).toEqual({
      ok: false,
      reason: 'conflict',
    });
    expect(await client.write(calendar, id, back, after.event.etag)).toMatchObject({ ok: true });
    expect(control.events.extensions(ME, id)).toEqual({});
    expect(control.events.text(ME, id)).not.toContain('Agenda');
  });

  it('finds the next date of a series, past one that was taken out', async () => {
    const { control, client } = setUp();
    const id = control.events.put(ME, {
      subject: 'Circle',
      start: START - 28 * DAY,
      end: START - 28 * DAY + HOUR,
      repeat: { pattern: FORTNIGHTLY },
    });
    const calendar = await mainCalendar(client);
    const next = async (from: number) => {
      const found = await client.nextInstance(calendar, id, from);
      return found.ok ? found.event?.start : found.reason;
    };
    expect(await next(START)).toBe(START);
    expect(await next(START + 1)).toBe(START + 14 * DAY);
    const date = control.events.dates(ME, id, START, START + DAY)[0] ?? '';
    control.events.delete(ME, date);
    expect(await next(START)).toBe(START + 14 * DAY);
  });
});
