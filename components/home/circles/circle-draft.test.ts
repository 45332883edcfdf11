import { expect, test } from 'vitest';
import { readCallLink } from '@/lib/calendar/call-link';
import type { Guest, Series } from '@/lib/calendar/event';
import { type CircleDraft, circleFrom, draftFromSeries, emptyDraft, problemsOf } from './circle-draft.ts';

let ids = 0;
const newId = () => {
  ids += 1;
  return `id-${ids}`;
};

const guest = (name: string, change: Partial<Guest> = {}): Guest => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
  response: 'accepted',
  kind: 'person',
  ...change,
});

const series = (change: Partial<Series> = {}): Series => ({
  key: 'uid-1',
  uid: 'uid-1',
  sourceId: 's',
  title: 'Fwd: Peer mentoring circle (Zoom)',
  description: '',
  location: '',
  zone: 'Europe/Berlin',
  start: 0,
  lengthMs: 75 * 60_000,
  allDay: false,
  status: 'confirmed',
  myResponse: null,
  cadence: { everyDays: 14, weekdays: [4] },
  rule: '',
  organizer: { name: 'Amira Said', email: 'amira.said@example.org' },
  guests: [
    guest('Bo Olsen'),
    guest('Chen Wei', { response: 'declined' }),
    guest('Room 4', { kind: 'room' }),
    guest('', { email: 'dana.levi@example.org' }),
  ],
  call: { host: 'meet', code: 'abc-defg-hij', url: 'https://meet.google.com/abc-defg-hij' },
  occurrences: [],
  ...change,
});

const read = (draft: CircleDraft) => problemsOf(draft, readCallLink([draft.call])).map(({ at }) => at);

test('a series proposes name, people, rhythm and length; rooms are nobody, and who declined is not ticked', () => {
  const draft = draftFromSeries(series(), 'dana.levi@example.org', newId);
  expect(draft).toMatchObject({
    name: 'Peer mentoring circle',
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: 75,
  });
  expect(draft.people.map(({ name, isIn }) => [name, isIn])).toEqual([
    ['Dana Levi', true],
    ['Bo Olsen', true],
    ['Amira Said', true],
    ['Chen Wei', false],
  ]);
  expect(draft.people.find((person) => person.id === draft.me)?.name).toBe('Dana Levi');
  expect(read(draft)).toEqual([]);
});

test('nobody is taken to be me without a sign: it is asked', () => {
  const draft = draftFromSeries(series(), null, newId);
  expect(draft.me).toBe('');
  expect(read(draft)).toEqual(['me']);
  const unticked = draft.people.find((person) => !person.isIn)?.id ?? '';
  expect(read({ ...draft, me: unticked })).toEqual(['me']);
});

test('a format that comes later is named, and the circle starts with the one there is', () => {
  const draft = draftFromSeries(series({ title: 'Speed mentoring' }), null, newId);
  expect(draft).toMatchObject({ formatId: 'pmc', looksLike: 'speed' });
});

test('more guests than seats: the first twelve are ticked', () => {
  const many = Array.from({ length: 20 }, (_, at) => guest(`Guest ${at}`));
  const draft = draftFromSeries(series({ guests: many, organizer: null }), null, newId);
  expect(draft.people.filter((person) => person.isIn)).toHaveLength(12);
  const all = draft.people.map((person) => ({ ...person, isIn: true }));
  expect(read({ ...draft, people: all })).toContain('many');
});

test('by hand: says all that is missing, ignores lines left empty, and reads the pasted link', () => {
  const draft = emptyDraft(newId);
  expect(read(draft)).toEqual(['name', 'few', 'me']);
  const [me, other] = draft.people;
  const filled: CircleDraft = {
    ...draft,
    name: 'Thursday',
    people: [
      { ...me, name: ' Amira ' },
      { ...other, name: 'Bo' },
      { id: 'x', name: '  ', email: '', isIn: true },
    ] as CircleDraft['people'],
  };
  expect(read(filled)).toEqual([]);
  expect(read({ ...filled, call: 'my usual room' })).toEqual(['call']);
  expect(read({ ...filled, lengthMin: undefined })).toEqual(['length']);
  expect(read({ ...filled, guide: other?.id ?? '', guideMeetings: 0 })).toEqual(['guide']);
  const call = readCallLink(['meet.google.com/abc-defg-hij']);
  expect(circleFrom({ ...filled, guide: other?.id ?? '' }, call, 'c')).toMatchObject({
    id: 'c',
    name: 'Thursday',
    links: [{ kind: 'call', host: 'meet', value: 'abc-defg-hij' }],
    members: [
      { name: 'Amira', isMe: true, guide: null },
      { name: 'Bo', isMe: false, guide: { meeting: 3 } },
    ],
  });
  // A rule that was typed counts, also where nobody pressed "Add".
  expect(circleFrom({ ...filled, ownRule: ' Cameras on ' }, call, 'c').agreement).toEqual([
    ...draft.agreement,
    'Cameras on',
  ]);
});

test('two of the same name would be one person on every screen', () => {
  const draft = emptyDraft(newId);
  const people = draft.people.map((person) => ({ ...person, name: 'Bo' }));
  expect(read({ ...draft, name: 'x', people })).toEqual(['twice']);
});
