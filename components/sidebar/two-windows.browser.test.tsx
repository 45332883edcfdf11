import { useLiveQuery } from 'dexie-react-hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useRecord } from '@/components/card/use-record';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { makeContract, reportContract } from '@/lib/contract/commands';
import { myDraft } from '@/lib/fact/draft';
import { noteEntity } from '@/lib/me/me';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { loadRoom } from '@/lib/store/room';
import { localCircle } from '@/test/builders/sharing';
import { mount } from '../../test/gallery/mount.tsx';
import { Note } from './Note.tsx';
import { ReportCard } from './ReportCard.tsx';
import { type Stage, StageProvider } from './stage.ts';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './sidebar.css';

let shown: Awaited<ReturnType<typeof mount>>;
let circleId: string;

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
  circleId = await localCircle(database());
  const contract = { id: 'k1', circleId, memberId: 'm-ada', meetingId: null, text: 'Aims', isPrivate: false };
  await append(database(), [makeContract(contract, 'm-ada', 1)]);
});
afterEach(() => shown.remove());

function Room({ stage }: { readonly stage: Omit<Stage, 'record' | 'problem'> }) {
  const { record, problem } = useRecord();
  const contract = useLiveQuery(async () => await database().contracts.get([circleId, 'k1']), []);
  return (
    <StageProvider value={{ ...stage, record, problem }}>
      <main>
        {contract ? <ReportCard contract={contract} meetingId="m1" /> : null}
        <Note open />
      </main>
    </StageProvider>
  );
}

async function open(me = 'm-ada') {
  const room = await loadRoom(database(), circleId, null, Date.now());
  if (!room) throw new Error('no room');
  const slot = { circleId, meetingId: 'm1', originalStart: 1, start: 1, lengthMin: 90, adhoc: true };
  const acting = { slot, row: null, by: me };
  const stage = { room, acting, me, cards: new Map(), short: new Map() };
  shown = await mount(
    <ToastProvider>
      <Room stage={stage} />
    </ToastProvider>,
  );
}

/** What is in the field follows the store; then one goes through it without a word. */
async function goThrough(name: string) {
  const field = page.getByRole('textbox', { name });
  await field.click();
  await userEvent.keyboard('{Tab}');
}

const factsOf = async (kind: string) =>
  (await database().facts.toArray()).filter((fact) => fact.kind === kind);

test('a report from another window is not lost by going through its field, nor by choosing an outcome', async () => {
  await open();
  await expect.element(page.getByRole('textbox', { name: 'Report' })).toBeVisible();
  const told = { meetingId: 'm1', outcome: 'partly', text: 'Two pages of three' } as const;
  await append(database(), [
    reportContract({ id: 'k1', circleId, isPrivate: false, reports: [] }, told, 'm-ada', 2),
  ]);
  await expect.element(page.getByRole('radio', { name: 'Partly' })).toBeChecked();
  await goThrough('Report');
  await page.getByRole('radio', { name: 'Kept' }).click();
  await vi.waitFor(async () =>
    expect((await database().contracts.get([circleId, 'k1']))?.outcome).toBe('kept'),
  );
  expect((await database().contracts.get([circleId, 'k1']))?.reports).toMatchObject([
    { text: 'Two pages of three' },
  ]);
});

test('a private note from another window is not lost by going through its field', async () => {
  await open();
  await expect.element(page.getByRole('textbox', { name: /note/i })).toBeVisible();
  const body = { circle: circleId, meeting: 'm1', text: 'Ask Bo about the panel', at: 2, replaces: [] };
  await append(database(), [myDraft(noteEntity('m1'), 'note.written', body)]);
  await expect.element(page.getByRole('textbox', { name: /note/i })).toHaveValue('Ask Bo about the panel');
  await page.getByRole('textbox', { name: /note/i }).click();
  await userEvent.keyboard('{Tab}');
  await page.getByRole('radio', { name: 'Kept' }).click();
  await vi.waitFor(async () => expect(await factsOf('contract.reported')).toHaveLength(1));
  expect((await database().notes.get('m1'))?.text).toBe('Ask Bo about the panel');
});

test('what its member told from their own device is shown to others, who cannot tell it otherwise', async () => {
  await open('m-bo');
  await expect.element(page.getByRole('radio', { name: 'Partly' })).toBeVisible();
  const told = { meetingId: 'm1', outcome: 'partly', text: 'Two pages of three' } as const;
  await append(database(), [
    reportContract({ id: 'k1', circleId, isPrivate: false, reports: [] }, told, 'm-ada', 2),
  ]);
  await expect.element(page.getByText('Two pages of three')).toBeVisible();
  await expect.element(page.getByText('Partly')).toBeVisible();
  expect(page.getByRole('radio').query()).toBeNull();
});
