import { foldWords } from './fold-words.ts';
import { readDates } from './sheet-dates.ts';
import { outcomeOf } from './sheet-outcomes.ts';

/** What a column of a table can hold for us. */
export const FIELDS = ['member', 'text', 'made', 'due', 'outcome', 'report', 'reported'] as const;
export type Field = (typeof FIELDS)[number];

/** Which column (from 0) holds what; what is not there is in none. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

/** Head words of the five languages, folded; the more telling ones first in each list. */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  reported: [
    'reported on',
    'reported',
    'report date',
    'date reported',
    'berichtet am',
    'rapporte le',
    'informado el',
    'relatado em',
  ],
  text: [
    'contract',
    'commitment',
    'promise',
    'action',
    'task',
    'to do',
    'todo',
    'goal',
    'what',
    'vertrag',
    'vorhaben',
    'versprechen',
    'aufgabe',
    'was',
    'contrat',
    'engagement',
    'promesse',
    'tache',
    'quoi',
    'contrato',
    'compromiso',
    'promesa',
    'tarea',
    'que',
    'compromisso',
    'promessa',
    'tarefa',
    'o que',
  ],
  member: [
    'member',
    'name',
    'who',
    'person',
    'participant',
    'owner',
    'mitglied',
    'wer',
    'teilnehmerin',
    'teilnehmer',
    'membre',
    'nom',
    'qui',
    'personne',
    'miembro',
    'nombre',
    'quien',
    'persona',
    'membro',
    'nome',
    'quem',
    'pessoa',
  ],
  due: [
    'due',
    'by when',
    'deadline',
    'until',
    'by',
    'due date',
    'bis wann',
    'bis',
    'frist',
    'fallig',
    'echeance',
    'pour le',
    'jusqu au',
    'plazo',
    'para cuando',
    'hasta',
    'fecha limite',
    'prazo',
    'ate quando',
    'ate',
  ],
  made: [
    'made on',
    'date',
    'meeting',
    'meeting date',
    'when',
    'datum',
    'treffen',
    'gemacht am',
    'wann',
    'reunion',
    'date de la reunion',
    'quand',
    'fecha',
    'cuando',
    'data',
    'reuniao',
    'quando',
  ],
  outcome: [
    'outcome',
    'status',
    'result',
    'kept',
    'done',
    'ergebnis',
    'gehalten',
    'erledigt',
    'stand',
    'resultat',
    'statut',
    'tenu',
    'fait',
    'resultado',
    'estado',
    'cumplido',
    'hecho',
    'cumprido',
    'feito',
    'situacao',
  ],
  report: [
    'report',
    'notes',
    'note',
    'comment',
    'comments',
    'how it went',
    'bericht',
    'notizen',
    'notiz',
    'kommentar',
    'wie es ging',
    'rapport',
    'commentaire',
    'commentaires',
    'informe',
    'notas',
    'comentario',
    'comentarios',
    'relatorio',
  ],
};

/** Whether a cell is, or has in it, a head word of a field. */
const names = (cell: string, field: Field, exact: boolean): boolean => {
  const word = foldWords(cell);
  if (word === '') return false;
  return HEADS[field].some((known) => (exact ? word === known : ` ${word} `.includes(` ${known} `)));
};

/** Whether a first line names the columns below it rather than being one of the lines: a few words a cell, and no date. */
export const hasHead = (first: readonly string[]): boolean =>
  readDates(first).read === 0 &&
  first.filter(
    (cell) =>
      foldWords(cell).split(' ').length <= 4 &&
      FIELDS.some((field) => names(cell, field, true) || names(cell, field, false)),
  ).length >= 2;

/**
 * What each column seems to hold: by its head, and where heads say nothing, by what stands in it. A proposal, which a
 * person looks at.
 * @param lines without the head. @param members their names.
 */
export function guessColumns(
  head: readonly string[] | null,
  lines: readonly (readonly string[])[],
  members: readonly string[],
): Columns {
  const width = Math.max(head?.length ?? 0, ...lines.map((line) => line.length), 0);
  const found: Partial<Record<Field, number>> = {};
  const free = new Set(Array.from({ length: width }, (_, at) => at));
  const take = (field: Field, at: number | undefined) => {
    if (at === undefined || found[field] !== undefined) return;
    found[field] = at;
    free.delete(at);
  };
  for (const exact of [true, false])
    for (const field of FIELDS)
      take(
        field,
        [...free].find((at) => names(head?.[at] ?? '', field, exact)),
      );
  const cells = (at: number) => lines.map((line) => (line[at] ?? '').trim()).filter(Boolean);
  const share = (at: number, isOne: (cell: string) => boolean): number => {
    const all = cells(at);
    return all.length === 0 ? 0 : all.filter(isOne).length / all.length;
  };
  const best = (score: (at: number) => number, least: number): number | undefined => {
    const ranked = [...free].map((at) => ({ at, score: score(at) })).sort((a, b) => b.score - a.score);
    const [first] = ranked;
    return first && first.score >= least ? first.at : undefined;
  };
  const known = new Set(members.flatMap((name) => [foldWords(name), foldWords(name).split(' ')[0] ?? '']));
  take(
    'member',
    best((at) => share(at, (cell) => known.has(foldWords(cell))), 0.5),
  );
  take(
    'made',
    best((at) => (readDates(cells(at)).read > 0.7 ? 1 : 0), 1),
  );
  take(
    'outcome',
    best((at) => share(at, (cell) => outcomeOf(cell) !== undefined), 0.6),
  );
  // The contract is what most is written of.
  take(
    'text',
    best((at) => cells(at).reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, lines.length), 8),
  );
  return found;
}
