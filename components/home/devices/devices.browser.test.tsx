import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { KeepOwn } from '@/components/card/KeepOwn';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { writePig } from '@/lib/me/pig';
import { readSpaceFile, writeSpaceFile } from '@/lib/share/by-file';
import { byHand } from '@/lib/share/invite/by-hand';
import { host, newHost } from '@/lib/share/invite/host';
import { newInvitation, writeInvitation } from '@/lib/share/invite/invitation';
import { type StewardState, stewardCode } from '@/lib/share/invite/steward';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { ready } from '@/lib/store/device-keys';
import { letInOwn } from '@/lib/store/let-in';
import { listPigs } from '@/lib/store/only-mine';
import { openDatabase } from '@/lib/store/open';
import { foundOwn } from '@/lib/store/own-space';
import { shareStore } from '@/lib/store/share-store';
import { tendOwn } from '@/lib/store/tend-own';
import { lookAt } from '@/test/builders/look-at';
import { localCircle, sharedCircle } from '@/test/builders/sharing';
import { mount } from '../../../test/gallery/mount.tsx';
import { DevicesSection } from './DevicesSection.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../circles/new-circle.css';
import '../settings/settings.css';

let shown: Awaited<ReturnType<typeof mount>>;
const stops: (() => void)[] = [];

beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  await page.viewport(900, 900);
  shown = await mount(
    <ToastProvider>
      <main>
        <h1>Settings</h1>
        <div className="settings-card">
          <DevicesSection />
        </div>
        <KeepOwn />
      </main>
    </ToastProvider>,
  );
});
afterEach(() => {
  shown.remove();
  for (const stop of stops.splice(0)) stop();
});

const picture = (name: string) => lookAt(`../../../test-results/devices/${name}`);
const field = (name: string) => page.getByRole('textbox', { name });
const valueIn = (name: string): string => (field(name).element() as HTMLTextAreaElement).value;
const press = (name: string) => page.getByRole('button', { name }).click();
/** What a press on the button puts on the clipboard. */
const copied = async (name: string): Promise<string> => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await vi.waitFor(() => expect(write).toHaveBeenCalled());
  const text = write.mock.calls[0]?.[0] ?? '';
  write.mockRestore();
  return text;
};

test('a second computer gets everything by texts and files alone, without any relay', async () => {
  // The old computer, elsewhere, with a shared circle that travels by files too.
  const { db: old, space: circle } = await sharedCircle();
  await append(old, [writePig('p', 'You are slow', 1)]);
  const own = await foundOwn(old, [], 'Old laptop');
  const invitation = newInvitation('device', [], Date.now(), 86_400_000);
  const device = await ready(old, own);
  const there = { text: '', state: (await newHost(invitation, device)) as StewardState };
  const transport = await byHand(invitation, 'steward', null, (said) => {
    there.text = said;
  });
  const talk = await host({
    invitation,
    device,
    state: there.state,
    transport,
    now: () => Date.now(),
    save: async (state) => {
      there.state = state;
    },
    changed: () => undefined,
    letIn: (newcomer) => letInOwn(old, own, newcomer),
  });
  stops.push(talk.stop);

  await picture('s1-none');
  await press('This is the new one: I have an invitation');
  await field('Invitation').fill(writeInvitation(invitation));
  await field('Name of this device').fill('New laptop');
  await picture('s2-join');
  await press('Make it one of mine');
  await expect.element(field('Text 2 of 5: to be sent')).toBeVisible();
  expect(await transport.take(valueIn('Text 2 of 5: to be sent'))).toBeNull();
  await vi.waitFor(() => expect(there.text).not.toBe(''));
  await field('Text 3 of 5: what came back').fill(there.text);
  await press('Go on');
  await expect.element(field('Text 4 of 5: to be sent')).toBeVisible();
  expect(await transport.take(valueIn('Text 4 of 5: to be sent'))).toBeNull();
  await vi.waitFor(() => expect(stewardCode(there.state)).toMatch(/^\w{6}$/));
  const answer = there.text;
  await press('They are the same');
  await talk.tell({ kind: 'same', now: Date.now() });
  await vi.waitFor(() => expect(there.text).not.toBe(answer));
  await tendOwn(old, own);
  const all = await writeSpaceFile(shareStore(old), own);
  await field('Text 5 of 5: what came back').fill(`${there.text}\n\n${all}`);
  await press('Go on');
  await expect.element(page.getByText('This device is one of yours now')).toBeVisible();
  const here = database();
  await vi.waitFor(async () =>
    expect((await listPigs(here)).map((pig) => pig.text)).toEqual(['You are slow']),
  );
  await picture('s3-joined');
  // What this device offers goes back, and what the old one answers brings it into the circle.
  const back = await copied('Copy it as text');
  expect(await readSpaceFile(shareStore(old), own, back)).toMatchObject({ ok: true, refused: 0 });
  await tendOwn(old, own);
  const second = (await writeSpaceFile(shareStore(old), own)) ?? '';
  await page.getByRole('button', { name: 'Take in a file or pasted text' }).last().click();
  await field('Or paste the text').fill(second);
  await press('Take in the text');
  await vi.waitFor(async () =>
    expect((await here.rights.get(circle))?.devices.filter((one) => one.member === 'm-ada').length).toBe(2),
  );
  await vi.waitFor(async () => expect((await here.circles.get(circle))?.name).toBe('Thursday circle'));
});

test('circles that are not shared are ticked, a device is renamed, and one that is taken out says so', async () => {
  const here = database();
  await localCircle(here);
  await press('Add a device');
  await page.getByRole('radio', { name: 'By files, sent by hand' }).click();
  await expect.element(page.getByRole('checkbox', { name: /^Thursday circle, which/ })).toBeChecked();
  await picture('s4-begin');
  await press('Make an invitation');
  await expect.element(field('Text 1 of 5: the invitation')).toBeVisible();
  await picture('s5-invite');
  await press('Close');
  const tick = page.getByRole('checkbox', { name: 'Thursday circle' });
  await expect.element(tick).toBeChecked();
  await tick.click();
  await expect.element(tick).not.toBeChecked();
  await page.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await field('Name of this device').fill('Kitchen table');
  await press('Save');
  await expect.element(page.getByText('Kitchen table')).toBeVisible();
  await picture('s6-list');
  // Another of mine takes this one out.
  const [own] = (await here.meta.where('key').startsWith('own:').primaryKeys()).map((key) => key.slice(4));
  const row = await here.rights.get(own ?? '');
  if (!row) throw new Error('no rights');
  await here.rights.put({ ...row, devices: row.devices.map((one) => ({ ...one, last: 3 })) });
  await expect.element(page.getByText('This device was taken out of your devices')).toBeVisible();
  await picture('s7-out');
});
