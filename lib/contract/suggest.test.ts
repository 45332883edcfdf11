import { describe, expect, test } from 'vitest';
import { MANY_WORDS, type Suggestion, suggest } from './suggest.ts';
import { namesDay, plainWords } from './suggest-words.ts';

const SUNDAY = '2026-11-22';
const of = (text: string, kind: 'action' | 'standing' = 'action', due: string | null = null) =>
  suggest(text, { kind, due, today: SUNDAY });
const kinds = (text: string) => of(text).map((one) => one.kind);
const part = <K extends Suggestion['kind']>(text: string, kind: K) =>
  of(text).find((one): one is Extract<Suggestion, { kind: K }> => one.kind === kind);

describe('contracts as people write them', () => {
  test.each([
    // With a day, and small: nothing to say.
    ['Send the aims page to two readers by Tuesday', []],
    ['Say no to one committee this week', []],
    ['Den Antrag bis Freitag an Ruth schicken', []],
    ['Envoyer le résumé à Ruth avant jeudi', []],
    ['Enviar el borrador a Ruth el martes', []],
    ['Enviar o resumo à Ruth até quinta-feira', []],
    ['Write every morning for half an hour', []],
    ['Call Ruth on Dec 3', []],
    ['Abgabe am 3. Dezember vorbereiten', []],
    ['Read the draft before our next meeting', []],
    ['Call', []],
    ['', []],
    // Without one.
    ['Send the aims page to two readers', ['day']],
    ['Ruth um einen Termin bitten', ['day']],
    ['Demander un rendez-vous à Ruth', ['day']],
    ['Pedir una cita a Ruth', ['day']],
    ['Marcar uma conversa com a Ruth', ['day']],
    // Vague.
    ['Work on the grant', ['firstStep', 'day']],
    ['I will think about the job in Basel', ['firstStep', 'day']],
    ['Try to sleep more this week', ['firstStep']],
    ['Am Antrag arbeiten', ['firstStep', 'day']],
    ['Über die Stelle in Basel nachdenken', ['firstStep', 'day']],
    ['Travailler sur le projet', ['firstStep', 'day']],
    ['Réfléchir à la suite jusqu’à vendredi', ['firstStep']],
    ['Trabajar en la solicitud', ['firstStep', 'day']],
    ['Pensar sobre o próximo passo', ['firstStep', 'day']],
    ['Trabalhar no artigo', ['firstStep', 'day']],
    ['Work on the grant for 45 minutes on Monday', []],
    // A workshop is no work on something, a continued contract is none either.
    ['Prepare the workshop on Monday', []],
    ['Hand in the framework paper on Friday', []],
    // Several in one.
    ['Write the abstract and send it to Ruth by Friday', ['split']],
    ['Write the abstract, send it to Ruth and book the room', ['split', 'day']],
    ['Den Abschnitt schreiben und an Ruth schicken', ['split', 'day']],
    ['Écrire le résumé et l’envoyer à Ruth', ['split', 'day']],
    ['Escribir el resumen y enviarlo a Ruth', ['split', 'day']],
    ['Escrever o resumo e enviar à Ruth', ['split', 'day']],
    ['- call Ruth today\n- book the room tomorrow', ['split']],
    ['Call Ruth today; book the room tomorrow', ['split']],
    // "and" joins much that is one thing.
    ['Call Ruth and Bo by Friday', []],
    ['Make a list of pros and cons by Friday', []],
    ['Read the papers by Smith and Jones this week', []],
    ['Finish sections one and two by Friday', []],
    ['Sit down and write one page today', []],
    ['Write and send the letter today', []],
    ['Den Antrag und den Bericht bis Freitag lesen', []],
    ['Lire la lettre et le livre vendredi', []],
    ['Leer la carta y el libro el viernes', []],
    ['Ler a carta e o livro na sexta', []],
    ['Understand the standard handbook today', []],
  ])('%j: %j', (text, expected) => expect(kinds(text)).toEqual(expected));
});

test('days are the day after tomorrow, the end of the week and a week from today, each once', () => {
  expect(part('Send the aims page', 'day')?.days).toEqual(['2026-11-24', '2026-11-27', '2026-11-29']);
  const onFriday = suggest('Send the aims page', { kind: 'action', due: null, today: '2026-11-27' });
  expect(onFriday).toEqual([{ kind: 'day', days: ['2026-11-29', '2026-12-04'] }]);
});

test('a day that was given is not asked for again, and a standing contract needs none', () => {
  expect(of('Send the aims page', 'action', '2026-11-30')).toEqual([]);
  expect(of('Leave at five', 'standing')).toEqual([]);
  expect(of('Work on the grant first', 'standing')).toEqual([]);
});

test('a first step is told in the contract’s own language and words, and then nothing more is asked of it', () => {
  expect(part('Work on the grant', 'firstStep')?.text).toBe('First 30 minutes: work on the grant');
  expect(part('NSF grant: work', 'firstStep')).toBeUndefined();
  expect(part('Am Antrag arbeiten', 'firstStep')?.text).toBe('Die ersten 30 Minuten: am Antrag arbeiten');
  for (const text of [
    'Work on the grant',
    'Am Antrag arbeiten',
    'Travailler sur le projet',
    'Trabalhar no artigo',
  ])
    expect(kinds(part(text, 'firstStep')?.text ?? '')).toEqual(['day']);
});

test('what is split keeps every word, and what comes of it is not split again', () => {
  const parts = part('Write the abstract, send it to Ruth and book the room', 'split')?.parts ?? [];
  expect(parts).toEqual(['Write the abstract', 'Send it to Ruth', 'Book the room']);
  for (const one of parts) expect(part(one, 'split')).toBeUndefined();
  expect(part('Den Abschnitt schreiben und an Ruth schicken', 'split')?.parts).toEqual([
    'Den Abschnitt schreiben',
    'An Ruth schicken',
  ]);
});

test('of a long one the first sentence is offered; of one long sentence only that it is long', () => {
  const tail = Array.from({ length: MANY_WORDS }, () => 'more').join(' ');
  expect(part(`Send the page on Friday. She said ${tail}.`, 'shorten')).toEqual({
    kind: 'shorten',
    text: 'Send the page on Friday.',
    rest: `She said ${tail}.`,
  });
  expect(part(`Send the page with ${tail} on Friday`, 'shorten')).toMatchObject({ rest: '' });
});

test('is not held up by a text of any length, and says the same of it', () => {
  const words = 'Write the abstract and send it, or think about what to do und dann ';
  expect(kinds(words.repeat(2_000))).toEqual(kinds(words.repeat(40)));
});

test.each(['may I ask Ruth', 'the second one', 'sunny place', 'morning’s work'])('%j names no day', (text) =>
  expect(namesDay(plainWords(text))).toBe(false),
);
