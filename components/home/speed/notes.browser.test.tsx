import { useLiveQuery } from 'dexie-react-hooks';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noteSpeed, planSpeed } from '@/lib/speed/commands';
import { speedHistory } from '@/lib/speed/history';
import { SPEED_MINUTES } from '@/lib/speed/timetable';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { listSpeedEvents } from '@/lib/store/speed';
import { mountAtHome } from '@/test/gallery/mount';
import { Notes } from './Notes.tsx';

const START = Date.UTC(2026, 10, 19, 16);
let shown: Awaited<ReturnType<typeof mountAtHome>>;
afterEach(() => shown.remove());

function Event() {
  const events = useLiveQuery(() => listSpeedEvents(database()), []);
  const [event] = events ?? [];
  return event ? <Notes event={event} now={START} startsOpen /> : null;
}

const only = async () => {
  const [event] = await listSpeedEvents(database());
  if (!event) throw new Error('no event');
  return event;
};

it('keeps what another window wrote when one goes through the field', async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
  const setUp = {
    title: 'Autumn',
    people: ['Ana', 'Bo', 'Chen', 'Dana'].map((name) => ({ id: name, name })),
    acquainted: [],
    odd: 'rest' as const,
    start: START,
    lengthMin: 60,
    minutes: SPEED_MINUTES,
    rounds: 3,
  };
  await append(database(), planSpeed('e1', setUp, speedHistory([], START), 1));
  shown = await mountAtHome(<Event />);
  const field = page.getByRole('textbox').last();
  await expect.element(field).toHaveValue('');
  await append(database(), [noteSpeed(await only(), null, 'Bo knows the panel', START)]);
  await expect.element(field).toHaveValue('Bo knows the panel');
  await field.click();
  await userEvent.keyboard(', ask him{Tab}');
  await expect.poll(async () => (await only()).notes.get('')).toBe('Bo knows the panel, ask him');
  await append(database(), [noteSpeed(await only(), null, 'Ask Chen', START + 1)]);
  await expect.element(field).toHaveValue('Ask Chen');
  await field.click();
  await userEvent.keyboard('{Tab}');
  await append(database(), [noteSpeed(await only(), 'Bo', 'Met twice', START + 2)]);
  await expect.poll(async () => (await only()).notes.get('Bo')).toBe('Met twice');
  expect((await only()).notes.get('')).toBe('Ask Chen');
});
