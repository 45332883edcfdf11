import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { Skeleton } from '@/components/ui/Skeleton';
import { writeCountFile } from '@/lib/insight/count-file';
import { asGiven, type Form, type Given, noteGiven } from '@/lib/insight/given';
import { countHalf, halvesOver } from '@/lib/insight/half-year';
import { LINES, type Line, onlyLines, together } from '@/lib/insight/report';
import type { InsightSource } from '@/lib/insight/source';
import { MILESTONE_KINDS } from '@/lib/milestone/facts';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { dateFormat } from '@/lib/platform/intl';
import { isoDay } from '@/lib/platform/iso-day';
import { database } from '@/lib/store/database';
import { listGiven } from '@/lib/store/insight';
import { type ReportAgreed, reportAgreed } from '@/lib/store/report-agreed';
import type { CircleView } from '../../circles/use-circles.ts';
import { Page } from '../../Page.tsx';
import { routeTo } from '../../route.ts';
import { saveFile } from '../../settings/save-file.ts';
import { aboutWords } from '../about-words.ts';
import { countsCsv } from '../counts-csv.ts';
import { useInsightSource } from '../use-insight.ts';
import { GivenList } from './GivenList.tsx';
import { Preview } from './Preview.tsx';
import { periodsOf } from './periods.ts';
import { Sentence } from './Sentence.tsx';
import './report.css';

/** A circle's report for the programme that funds it: counts in ranges, agreed to by all, given out by a click. */
export function ReportPage({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle } = view;
  const source = useInsightSource(circle.id);
  const given = useLiveQuery(() => listGiven(database(), circle.id), [circle.id]);
  const agreed = useLiveQuery(() => reportAgreed(database(), circle.id), [circle.id]);
  return (
    <Page title={t('rep_title')} tabTitle={t('circles_title')} lead={t('rep_lead')}>
      <p className="circle-back report-aside">
        <a href={routeTo('circles', circle.id)}>{circle.name}</a>
      </p>
      {source && given && agreed ? (
        <Report view={view} source={source} given={given} agreed={agreed} now={now} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

interface ReportProps {
  readonly view: CircleView;
  readonly source: InsightSource;
  readonly given: readonly Given[];
  readonly agreed: ReportAgreed;
  readonly now: number;
}

function Report({ view, source, given, agreed, now }: ReportProps) {
  const today = isoDay(now);
  const look = useMemo(() => ({ days: { from: null, to: today }, now, dayOf: isoDay }), [today, now]);
  const periods = useMemo(() => periodsOf(halvesOver(source, look, today)), [source, look, today]);
  const [wanted, setWanted] = useState('');
  const period = periods.find(({ key }) => key === wanted) ?? periods[0];
  if (!period)
    return (
      <Section title={t('rep_none_title')}>
        <p>{t('rep_none_words')}</p>
      </Section>
    );
  const told = period.halves.map((key) => asGiven(countHalf(source, look, key, MILESTONE_KINDS), given));
  const before = told.flatMap(({ since }) => since ?? []);
  return (
    <>
      <Sentence view={view} agreed={agreed} />
      <div className="report-choice">
        <Select
          label={t('rep_period')}
          hint={t('rep_period_hint')}
          value={period.key}
          onChange={setWanted}
          options={periods.map(({ key }) => ({ value: key, label: aboutWords(key, now) }))}
        />
      </div>
      {before.length > 0 ? (
        <p className="quiet report-aside">{t('rep_as_given', { date: dateOf(Math.min(...before)) })}</p>
      ) : null}
      <Giving
        view={view}
        agreed={agreed}
        halves={told.map(({ half }) => half)}
        when={aboutWords(period.key, now)}
      />
      <GivenList given={given} now={now} />
    </>
  );
}

const dateOf = (at: number): string => dateFormat({ dateStyle: 'long' }).format(at);

/** The preview, and the three ways out. */
function Giving({
  view,
  agreed,
  halves,
  when,
}: {
  readonly view: CircleView;
  readonly agreed: ReportAgreed;
  readonly halves: Given['halves'];
  readonly when: string;
}) {
  const { circle } = view;
  const { record, problem } = useRecord();
  const [lines, setLines] = useState<readonly Line[]>(LINES);
  const line = circle.reportLine;
  const sentence = line && lines.includes('sentence') ? line.text : null;
  const canGive = line !== undefined && line.text !== '' && agreed.missing.length === 0 && lines.length > 0;
  const parts = halves.map((half) => onlyLines(half, lines));

  /** Noted first: what cannot be noted is not given out, or it might be told in other numbers another time. */
  const give = async (form: Form) => {
    if (!canGive) return;
    const one = { id: newId(), circleId: circle.id, form, lines, sentence, halves, at: clock.now() };
    if (!(await record([noteGiven(one)]))) return;
    const name = `circle-counts-${halves.map(({ key }) => key).join('-')}`;
    switch (form) {
      case 'print':
        window.print();
        return;
      case 'csv':
        saveFile(`${name}.csv`, await countsCsv([{ when, counts: together(parts) }], sentence), 'text/csv');
        return;
      case 'counts':
        saveFile(`${name}.json`, writeCountFile({ report: line.report, sentence, halves: parts }));
        return;
      default:
        form satisfies never;
    }
  };
  return (
    <>
      <Preview
        when={when}
        counts={together(halves)}
        sentence={line?.text ?? ''}
        lines={lines}
        onLines={setLines}
      />
      {problem}
      <div className="report-aside">
        {canGive ? null : (
          <p className="report-why">{t(lines.length === 0 ? 'rep_no_lines' : 'rep_not_agreed')}</p>
        )}
        <div className="report-actions">
          <Button
            variant={canGive ? 'primary' : 'quiet'}
            icon="note"
            disabled={!canGive}
            onClick={() => void give('print')}
          >
            {t('rep_print')}
          </Button>
          <Button icon="download" disabled={!canGive} onClick={() => void give('csv')}>
            {t('rep_csv')}
          </Button>
          <Button icon="download" disabled={!canGive} onClick={() => void give('counts')}>
            {t('rep_counts')}
          </Button>
        </div>
        <p className="quiet">{t('rep_counts_hint')}</p>
      </div>
    </>
  );
}
