import { ME } from '../fact/fact.ts';
import { foldOwnFormat, formatEntity, type OwnFormat } from '../me/own-format.ts';
import type { Database } from './database.ts';

/** All formats I made, by name. They are few: folded from their facts when they are looked at, without a table. */
export async function listOwnFormats(db: Database): Promise<OwnFormat[]> {
  const facts = await db.facts
    .where('[log+entity]')
    .between([ME, formatEntity('')], [ME, formatEntity('\uffff')])
    .toArray();
  return [...Map.groupBy(facts, (fact) => fact.entity)]
    .flatMap(([entity, group]) => foldOwnFormat(entity, group) ?? [])
    .sort(
      (a, b) =>
        (a.format.name ?? '').localeCompare(b.format.name ?? '') || (a.format.id < b.format.id ? -1 : 1),
    );
}
