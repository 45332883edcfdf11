import { describe, expect, it } from 'vitest';
import { ANA, BEA, circle, DAY, given, HOUR, type Loose, round, TUESDAY, WINDOW } from './test-world.ts';

const batch = (requests: unknown) => ({ method: 'POST', body: JSON.stringify({ requests }) });

describe('limits', () => {
  it('serves four at once for a mailbox and says when to come again to a fifth', async () => {
    const { ask, control } = given();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('/me/calendars')));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 429]);
    expect(answers[4]?.body.error?.message).toContain('MailboxConcurrency');
    expect(answers[4]?.headers.get('retry-after')).toBe('2');
    expect(control.log.highestConcurrency).toBe(5);
    expect((await ask('/me/calendars')).status).toBe(200);
  });

  it('counts each mailbox alone', async () => {
    const { ask, control } = given();
    const token = control.tokens.issue(BEA);
    const both = Array.from({ length: 8 }, (_, index) => ask('/me/calendars', index % 2 ? { token } : {}));
    expect((await Promise.all(both)).every((one) => one.status === 200)).toBe(true);
  });

  it('serves so many in a while', async () => {
    const { ask, control, clock } = given({ limits: { requests: 2 } });
    await ask('/me/calendars');
    await ask('/me/calendars');
    expect((await ask('/me/calendars')).status).toBe(429);
    clock.now += control.limits.perMs;
    expect((await ask('/me/calendars')).status).toBe(200);
  });
});

describe('failures on demand', () => {
  it('come as often as said, to what matches, with the header that was asked for', async () => {
    const { ask, control } = given();
    control.failNext({ status: 503, retryAfter: 30, times: 2, match: 'calendarView' });
    expect((await ask('/me/calendars')).status).toBe(200);
    const first = await ask(`/me/calendarView?${WINDOW}`);
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '30']);
    expect((await ask(`/me/calendarView?${WINDOW}`)).status).toBe(503);
    expect((await ask(`/me/calendarView?${WINDOW}`)).status).toBe(200);
  });

  it('break the socket before the work or after it', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, { subject: 'Once', start: TUESDAY, end: TUESDAY + HOUR });
    const patch = () => ask(`/me/events/${id}`, { method: 'PATCH', body: '{"subject":"Twice"}' });
    control.failNext({ status: 'drop' });
    await expect(patch()).rejects.toThrow('socket');
    expect(control.events.read(ANA, id).subject).toBe('Once');
    control.failNext({ status: 'drop', carriedOut: true });
    await expect(patch()).rejects.toThrow('socket');
    expect(control.events.read(ANA, id).subject).toBe('Twice');
  });

  it('reach the sign-in too', async () => {
    const { control, service } = given();
    control.failNext({ status: 503, match: 'login.microsoftonline.com' });
    const at = 'https://login.microsoftonline.com/common/oauth2/v2.0/token';
    expect((await service.handle(new Request(at, { method: 'POST' }))).status).toBe(503);
    expect((await service.handle(new Request(at, { method: 'POST' }))).status).toBe(400);
  });

  it('by chance are the same for the same seed', async () => {
    const run = async (seed: number) => {
      const { ask, control } = given();
      control.faults.random({ seed, rate: 0.5 });
      const statuses: (number | string)[] = [];
      for (let index = 0; index < 40; index++)
        statuses.push(
          await ask('/me/calendars').then(
            (one) => one.status,
            () => 'drop',
          ),
        );
      return statuses;
    };
    expect(await run(7)).toEqual(await run(7));
    expect(await run(7)).not.toEqual(await run(8));
    expect(new Set(await run(7)).size).toBeGreaterThan(3);
  });

  it('take their time when told to', async () => {
    const { ask, control } = given();
    control.slow(30);
    const began = performance.now();
    await ask('/me/calendars');
    expect(performance.now() - began).toBeGreaterThan(25);
  });
});

describe('a batch', () => {
  it('holds twenty at most, each with an id of its own', async () => {
    const { ask } = given();
    const get = (id: number) => ({ id: String(id), method: 'GET', url: '/me/calendars' });
    const many = (count: number) => Array.from({ length: count }, (_, index) => get(index));
    expect((await ask('/$batch', batch(many(20)))).body.responses).toHaveLength(20);
    expect((await ask('/$batch', batch(many(21)))).status).toBe(400);
    expect((await ask('/$batch', batch([get(1), get(1)]))).status).toBe(400);
  });

  it('names the type of a body, and stops what depends on a failure', async () => {
    const { ask } = given();
    const post = { id: '1', method: 'POST', url: '/me/events', body: {} };
    expect((await ask('/$batch', batch([post]))).status).toBe(400);
    const headers = { 'content-type': 'application/json' };
    const after = { id: '2', method: 'GET', url: '/me/calendars', dependsOn: ['1'] };
    const { responses } = (await ask('/$batch', batch([{ ...post, headers }, after]))).body;
    expect(responses?.map((one) => one.status)).toEqual([400, 424]);
  });
});

describe('pages of any origin', () => {
  it('are let in, and may read what they need', async () => {
    const { ask, service } = given();
    const asked = { 'access-control-request-headers': 'authorization,prefer' };
    const url = 'https://graph.microsoft.com/v1.0/me';
    const before = await service.handle(new Request(url, { method: 'OPTIONS', headers: asked }));
    expect([before.status, before.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'authorization,prefer',
    ]);
    const { headers } = await ask('/me', { headers: { origin: 'chrome-extension://abc' } });
    expect(headers.get('access-control-expose-headers')).toContain('Retry-After');
  });
});

describe('the log', () => {
  it('holds each request with its size, and nothing that is secret', async () => {
    const { ask, control } = given();
    const { body } = await ask('/me/calendars?$top=5');
    expect(control.log.requests).toMatchObject([
      {
        host: 'graph.microsoft.com',
        method: 'GET',
        path: '/v1.0/me/calendars',
        params: { $top: '5' },
        status: 200,
        account: ANA,
        bytes: JSON.stringify(body).length,
      },
    ]);
    expect(JSON.stringify(control.log)).not.toContain('eyJ0');
  });
});

describe('ten thousand events', () => {
  it('cost a due sync one small request', { timeout: 60_000 }, async () => {
    const { ask, control } = given();
    control.events.fill(ANA, {
      count: 10_000,
      from: TUESDAY,
      everyMs: HOUR / 4,
      series: true,
    });
    const { value, delta, pages } = await round(ask, `/me/calendarView/delta?${WINDOW}`, 1000);
    expect(value.length).toBeGreaterThan(10_000);
    expect(pages).toBe(Math.ceil(value.length / 1000));
    control.clearLog();
    expect((await round(ask, delta, 1000)).value).toEqual([]);
    expect(control.log.requests).toMatchObject([{ status: 200 }]);
    expect(control.log.requests[0]?.bytes).toBeLessThan(500);
  });
});

describe('many changes in any order', () => {
  it('always add up to what is there', async () => {
    const { ask, control } = given();
    const events = control.events;
    let seed = 5;
    const chance = (limit: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 4294967296) * limit);
    };
    const local = new Map<string, Loose>();
    let link = `/me/calendarView/delta?${WINDOW}`;
    for (let step = 0; step < 150; step++) {
      const ids = events.ids(ANA);
      const id = ids[chance(ids.length)];
      const dates =
        id && events.read(ANA, id).type === 'seriesMaster'
          ? events.dates(ANA, id, TUESDAY, TUESDAY + 60 * DAY)
          : [];
      const target = dates[chance(dates.length)] ?? id;
      const start = TUESDAY + chance(250) * DAY + chance(24) * HOUR;
      switch (target ? chance(6) : 0) {
        case 0:
          if (chance(2)) circle(control);
          else events.put(ANA, { subject: 'New', start, end: start + HOUR });
          break;
        case 1:
          events.delete(ANA, target ?? '');
          break;
        case 2:
          if (
            target !== undefined &&
            dates.length === 0 &&
            events.read(ANA, target).type === 'singleInstance'
          )
            events.move(ANA, target, start);
          break;
        case 3:
          events.change(ANA, id ?? '', { subject: `Step ${step}` });
          break;
        default:
          events.change(ANA, target ?? '', { location: { displayName: `Room ${step}` } });
      }
      if (chance(3)) continue;
      const { value, delta } = await round(ask, link, 1 + chance(9));
      link = delta;
      for (const one of value)
        if (one['@removed']) local.delete(one.id ?? '');
        else local.set(one.id ?? '', one);
    }
    const last = await round(ask, link);
    for (const one of last.value)
      if (one['@removed']) local.delete(one.id ?? '');
      else local.set(one.id ?? '', one);
    const fresh = (await round(ask, `/me/calendarView/delta?${WINDOW}`)).value;
    const sorted = (all: Iterable<Loose>) => [...all].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
    expect(local.size).toBeGreaterThan(10);
    expect(sorted(local.values())).toEqual(sorted(fresh));
  });
});
