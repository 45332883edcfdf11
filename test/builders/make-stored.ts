// Writes test/pages/db/v2.json: a database as version 2 leaves it on a member's disk. Run once for each version of the
// schema, before it changes (`node test/builders/make-stored.ts`), and never again: it is what migrations start from.
// v1.json was made in the same way, and is the same but for the tables of accounts and for how rows looked then.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foldCircle } from '../../lib/circle/circle.ts';
import { foldMember } from '../../lib/circle/member.ts';
import { makeContract } from '../../lib/contract/commands.ts';
import { foldContract } from '../../lib/contract/contract.ts';
import { myDraft } from '../../lib/fact/draft.ts';
import { type Fact, ME } from '../../lib/fact/fact.ts';
import { decisionEntity, foldDecision, foldNote, foldSelf, noteEntity } from '../../lib/me/me.ts';
import { foldMeeting } from '../../lib/meeting/meeting.ts';
import { device } from './logs.ts';
import { accountStores, accountTables } from './stored-account.ts';
import { THURSDAY, thursdayCircle } from './thursday.ts';

const NOW = Date.UTC(2026, 10, 19, 17);
const { facts, me } = thursdayCircle(NOW);
const own = device('own');
own.write(
  [
    makeContract(
      {
        id: 'k-own',
        circleId: THURSDAY,
        memberId: me,
        meetingId: 'past-2',
        text: 'Only for me',
        isPrivate: true,
      },
      me,
      NOW,
    ),
    myDraft(noteEntity('past-2'), 'note.written', {
      circle: THURSDAY,
      meeting: 'past-2',
      text: 'Dana seemed tired',
      at: NOW,
      replaces: [],
    }),
    myDraft(decisionEntity('circle@sandbox.test'), 'series.decided', {
      key: 'circle@sandbox.test',
      circle: THURSDAY,
      title: 'Thursday circle',
      people: ['asha.sen@example.edu'],
      code: 'meet:pmc-ring-two',
      replaces: [],
    }),
    // From a version that does not exist yet: kept as it is.
    myDraft('w-1', 'weather.seen', { sky: 'blue' }),
  ],
  NOW,
);
const all = [...facts, ...own.facts];
const entities = Map.groupBy(all, (fact) => `${fact.log}\n${fact.entity}`);
const rows = (prefix: string, fold: (entity: string, of: readonly Fact[]) => unknown) =>
  [...entities.values()].flatMap((of) => {
    const first = of[0];
    return first?.kind.startsWith(`${prefix}.`) ? [fold(first.entity, of)] : [];
  });
const rowsByLog = (prefix: string, fold: (entity: string, of: readonly Fact[]) => object | null) =>
  [...entities.values()].flatMap((of) => {
    const [first] = of;
    return first?.kind.startsWith(`${prefix}.`) ? [{ ...fold(first.entity, of), log: first.log }] : [];
  });
const heads = [...Map.groupBy(all, (fact) => fact.author).values()].flatMap((of) => {
  const last = of.at(-1);
  return last ? [{ log: last.log, author: last.author, seq: last.seq, hash: last.hash }] : [];
});
const stored = {
  version: 2,
  stores: {
    facts: 'hash, [author+seq], [log+entity]',
    heads: '[log+author]',
    meta: 'key',
    circles: 'id, *codes, *seriesKeys',
    members: '[log+id], circleId',
    meetings: '[log+id], [circleId+start], [circleId+phase]',
    contracts: '[log+id], id, [circleId+open], [circleId+madeAt], meetingId, *reportedIn, open',
    notes: 'id, circleId',
    selves: 'id',
    decisions: 'id, circleId',
    erasedCircles: 'id',
    sources: 'id',
    series: '[sourceId+key], key, code',
    chunks: '[sourceId+chunk], sourceId',
    ...accountStores,
  },
  tables: {
    facts: all,
    heads,
    meta: [
      { key: 'projections', value: 2 },
      {
        key: 'hlc',
        value: all
          .map((fact) => fact.at)
          .sort()
          .at(-1),
      },
      ...heads.map(({ log, author }) => ({ key: `author:${log}`, value: author })),
    ],
    circles: rows('circle', foldCircle),
    members: rowsByLog('member', foldMember),
    meetings: rowsByLog('meeting', foldMeeting),
    contracts: rowsByLog('contract', foldContract),
    notes: rows('note', (_, of) => foldNote(of)),
    selves: rows('me', (_, of) => foldSelf(of)),
    decisions: rows('series', (_, of) => foldDecision(of)),
    ...accountTables(NOW),
  },
};
if (!stored.tables.facts.some((fact) => fact.log === ME)) throw new Error('the own log is missing');
await writeFile(join(import.meta.dirname, '../pages/db/v2.json'), `${JSON.stringify(stored)}\n`);
