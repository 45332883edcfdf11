import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { makeContract } from '@/lib/contract/commands';
import { readSpaceFile, writeSpaceFile } from '@/lib/share/by-file';
import { byHand } from '@/lib/share/invite/by-hand';
import { host, newHost } from '@/lib/share/invite/host';
import { newInvitation, readInvitation, writeInvitation } from '@/lib/share/invite/invitation';
import { join } from '@/lib/share/invite/join';
import { type NewcomerState, newcomerCode } from '@/lib/share/invite/newcomer';
import { type StewardState, stewardCode } from '@/lib/share/invite/steward';
import { makeKeys } from '@/lib/share/keys';
import { append } from '@/lib/store/append';
import { loadCircle } from '@/lib/store/circles';
import { COPY_ALL } from '@/lib/store/copy-source';
import { type Database, database } from '@/lib/store/database';
import { ready } from '@/lib/store/device-keys';
import { arrive, letIn } from '@/lib/store/let-in';
import { openDatabase } from '@/lib/store/open';
import { shareCircle } from '@/lib/store/share-circle';
import { shareStore } from '@/lib/store/share-store';
import { freshDatabase } from '@/test/builders/database';
import { lookAt } from '@/test/builders/look-at';
import { localCircle, sharedCircle } from '@/test/builders/sharing';
import { mount } from '../../../test/gallery/mount.tsx';
import { viewCircle } from '../circles/use-circles.ts';
import { JoinDialog } from './JoinDialog.tsx';
import { ShareSection } from './ShareSection.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../circles/circles.css';
import '../circles/new-circle.css';
import './share.css';

// What one side does is on the screen, with the database of this page; the other is a profile of its own.
const NOW = () => Date.now();
let shown: Awaited<ReturnType<typeof mount>> | undefined;
const stops: (() => void)[] = [];

beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  await page.viewport(900, 900);
});
afterEach(() => {
  shown?.remove();
  for (const stop of stops.splice(0)) stop();
});

const show = async (what: React.ReactNode) => {
  shown?.remove();
  shown = await mount(
    <ToastProvider>
      <main>
        <h1>Thursday circle</h1>
        {what}
      </main>
    </ToastProvider>,
  );
};
/** Other people’s machines are busy too. */
const SOON = { timeout: 10_000 };
const picture = (name: string) => lookAt(`../../../test-results/by-hand/${name}`);
const contract = (space: string, member: string, text: string) =>
  makeContract(
    { id: crypto.randomUUID(), circleId: space, memberId: member, meetingId: null, text, isPrivate: false },
    member,
    1,
  );
const texts = async (db: Database) => (await db.contracts.toArray()).map((row) => row.text).sort();
const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const valueIn = (name: string): string => (field(name).element() as HTMLTextAreaElement).value;
const goOn = () => page.getByRole('button', { name: 'Go on' });
const codeShown = () =>
  page
    .getByRole('img', { name: /^The code: / })
    .element()
    .getAttribute('aria-label')
    ?.replace(/^The code: | /g, '');

/** Somebody far away who asks to be let in, and passes texts on. */
async function newcomerElsewhere(db: Database, text: string) {
  const read = readInvitation(text);
  if (!read.ok) throw new Error(read.reason);
  const device = await makeKeys();
  const side = { text: '', state: undefined as NewcomerState | undefined, space: '' };
  const transport = await byHand(read.invitation, 'newcomer', null, (said) => {
    side.text = said;
  });
  const talk = await join({
    invitation: read.invitation,
    device,
    transport,
    now: NOW,
    changed: (state) => {
      side.state = state;
    },
    arrived: async (grant) => {
      await arrive(db, device, grant);
      side.space = grant.space;
    },
  });
  stops.push(talk.stop);
  return { ...transport, talk, side };
}

test('a member is let into a circle that travels by files with texts alone, and has all of it at once', async () => {
  const here = database();
  const shared = await shareCircle(here, await localCircle(here), COPY_ALL);
  if (!shared.ok) throw new Error(shared.reason);
  const space = shared.circleId;
  await append(here, [contract(space, 'm-ada', 'Send the aims page')]);
  const loaded = await loadCircle(here, space);
  if (!loaded) throw new Error('no circle');
  const section = <ShareSection view={viewCircle(loaded)} />;
  await show(section);
  await page.getByRole('button', { name: 'Invite Bo' }).click();
  await expect.element(field('Text 1 of 5: the invitation')).toBeVisible();
  await picture('1-invite');
  const { db: far } = await freshDatabase(Date.now());
  const bo = await newcomerElsewhere(far, valueIn('Text 1 of 5: the invitation'));
  await vi.waitFor(() => expect(bo.side.text).not.toBe(''), SOON);
  // A text that is none says so, and nothing is lost by it.
  await field('Text 2 of 5: what Bo sends back').fill(bo.side.text.slice(0, -20));
  await goOn().click();
  await expect.element(page.getByText(/The end of it is missing/)).toBeVisible();
  await field('Text 2 of 5: what Bo sends back').fill(`Hello!\n${bo.side.text}\nBo`);
  await goOn().click();
  await expect.element(field('Text 3 of 5: to be sent')).toBeVisible();
  await picture('2-answer');
  // The browser is closed and opened again: it goes on where it was.
  const answer = valueIn('Text 3 of 5: to be sent');
  await show(section);
  await page.getByRole('button', { name: 'Invite Bo' }).click();
  await vi.waitFor(() => expect(valueIn('Text 3 of 5: to be sent')).toBe(answer), SOON);
  const asked = bo.side.text;
  expect(await bo.take(answer)).toBeNull();
  await vi.waitFor(() => expect(bo.side.text).not.toBe(asked), SOON);
  await field('Text 4 of 5: what Bo sends back then').fill(bo.side.text);
  await goOn().click();
  await vi.waitFor(() => expect(codeShown()).toMatch(/^\w{6}$/), SOON);
  expect(codeShown()).toBe(bo.side.state && newcomerCode(bo.side.state));
  await picture('3-code');
  await bo.talk.tell({ kind: 'same' });
  await page.getByRole('button', { name: 'They are the same' }).click();
  await expect.element(page.getByRole('button', { name: 'I have sent it' })).toBeVisible();
  await picture('4-last');
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await page.getByRole('button', { name: 'Copy it' }).click();
  const last = copied.mock.calls[0]?.[0] ?? '';
  copied.mockRestore();
  expect(await bo.take(last)).toBeNull();
  await vi.waitFor(() => expect(bo.side.space).toBe(space), SOON);
  await vi.waitFor(async () => expect(await far.secrets.count()).toBe(1));
  expect(await readSpaceFile(shareStore(far), space, last)).toMatchObject({ ok: true, refused: 0 });
  expect(await texts(far)).toEqual(['Send the aims page']);
  await page.getByRole('button', { name: 'I have sent it' }).click();
  expect(await here.meta.where('key').startsWith('invite:').count()).toBe(0);
  expect((await here.rights.get(space))?.devices.filter((one) => one.member === 'm-bo').length).toBe(1);
});

test('one is let in with texts alone, brings one’s own history, and sends a file back', async () => {
  const { db: far, space } = await sharedCircle();
  await append(far, [contract(space, 'm-ada', 'Send the aims page')]);
  const here = database();
  const own = await localCircle(here, 'l', 'Bo');
  await append(here, [contract(own, 'l-bo', 'Say no to one committee')]);
  // Ada, elsewhere.
  const invitation = newInvitation('circle', [], Date.now(), 86_400_000);
  const device = await ready(far, space);
  const ada = { text: '', state: (await newHost(invitation, device)) as StewardState };
  const transport = await byHand(invitation, 'steward', null, (said) => {
    ada.text = said;
  });
  const talk = await host({
    invitation,
    device,
    state: ada.state,
    transport,
    now: NOW,
    save: async (state) => {
      ada.state = state;
    },
    changed: () => undefined,
    letIn: (newcomer) => letIn(far, space, 'm-bo', newcomer),
  });
  stops.push(talk.stop);

  await show(<JoinDialog onClose={() => undefined} />);
  await field('Invitation').fill(writeInvitation(invitation));
  await expect.element(page.getByText(/needs no relay/)).toBeVisible();
  await picture('5-join');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect.element(field('Text 2 of 5: to be sent')).toBeVisible();
  await picture('6-ask');
  const asked = valueIn('Text 2 of 5: to be sent');
  expect(await transport.take(asked)).toBeNull();
  await vi.waitFor(() => expect(ada.text).not.toBe(''), SOON);
  // Closed in between, and its own text pasted by mistake.
  await show(<JoinDialog onClose={() => undefined} />);
  await vi.waitFor(() => expect(valueIn('Text 2 of 5: to be sent')).toBe(asked), SOON);
  await field('Text 3 of 5: what came back').fill(asked);
  await goOn().click();
  await expect.element(page.getByText(/This is your own text/)).toBeVisible();
  await field('Text 3 of 5: what came back').fill(ada.text);
  await goOn().click();
  await vi.waitFor(() => expect(codeShown()).toMatch(/^\w{6}$/), SOON);
  await picture('7-code');
  expect(await transport.take(valueIn('Text 4 of 5: to be sent'))).toBeNull();
  await vi.waitFor(() => expect(stewardCode(ada.state)).toBe(codeShown()), SOON);
  await page.getByRole('button', { name: 'They are the same' }).click();
  const answer = ada.text;
  await talk.tell({ kind: 'same', now: Date.now() });
  await vi.waitFor(() => expect(ada.text).not.toBe(answer), SOON);
  await picture('8-wait');
  await field('Text 5 of 5: what came back').fill(
    `${ada.text}\n\n${await writeSpaceFile(shareStore(far), space)}`,
  );
  await goOn().click();
  await expect.element(page.getByText('You are in Thursday circle')).toBeVisible();
  expect(await here.meta.where('key').startsWith('join:').count()).toBe(0);
  await picture('9-joined');
  await page.getByRole('button', { name: 'Bring your own circle’s history' }).click();
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await vi.waitFor(async () => expect((await here.circles.get(own))?.continuedIn).toBe(space));
  // What Bo has now goes to Ada as a file, by the button of the circle's page.
  const loaded = await loadCircle(here, space);
  if (!loaded) throw new Error('no circle');
  await show(<ShareSection view={viewCircle(loaded)} />);
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await page.getByRole('button', { name: 'Copy it as text' }).click();
  await vi.waitFor(() => expect(copied).toHaveBeenCalled(), SOON);
  const file = copied.mock.calls[0]?.[0] ?? '';
  copied.mockRestore();
  expect(await readSpaceFile(shareStore(far), space, file)).toMatchObject({ ok: true, refused: 0 });
  expect(await texts(far)).toEqual(['Say no to one committee', 'Send the aims page']);
});
