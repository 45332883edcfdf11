import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { Section } from '@/components/ui/Section';
import { matchNames } from '@/lib/circle/match-names';
import type { Outcome } from '@/lib/contract/facts';
import { isSpaceId } from '@/lib/fact/space';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { foldWords } from '@/lib/sheet/fold-words';
import { type LeftOut, type Person, readSheet, sheetDrafts } from '@/lib/sheet/sheet-contracts';
import { database } from '@/lib/store/database';
import { dayOf } from '../circles/dates.ts';
import type { CircleView } from '../circles/use-circles.ts';
import type { ReadTable } from './ChooseTable.tsx';
import { SheetColumns } from './SheetColumns.tsx';
import { SheetPeople } from './SheetPeople.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import { SheetWords } from './SheetWords.tsx';
import { linesOf } from './use-table.ts';

/** What the table holds, as it was understood, with every guess open to a change; at its end the button that stores it. */
export function TableForm({
  view,
  table: read,
  onBrought,
}: {
  readonly view: CircleView;
  readonly table: ReadTable;
  readonly onBrought: (count: number, undo: () => Promise<void>) => void;
}) {
  const { table } = read;
  const { circle, members, me } = view;
  const [people, setPeople] = useState<ReadonlyMap<string, Person>>(new Map());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome | null>>(new Map());
  const [busy, setBusy] = useState(false);
  const { record, problem } = useRecord();
  const here = useLiveQuery(() => readHere(circle.id), [circle.id]);
  if (!here) return null;

  const today = dayOf(clock.now()).toString();
  const lines = linesOf(table);
  const sheet = readSheet(lines, {
    columns: table.columns,
    order: table.order ?? 'dmy',
    outcomes,
    before: table.withHead ? 1 : 0,
    today,
  });
  const everyone = new Map(
    sheet.names.map((name) => [foldWords(name), people.get(foldWords(name)) ?? guess(name, view)]),
  );
  const {
    drafts,
    made,
    here: known,
  } = sheetDrafts(sheet.contracts, {
    circleId: circle.id,
    me: me?.id ?? null,
    members,
    people: everyone,
    meetingOn: (day) => here.meetings.get(day) ?? null,
    here: here.contracts,
    noon,
  });
  const bring = async () => {
    setBusy(true);
    const done = await record(drafts);
    setBusy(false);
    if (done) onBrought(made, done.undo);
  };

  return (
    <>
      <SheetColumns read={read} mine={me !== null} />
      <SheetPeople
        names={sheet.names}
        members={members}
        people={everyone}
        onChange={(name, person) => setPeople(new Map(people).set(foldWords(name), person))}
      />
      <SheetWords
        words={sheet.unknown}
        outcomes={outcomes}
        onChange={(word, outcome) => setOutcomes(new Map(outcomes).set(foldWords(word), outcome))}
      />
      <Section title={t('sheet_preview')}>
        <SheetPreview
          contracts={sheet.contracts.filter(
            ({ name }) => name === '' || everyone.get(foldWords(name))?.kind !== 'leave',
          )}
        />
        {sheet.left.length > 0 ? (
          <Disclosure title={tn('sheet_left', sheet.left.length)}>
            <ul className="plain-list sheet-left">
              {sheet.left.slice(0, 200).map(({ line, why }) => (
                <li key={line}>{t('sheet_left_line', { line, why: t(WHY[why]) })}</li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
        {known > 0 ? <p className="quiet">{tn('sheet_here', known)}</p> : null}
        {made > 0 && isSpaceId(circle.id) ? <p className="quiet">{t('sheet_seen')}</p> : null}
        {problem}
        <div className="sheet-do">
          {made > 0 ? (
            <Button variant="primary" icon="upload" busy={busy} onClick={() => void bring()}>
              {tn('sheet_do', made)}
            </Button>
          ) : (
            <p>{t('sheet_nothing')}</p>
          )}
        </div>
      </Section>
    </>
  );
}

const WHY = {
  noText: 'sheet_why_noText',
  noName: 'sheet_why_noName',
  noDate: 'sheet_why_noDate',
  future: 'sheet_why_future',
  tooLong: 'sheet_why_tooLong',
} as const satisfies Record<LeftOut, string>;

/** Meetings by their day, and ids of all contracts of a circle. */
async function readHere(circleId: string) {
  const db = database();
  const meetings = await db.meetings
    .where('[circleId+start]')
    .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY])
    .toArray();
  const contracts = await db.contracts.where('circleId').equals(circleId).toArray();
  return {
    meetings: new Map(meetings.map(({ id, start }) => [dayOf(start).toString(), id])),
    contracts: new Set(contracts.map(({ id }) => id)),
  };
}

const noon = (day: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: Temporal.Now.timeZoneId(), plainTime: '12:00' })
    .epochMilliseconds;

/** A member of that name; whom else a name means, only a person can say. */
function guess(name: string, { members }: CircleView): Person {
  const [id] = matchNames(members, [name]).here;
  return id === undefined ? { kind: 'leave' } : { kind: 'member', id };
}
