import { useLiveQuery } from 'dexie-react-hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { answerPig, type Pig, writePig } from '@/lib/me/pig';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { recordLeft } from '@/lib/store/left-behind';
import { listPigs } from '@/lib/store/only-mine';
import { openDatabase } from '@/lib/store/open';
import { mount } from '../../test/gallery/mount.tsx';
import { useTyped } from '../ui/use-typed.ts';
import { useSavedOnLeaving } from './use-saved-on-leaving.ts';

let shown: Awaited<ReturnType<typeof mount>>;
const db = () => database();
const pig = async () => (await listPigs(db()))[0];
const answers = () => db().facts.filter((fact) => fact.kind === 'pig.answered');
const left = () => db().meta.where('key').startsWith('left:').count();
const field = page.getByRole('textbox');
/** As the browser tells it, in this order. */
const closes = () => {
  for (const kind of ['beforeunload', 'pagehide']) window.dispatchEvent(new Event(kind));
};

beforeEach(async () => {
  await db().delete();
  expect(await openDatabase(db())).toBeNull();
  await append(db(), [writePig('p', 'You are slow', 1)]);
});
afterEach(() => shown.remove());

function Answer({ of, atPause }: { readonly of: Pig; readonly atPause: boolean }) {
  const [text, setText] = useTyped(of.answer);
  const leave = useSavedOnLeaving({
    text,
    drafts: () => (text === of.answer ? [] : [answerPig(of, text, 2)]),
    record: (drafts) => append(db(), drafts),
    atPause,
  });
  return (
    <>
      <input
        aria-label="Answer"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={leave}
      />
      <output>{of.answer}</output>
    </>
  );
}
function Field({ atPause = false }: { readonly atPause?: boolean }) {
  const one = useLiveQuery(pig);
  return one ? <Answer of={one} atPause={atPause} /> : null;
}

test('words are saved as one leaves the field, and once; where others read along not before', async () => {
  shown = await mount(<Field />);
  await field.fill('I am thorough');
  await new Promise((done) => setTimeout(done, 3_500));
  expect(await answers().count()).toBe(0);
  await userEvent.tab();
  await expect.element(page.getByRole('status')).toHaveTextContent('I am thorough');
  closes();
  expect(await left()).toBe(0);
  expect(await answers().count()).toBe(1);
});

test('what is only for oneself is saved at a pause, with the cursor still in it', async () => {
  shown = await mount(<Field atPause />);
  await field.fill('I am thorough');
  await vi.waitFor(async () => expect((await pig())?.answer).toBe('I am thorough'), { timeout: 10_000 });
  await expect.element(field).toHaveFocus();
});

test('what stands in the field when the page is closed waits for the next page', async () => {
  shown = await mount(<Field />);
  await field.fill('I am thorough');
  // What is really closed does nothing more.
  vi.spyOn(window, 'setTimeout').mockReturnValue(0 as unknown as ReturnType<typeof setTimeout>);
  closes();
  vi.restoreAllMocks();
  await vi.waitFor(async () => expect(await left()).toBe(1));
  expect(await answers().count()).toBe(0);
  await recordLeft(db());
  expect((await pig())?.answer).toBe('I am thorough');
});

test('whoever stays after all writes on, and what was left behind comes over nothing that is newer', async () => {
  shown = await mount(<Field />);
  await field.fill('I am thorough');
  window.dispatchEvent(new Event('beforeunload'));
  await vi.waitFor(async () => expect((await pig())?.answer).toBe('I am thorough'));
  await field.fill('I am thorough, and done');
  await userEvent.tab();
  await vi.waitFor(async () => expect((await pig())?.answer).toBe('I am thorough, and done'));
  await recordLeft(db());
  expect(await left()).toBe(0);
  expect((await pig())?.answer).toBe('I am thorough, and done');
  expect(await answers().count()).toBe(2);
});
