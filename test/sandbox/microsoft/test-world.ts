import type { SentEvent } from './event-view.ts';
import { type MicrosoftOptions, type MicrosoftStandIn, microsoftStandIn } from './microsoft-stand-in.ts';

export const CLIENT = '11111111-2222-4333-8444-555555555555';
export const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
export const ANA = 'ana@lab.example';
export const BEA = 'bea@lab.example';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Tuesday, 17:00 in UTC. */
export const TUESDAY = Date.UTC(2026, 9, 6, 17);

/** One event of an hour. */
export const once = { subject: 'Once', start: TUESDAY, end: TUESDAY + HOUR };

/** A request with a body. */
export const json = (method: string, body: unknown, headers: Record<string, string> = {}) => ({
  method,
  body: JSON.stringify(body),
  headers,
});

export interface Given {
  service: MicrosoftStandIn;
  control: MicrosoftStandIn['control'];
  clock: { now: number };
  /** A request of Ana's with a token that may write. */
  ask(path: string, init?: RequestInit & { token?: string }): Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Loose;
}

/** Graph's answers as tests read them: an event, a list, an error, or parts of a batch. */
export type Loose = SentEvent & {
  value?: Loose[];
  error?: { code: string; message: string };
  responses?: { id: string; status: number; headers: Record<string, string>; body: Loose }[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
  mail?: string;
  name?: string;
  extensionName?: string;
};

/** Ana and Bea, and nothing in their calendars. */
export function given(options: Partial<MicrosoftOptions> = {}): Given {
  const clock = { now: Date.UTC(2026, 9, 1, 8) };
  const service = microsoftStandIn({
    now: () => clock.now,
    clients: [{ id: CLIENT, name: 'Circlekeeper', redirectUris: [REDIRECT] }],
    ...options,
  });
  const { control } = service;
  control.accounts.add({ email: ANA, name: 'Ana Lima', zone: 'W. Europe Standard Time' });
  control.accounts.add({ email: BEA, name: 'Bea Moser', zone: 'W. Europe Standard Time' });
  const own = control.tokens.issue(ANA);
  return {
    service,
    control,
    clock,
    async ask(path, { token = own, ...init } = {}) {
      const headers = new Headers(init.headers);
      if (token !== '') headers.set('authorization', `Bearer ${token}`);
      if (init.body) headers.set('content-type', 'application/json');
      const url = path.startsWith('https:') ? path : `https://graph.microsoft.com/v1.0${path}`;
      const response = await service.handle(new Request(url, { ...init, headers }));
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? {} : JSON.parse(text),
      };
    },
  };
}

/** Every other Tuesday at 19:00 in Berlin, an hour and a half. */
export function circle(
  control: Given['control'],
  more: Partial<Parameters<Given['control']['events']['put']>[1]> = {},
): string {
  return control.events.put(ANA, {
    subject: 'Peer mentoring circle',
    start: TUESDAY,
    end: TUESDAY + 1.5 * HOUR,
    zone: 'W. Europe Standard Time',
    repeat: {
      pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      count: 8,
    },
    html: '<p>Our circle</p>',
    ...more,
  });
}

export const WINDOW = 'startDateTime=2026-09-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z';

/** A whole round of change tracking: what came, and the link for the next. */
export async function round(
  ask: Given['ask'],
  link: string,
  size = 50,
): Promise<{ value: Loose[]; delta: string; pages: number }> {
  const value: Loose[] = [];
  let at = link;
  for (let pages = 1; ; pages++) {
    const { status, body } = await ask(at, { headers: { prefer: `odata.maxpagesize=${size}` } });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    value.push(...(body.value ?? []));
    const next = body['@odata.nextLink'];
    if (next === undefined) return { value, delta: String(body['@odata.deltaLink']), pages };
    at = next;
  }
}
