import { type CopyChoice, type CopySource, meetingCopyId } from '../circle/copy-circle.ts';
import { copyId } from '../circle/copy-id.ts';
import { writeAside } from '../contract/aside.ts';
import { makeContract, reportContract } from '../contract/commands.ts';
import type { Draft } from '../fact/fact.ts';
import { ME } from '../fact/fact.ts';
import { decideSeries } from '../me/commands.ts';
import { noteStroke } from '../me/stroke.ts';
import { writeNote } from '../me/write-note.ts';
import { writeTie } from '../network/tie.ts';
import type { Database } from './database.ts';
import { changeEnrichment } from './enrichment-rows.ts';
import { listStrokes } from './only-mine.ts';

/**
 * What is one's own about a circle follows it into its new log without leaving one's own: decisions on calendar series,
 * private contracts and what stands beside any, notes and strokes, ties with its members. The old ones stay where they are, with the circle that is not shown.
 */
export async function followOwn(
  db: Database,
  { circle, meetings }: CopySource,
  space: string,
  members: ReadonlyMap<string, string>,
  { ownContracts }: Pick<CopyChoice, 'ownContracts'>,
): Promise<Draft[]> {
  const [decisions, notes, contracts] = await Promise.all([
    db.decisions.where('circleId').equals(circle.id).toArray(),
    db.notes.where('circleId').equals(circle.id).toArray(),
    db.contracts.where('[log+id]').between([ME, ''], [ME, '\uffff']).toArray(),
  ]);
  const [strokes, ties] = [await listStrokes(db), await db.ties.toArray()];
  const asides = await db.asides.toArray();
  const beside = new Set(asides.map((row) => row.id));
  const kept = new Set(strokes.map((stroke) => stroke.id));
  const ids = new Map(meetings.map((row) => [row.id, meetingCopyId(space, row)]));
  const meetingOf = (id: string | null) => (id === null ? null : (ids.get(id) ?? null));
  const written = new Set((await db.notes.toArray()).map((note) => note.id));
  const here = new Set(contracts.map((row) => row.id));
  // Of one that was shared its copy in the circle's log comes along.
  const mine = contracts.filter(
    (row) => row.circleId === circle.id && (row.sharedAs === undefined || !ownContracts),
  );
  const followed = new Set(mine.map((row) => row.id));
  return [
    ...decisions.map((row) =>
      decideSeries({ key: row.id, title: row.title, people: row.people, code: row.code }, space, row.setBy),
    ),
    ...notes.flatMap((note) => {
      const id = meetingOf(note.id);
      return id === null || written.has(id)
        ? []
        : [writeNote({ id, circleId: space }, note.text, null, note.at)];
    }),
    ...strokes.flatMap((stroke) => {
      const id = copyId(space, stroke.id);
      const meetingId = meetingOf(stroke.meetingId);
      return stroke.circleId !== circle.id || kept.has(id)
        ? []
        : [noteStroke({ id, circleId: space, meetingId, text: stroke.text }, stroke.at)];
    }),
    ...ties.flatMap((tie) => {
      const memberId = tie.metIn?.circleId === circle.id ? members.get(tie.metIn.memberId) : undefined;
      return memberId === undefined
        ? []
        : [writeTie(tie.id, { ...tie, metIn: { circleId: space, memberId } }, tie, db.now())];
    }),
    ...asides.flatMap((row) => {
      const id = copyId(space, row.id);
      return row.circleId !== circle.id || beside.has(id)
        ? []
        : writeAside({ id, circleId: space }, row, null, db.now());
    }),
    ...mine.flatMap((row) => {
      const [id, memberId] = [copyId(space, row.id), members.get(row.memberId)];
      if (memberId === undefined || here.has(id)) return [];
      const follows = row.follows !== null && followed.has(row.follows) ? copyId(space, row.follows) : null;
      const copy = { ...row, id, circleId: space, memberId, follows, meetingId: meetingOf(row.meetingId) };
      return [
        makeContract({ ...copy, source: row.id }, null, row.madeAt),
        ...row.reports.map((report) =>
          reportContract(
            { ...copy, reports: [] },
            { ...report, meetingId: meetingOf(report.meetingId) },
            null,
            report.at,
          ),
        ),
      ];
    }),
  ];
}

/** What stands in the calendar is the new circle's to write on, so that nothing is left there that nobody knows of. */
export async function moveEnrichment(db: Database, from: string, to: string): Promise<void> {
  const moved = await changeEnrichment(db, from, (row) => row && { ...row, circleId: to, seen: null });
  if (!moved) return;
  await changeEnrichment(db, to, (row) => row ?? moved);
  await changeEnrichment(db, from, () => null);
}
