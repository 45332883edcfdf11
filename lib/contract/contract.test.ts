import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoDraft } from '../fact/draft.ts';
import { type Draft, type Fact, seal } from '../fact/fact.ts';
import { HLC_START, tick } from '../fact/hlc.ts';
import { editContract, makeContract, reportContract, sameContract } from './commands.ts';
import { type ContractRow, foldContract } from './contract.ts';
import { joinSame, searchContracts, toReport } from './log.ts';

const AT = Date.UTC(2026, 10, 5, 18);

/** One device's log; `now` may be set, so that a late word can come from a clock that runs behind. */
function device(author: string) {
  let seq = 0;
  let prev = '';
  let at = HLC_START;
  return (draft: Draft, now: number): Fact => {
    at = tick(at, now);
    seq += 1;
    const fact = seal(draft, { author, seq, at, prev, salt: `${author}${seq}` });
    prev = fact.hash;
    return fact;
  };
}

const contract = (over: Partial<Parameters<typeof makeContract>[0]> = {}) =>
  makeContract(
    {
      id: 'k1',
      circleId: 'c1',
      memberId: 'ada',
      meetingId: 'm1',
      text: ' Send the aims page to two readers ',
      isPrivate: false,
      ...over,
    },
    'scribe',
    AT,
  );

const fold = (facts: readonly Fact[]): ContractRow => {
  const row = foldContract('k1', facts);
  if (!row) throw new Error('no contract');
  return row;
};

describe('a contract', () => {
  it('is open and not reported until something is told', () => {
    const row = fold([device('s')(contract(), AT)]);
    expect(row).toMatchObject({
      text: 'Send the aims page to two readers',
      open: 1,
      outcome: null,
      reports: [],
    });
    expect(row.byScribe).toBe(true);
  });

  it('stays open when it was partly kept or not yet, and closes when kept, released or renegotiated', () => {
    const write = device('s');
    const made = write(contract(), AT);
    const open = fold([made]);
    for (const [outcome, isOpen] of [
      ['kept', 0],
      ['partly', 1],
      ['notYet', 1],
      ['released', 0],
      ['renegotiated', 0],
    ] as const) {
      const report = device('t')(
        reportContract(open, { meetingId: 'm2', outcome, text: '' }, 'ada', AT),
        AT + 1,
      );
      expect(fold([made, report]).open).toBe(isOpen);
    }
  });

  it('goes on after it was kept when it is a standing one', () => {
    const made = device('s')(contract({ kind: 'standing' }), AT);
    const told = device('t')(
      reportContract(fold([made]), { meetingId: 'm2', outcome: 'kept', text: '' }, 'ada', AT),
      AT,
    );
    expect(fold([made, told])).toMatchObject({ open: 1, outcome: 'kept' });
  });

  it('lets the member’s own device beat a scribe whatever the time and order', () => {
    const scribe = device('s');
    const ada = device('a');
    const made = scribe(contract(), AT);
    const mine = ada(
      reportContract(fold([made]), { meetingId: 'm2', outcome: 'partly', text: 'half' }, 'ada', AT),
      AT + 10,
    );
    const later = scribe(
      reportContract(fold([made, mine]), { meetingId: 'm2', outcome: 'kept', text: '' }, 'scribe', AT),
      AT + 99_999,
    );
    expect(fold([made, mine, later])).toMatchObject({ outcome: 'partly' });
    expect(fold([later, made, mine])).toMatchObject({ outcome: 'partly' });
    const edit = scribe(editContract(fold([made]), { text: 'Other words', due: null }, 'scribe', AT), AT + 5);
    expect(fold([made, edit]).text).toBe('Other words');
    const own = ada(editContract(fold([made]), { text: 'My words', due: null }, 'ada', AT), AT + 1);
    expect(fold([made, edit, own])).toMatchObject({ text: 'My words' });
    expect(fold([made, edit, own]).history.map((entry) => entry.text)).toContain('Other words');
  });

  it('has no earlier wording where only its day was changed', () => {
    const write = device('a');
    const facts = [write(contract(), AT)];
    const change = (text: string, due: string | null, at: number) =>
      facts.push(write(editContract(fold(facts), { text, due }, 'ada', at), at));
    change('Send the aims page to two readers', '2026-12-01', AT + 1);
    expect(fold(facts)).toMatchObject({ due: '2026-12-01', history: [] });
    change('Send it to one', '2026-12-01', AT + 2);
    change('Send it to one', '2026-12-08', AT + 3);
    expect(fold(facts).history.map(({ text }) => text)).toEqual(['Send the aims page to two readers']);
  });

  it('has no earlier wording in words of others that never held beside its member’s own', () => {
    const [ada, bo] = [device('a'), device('b')];
    const facts = [ada({ ...contract(), by: 'ada' }, AT)];
    facts.push(bo(editContract(fold(facts), { text: 'Other words', due: null }, 'bo', AT), AT + 1));
    facts.push(ada(editContract(fold(facts), { text: 'My words', due: null }, 'ada', AT), AT + 2));
    expect(fold(facts)).toMatchObject({ text: 'My words' });
    expect(fold(facts).history.map(({ text }) => text)).toEqual(['Send the aims page to two readers']);
  });

  it('keeps one outcome a meeting, and correcting an old one does not make it the newest', () => {
    const write = device('a');
    const made = write(contract(), AT);
    const first = write(
      reportContract(fold([made]), { meetingId: 'm2', outcome: 'notYet', text: '' }, 'ada', 1),
      AT,
    );
    const second = write(
      reportContract(fold([made, first]), { meetingId: 'm3', outcome: 'kept', text: '' }, 'ada', 2),
      AT,
    );
    const before = fold([made, first, second]);
    const corrected = write(
      reportContract(before, { meetingId: 'm2', outcome: 'partly', text: 'was half' }, 'ada', 3),
      AT,
    );
    const row = fold([made, first, second, corrected]);
    expect(row.reports.map((report) => report.outcome)).toEqual(['partly', 'kept']);
    expect(row).toMatchObject({ outcome: 'kept', open: 0 });
  });

  it('takes back a report, and takes the taking back back', () => {
    const write = device('a');
    const made = write(contract(), AT);
    const told = write(
      reportContract(fold([made]), { meetingId: 'm2', outcome: 'kept', text: '' }, 'ada', 1),
      AT,
    );
    const undo = write(undoDraft('c1', 'ada', 'k1', [told.hash]), AT);
    const redo = write(undoDraft('c1', 'ada', 'k1', [undo.hash]), AT);
    expect(fold([made, told, undo]).outcome).toBeNull();
    expect(fold([made, told, undo, redo]).outcome).toBe('kept');
    expect(foldContract('k1', [made, write(undoDraft('c1', 'ada', 'k1', [made.hash]), AT)])).toBeNull();
  });

  it('folds to the same row for every order and duplication of its facts', () => {
    const outcomes = fc.constantFrom('kept', 'partly', 'notYet', 'released', 'renegotiated', null);
    const act = fc.record({
      who: fc.constantFrom('ada', 'scribe'),
      what: fc.constantFrom('edit', 'report', 'undo', 'junk'),
      outcome: outcomes,
      meeting: fc.constantFrom('m2', 'm3', null),
      skew: fc.integer({ min: -3_600_000, max: 3_600_000 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (acts, random) => {
        const devices = { ada: device('a'), scribe: device('s') };
        const facts = [devices.scribe(contract(), AT)];
        for (const { who, what, outcome, meeting, skew } of acts) {
          const row = foldContract('k1', facts);
          if (!row) break;
          const last = facts.at(-1);
          const drafts: Record<string, Draft> = {
            edit: editContract(row, { text: `words ${facts.length}`, due: null }, who, AT),
            report: reportContract(row, { meetingId: meeting, outcome, text: '' }, who, AT + facts.length),
            undo: undoDraft('c1', who, 'k1', facts.length > 1 && last ? [last.hash] : []),
            junk: { ...undoDraft('c1', who, 'k1', []), kind: 'contract.weather', v: 7 },
          };
          const chosen = drafts[what];
          if (chosen) facts.push(devices[who as 'ada' | 'scribe'](chosen, AT + skew));
        }
        const shuffled = [...facts, ...facts.slice(0, 3)]
          .map((fact) => ({ fact, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        expect(foldContract('k1', shuffled)).toEqual(foldContract('k1', facts));
      }),
    );
  });

  it('counts what a newer version wrote, and does not lose the rest', () => {
    const write = device('a');
    const made = write(contract(), AT);
    const newer = write({ ...contract(), kind: 'contract.reported', v: 2, body: { mood: 'good' } }, AT);
    expect(fold([made, newer])).toMatchObject({ newer: 1, text: 'Send the aims page to two readers' });
  });
});

describe('a report between meetings', () => {
  it('is news each time: what is told today stands above what a meeting heard last month', () => {
    const write = device('a');
    const facts = [write(contract(), AT)];
    const tell = (meetingId: string | null, outcome: 'partly' | 'notYet' | 'kept', at: number) =>
      facts.push(write(reportContract(fold(facts), { meetingId, outcome, text: '' }, 'ada', at), at));
    tell(null, 'partly', AT + 1);
    tell('m2', 'notYet', AT + 2);
    tell(null, 'kept', AT + 3);
    expect(fold(facts)).toMatchObject({ outcome: 'kept', open: 0 });
    expect(fold(facts).reports.map((report) => report.at)).toEqual([AT + 2, AT + 3]);
  });
});

describe('the contract log', () => {
  const row = (id: string, over: Partial<ContractRow> = {}): ContractRow => ({
    ...fold([device(id)(contract(), AT)]),
    id,
    ...over,
  });

  it('shows a contract that two people wrote down once, in the owner’s words', () => {
    const scribes = row('b', { byScribe: true, sameAs: ['a'] });
    const own = row('a', { byScribe: false, madeAt: AT + 5 });
    expect(joinSame([scribes, own]).map((one) => one.id)).toEqual(['a']);
    expect(joinSame([own, scribes]).map((one) => one.id)).toEqual(['a']);
    expect(sameContract(own, 'b', 'ada').body).toEqual({ other: 'b' });
  });

  it('is searched by words in any order, whatever the case and the accents', () => {
    const rows = [row('a', { text: 'Écrire la page des objectifs' }), row('b', { text: 'Say no' })];
    expect(searchContracts(rows, 'OBJECTIFS ecrire').map((one) => one.id)).toEqual(['a']);
    expect(searchContracts(rows, '  ')).toHaveLength(2);
  });

  it('is found as people type it, whatever the apostrophe, and for letters their keyboard lacks', () => {
    const found = (text: string, query: string) => searchContracts([row('a', { text })], query).length;
    expect(found('Relire l’article', "l'article")).toBe(1);
    expect(found("Relire l'article", 'l’article')).toBe(1);
    expect(found('Zur Straßenstudie schreiben', 'strassen')).toBe(1);
    expect(found('Mein Mœbius-Œuvre', 'oeuvre')).toBe(1);
    expect(found('Ask Søren and Łucja', 'lucja soren')).toBe(1);
  });

  it('asks about every open contract whatever its meeting, but not about those made just now', () => {
    const told = { meetingId: 'm9', outcome: 'kept', text: '', at: 1, fact: 'f' } as const;
    const rows = [
      row('old', { meetingId: 'm0' }),
      row('new', { meetingId: 'm9' }),
      row('closed', { meetingId: 'm1', open: 0 }),
      row('told', { meetingId: 'm1', open: 0, reports: [told] }),
    ];
    expect(toReport(rows, 'm9').map((one) => one.id)).toEqual(['old', 'told']);
  });
});
