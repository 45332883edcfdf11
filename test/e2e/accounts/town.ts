import type { Locator, Page } from 'playwright-core';
import { EXTENSION_ID } from '../../rig/launch.ts';
import { type GoogleStandIn, googleStandIn } from '../../sandbox/google/stand-in.ts';
import { microsoftStandIn } from '../../sandbox/microsoft/microsoft-stand-in.ts';
import type { Sandbox } from '../../sandbox/server.ts';

export const ADA = 'ada@uni.example';
export const CLIENTS = {
  google: 'circlekeeper.apps.googleusercontent.com',
  microsoft: '11111111-2222-3333-4444-555555555555',
} as const;
const REDIRECT = `https://${EXTENSION_ID}.chromiumapp.org/`;
export const DAY = 86_400_000;
const GUESTS = ['bo@uni.example', 'chen@uni.example', 'dana@uni.example', 'eve@uni.example'];

/** What a person who minds the calendar can do with the circle's series, the same at both services. */
export interface Diary {
  readonly provider: 'google' | 'microsoft';
  readonly connect: 'Connect Google Calendar' | 'Connect Outlook';
  readonly clientField: 'Google client ID' | 'Microsoft client ID';
  /** Puts a circle every second week in; its first date is `start`, UTC ms. */
  put(title: string, start: number): void;
  /** Moves the nth date (from 0) by `ms`. */
  move(n: number, ms: number): void;
  cancel(n: number): void;
  addGuest(email: string): void;
  /** Everything that was sent to the service since `clearLog`, one request a line. */
  requests(): string[];
  clearLog(): void;
  mails(): number;
  /** The series' text, as the service keeps it. */
  text(): string;
  /** The text of the nth date (from 0). */
  dateText(n: number): string;
  say(text: string): void;
  /** Presses its way through the sign-in pages. */
  allow(page: Page): Promise<void>;
  deny(page: Page): Promise<void>;
}

export type Town = Record<'google' | 'microsoft', Diary> & {
  /** All that was ever sent to either service: addresses and bodies, to be searched for what may not be in them. */
  sent: string[];
  /** Runs before a service gets to see a request: the moment in which somebody else may change an event. */
  before: (method: string, url: string) => void | Promise<void>;
  google_: GoogleStandIn;
  microsoft_: ReturnType<typeof microsoftStandIn>;
};

/** Both services under their own host names, each with one account of Ada's. */
export function calendarTown(sandbox: Sandbox): Town {
  const google = googleStandIn({ now: Date.now });
  const microsoft = microsoftStandIn({
    now: Date.now,
    clients: [{ id: CLIENTS.microsoft, name: 'Circlekeeper', redirectUris: [REDIRECT] }],
  });
  const overheard =
    (handle: (request: Request) => Promise<Response>) =>
    async (request: Request): Promise<Response> => {
      const body = request.body ? await request.clone().text() : '';
      town.sent.push(`${request.method} ${decodeURIComponent(request.url)} ${body}`);
      await town.before(request.method, request.url);
      return handle(request);
    };
  for (const host of google.hosts) sandbox.mount(host, overheard(google.handle));
  for (const host of microsoft.hosts) sandbox.mount(host, overheard(microsoft.handle));
  google.control.accounts.add({ email: ADA, name: 'Ada Lund', sub: '1001' });
  google.control.clients.add({ id: CLIENTS.google, redirectUris: [REDIRECT] });
  microsoft.control.accounts.add({ email: ADA, name: 'Ada Lund' });
  const town: Town = {
    sent: [],
    before: () => undefined,
    google_: google,
    microsoft_: microsoft,
    google: googleDiary(google.control),
    microsoft: microsoftDiary(microsoft.control),
  };
  return town;
}

/** Says who one is, unless the service knows and goes on to its question at once. */
async function choose(who: Locator, question: Locator): Promise<void> {
  await who.or(question).first().waitFor();
  if (await who.isVisible()) await who.click();
  await question.waitFor();
}

function googleDiary(control: GoogleStandIn['control']): Diary {
  let id = '';
  let first = 0;
  const date = (n: number) => first + n * 14 * DAY;
  return {
    provider: 'google',
    connect: 'Connect Google Calendar',
    clientField: 'Google client ID',
    put(title, start) {
      first = start;
      id = control.events.put(ADA, {
        summary: title,
        description: 'Our own notes. <a href="https://wiki.example/circle">Reading list</a>',
        start,
        minutes: 90,
        zone: 'UTC',
        rule: 'FREQ=WEEKLY;INTERVAL=2',
        guests: GUESTS,
        meet: 'abc-defg-hij',
      });
    },
    move: (n, ms) => control.events.moveOccurrence(ADA, id, date(n), { start: date(n) + ms }),
    cancel: (n) => control.events.cancelOccurrence(ADA, id, date(n)),
    addGuest: (email) => control.events.addGuest(ADA, id, email),
    requests: () =>
      control.log
        .all()
        // Chromium itself asks Google who is signed in.
        .filter((one) => one.path !== '/ListAccounts')
        .map((one) => JSON.stringify(one)),
    clearLog: () => control.log.clear(),
    mails: () => control.mails.all().length,
    text: () => control.events.get(ADA, id).description ?? '',
    dateText: (n) => control.events.occurrences(ADA, first - DAY, first + 366 * DAY)[n]?.description ?? '',
    say: (description) => control.events.change(ADA, id, { description }),
    async allow(page) {
      await choose(page.locator(`button[value="${ADA}"]`), page.locator('button[value="allow"]'));
      for (const box of await page.$$('input[type=checkbox]')) await box.check();
      await page.click('button[value="allow"]');
    },
    async deny(page) {
      const no = page.locator('button[value="deny"]');
      await choose(page.locator(`button[value="${ADA}"]`), no);
      await no.click();
    },
  };
}

function microsoftDiary(control: ReturnType<typeof microsoftStandIn>['control']): Diary {
  let id = '';
  let first = 0;
  const date = (n: number) => {
    const found = control.events.dates(ADA, id, first - DAY, first + 366 * DAY)[n];
    if (!found) throw new Error(`no date ${n}`);
    return found;
  };
  return {
    provider: 'microsoft',
    connect: 'Connect Outlook',
    clientField: 'Microsoft client ID',
    put(title, start) {
      first = start;
      const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(start);
      id = control.events.put(ADA, {
        subject: title,
        html: '<p>Our own notes. <a href="https://wiki.example/circle">Reading list</a></p>',
        start,
        end: start + 90 * 60_000,
        repeat: {
          pattern: { type: 'weekly', interval: 2, daysOfWeek: [day.toLowerCase() as 'monday'] },
        },
        guests: GUESTS,
        teams: true,
      });
    },
    move: (n, ms) => control.events.move(ADA, date(n), first + n * 14 * DAY + ms),
    cancel: (n) => control.events.delete(ADA, date(n)),
    addGuest: (email) => control.events.addGuest(ADA, id, email),
    requests: () => control.log.requests.map((one) => JSON.stringify(one)),
    clearLog: () => control.clearLog(),
    mails: () => control.mails.length,
    text: () => control.events.read(ADA, id).body?.content ?? '',
    dateText: (n) => control.events.read(ADA, date(n)).body?.content ?? '',
    say: (content) => control.events.change(ADA, id, { body: { contentType: 'html', content } }),
    async allow(page) {
      const yes = page.getByRole('button', { name: 'Accept' });
      await choose(page.getByRole('button', { name: ADA }), yes);
      await yes.click();
    },
    async deny(page) {
      const no = page.getByRole('button', { name: 'Cancel' });
      await choose(page.getByRole('button', { name: ADA }), no);
      await no.click();
    },
  };
}
