import { setOwnFormat, setRhythm } from '@/lib/circle/edit';
import type { Draft } from '@/lib/fact/fact';
import type { Format } from '@/lib/meeting/format';
import { FORMATS } from '@/lib/meeting/formats/all';
import { factsOfKind } from '@/lib/store/circles';
import { type Database, database } from '@/lib/store/database';
import { listOwnFormats } from '@/lib/store/own-formats';

/** What is recorded so that a circle has a copy of a format that is not one of ours. */
export async function ownFormatDrafts(
  db: Database,
  circleId: string,
  by: string | null,
  format: Format | undefined,
): Promise<Draft[]> {
  if (!format || FORMATS.some((one) => one.id === format.id)) return [];
  return [setOwnFormat(circleId, by, format, await factsOfKind(db, circleId, circleId, ['circle.format']))];
}

/** The format of mine with that id. */
export const myFormat = async (db: Database, id: string): Promise<Format | undefined> =>
  (await listOwnFormats(db)).find(({ format }) => format.id === id)?.format;

/**
 * What is recorded when a circle goes over to a format. `format`: one that is not ours, for the circle to have.
 * `times`: rhythm and length from now on.
 */
export async function formatDrafts(
  circleId: string,
  by: string | null,
  formatId: string,
  format: Format | undefined,
  { everyDays, lengthMin }: { everyDays: number; lengthMin: number },
): Promise<Draft[]> {
  const db = database();
  const replaces = await factsOfKind(db, circleId, circleId, ['circle.rhythm']);
  return [
    ...(await ownFormatDrafts(db, circleId, by, format)),
    setRhythm(circleId, by, { formatId, everyDays, lengthMin }, replaces),
  ];
}
