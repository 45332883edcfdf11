import { OUTCOME_LOOKS } from '@/components/card/outcome-look';
import { Later } from '@/components/ui/Later';
import type { CircleInsight } from '@/lib/insight/circle-insight';
import { STATES, type StateCounts } from '@/lib/insight/contract-numbers';
import { type Chart, evenPercent, insightTables, type TableRow } from '@/lib/insight/tables';
import { t } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';
import { aboutWords, kindWords, numberWords } from './about-words.ts';
import { ChartFigure, type ChartFigureProps } from './ChartFigure.tsx';
import {
  attendanceFinding,
  contractsFinding,
  gapsFinding,
  milestonesFinding,
  mineFinding,
  pulseFinding,
  statesFinding,
  timeFinding,
} from './findings.ts';

const statesLegend = () => STATES.map((state) => ({ fill: state, label: t(OUTCOME_LOOKS[state].key) }));
const stateParts = (counts: StateCounts) => STATES.map((state) => ({ fill: state, value: counts[state] }));
const stateHeads = () => STATES.map((state) => t(OUTCOME_LOOKS[state].key));

/** All charts of a circle. @param everyDays its rhythm, 0 without one. @param now UTC ms. */
export function CircleCharts({
  insight,
  everyDays,
  now,
}: {
  readonly insight: CircleInsight;
  readonly everyDays: number;
  readonly now: number;
}) {
  const tables = insightTables(insight);
  const { columns, by } = insight;
  const words = (about: string) => aboutWords(about, now);
  const short = (about: string) => aboutWords(about, now, 'short');
  const when = t(by === 'meeting' ? 'ins_head_meeting' : 'ins_head_when');
  const table = (chart: Chart, heads: readonly string[], more: Partial<ChartFigureProps['table']> = {}) => ({
    heads,
    rows: tables[chart],
    words,
    ...more,
  });
  const gaps = columns.flatMap(({ key, gap }) => (gap ? [{ key, gap }] : []));
  const times = columns.flatMap(({ key, time }) => {
    const even = evenPercent(time);
    return even === null ? [] : [{ key, even }];
  });
  return (
    <>
      <ChartFigure
        title={t('ins_attendance')}
        finding={attendanceFinding(insight)}
        chart={{
          unit: numberWords,
          columns: columns.map(({ key, present, of }) => ({
            label: short(key),
            parts: [
              { fill: 'main', value: present },
              { fill: 'rest', value: of - present },
            ],
          })),
        }}
        legend={[
          { fill: 'main', label: t('ins_there') },
          { fill: 'rest', label: t('ins_away') },
        ]}
        table={table('attendance', [when, t('ins_there'), t('ins_members'), t('ins_percent')])}
      />
      <ChartFigure
        title={t('ins_gaps')}
        finding={gapsFinding(insight)}
        chart={
          gaps.length === 0
            ? null
            : {
                unit: numberWords,
                ...(everyDays > 0 ? { mark: { value: everyDays, label: t('ins_rhythm') } } : {}),
                columns: gaps.map(({ key, gap }) => ({
                  label: short(key),
                  parts: [
                    { fill: 'main', value: gap.days - gap.paused },
                    { fill: 'rest', value: gap.paused },
                  ],
                })),
              }
        }
        legend={
          gaps.some(({ gap }) => gap.paused > 0)
            ? [
                { fill: 'main', label: t('ins_head_days') },
                { fill: 'rest', label: t('ins_head_paused') },
              ]
            : undefined
        }
        table={table('gaps', [t('ins_head_until'), t('ins_head_days'), t('ins_head_paused')])}
      />
      <ChartFigure
        title={t('ins_contracts')}
        finding={contractsFinding(insight)}
        chart={{
          unit: numberWords,
          columns: columns.flatMap(({ key, made, reported, kept }) => [
            {
              label: short(key),
              parts: [{ fill: 'outline', value: made }],
              beside: [
                { fill: 'kept', value: kept },
                { fill: 'second', value: reported - kept },
              ],
            },
          ]),
        }}
        legend={[
          { fill: 'outline', label: t('ins_made') },
          { fill: 'kept', label: t('ins_told_kept') },
          { fill: 'second', label: t('ins_told_other') },
        ]}
        table={table('contracts', [when, t('ins_made'), t('ins_told'), t('ins_kept')], {
          words: (about) => (about === 'between' ? t('ins_between') : words(about)),
        })}
      />
      <Later>
        <ChartFigure
          title={t('ins_states')}
          finding={statesFinding(insight.states)}
          chart={
            insight.stateColumns.length === 0
              ? null
              : {
                  unit: numberWords,
                  columns: insight.stateColumns.map(({ key, counts }) => ({
                    label: short(key),
                    parts: stateParts(counts),
                  })),
                }
          }
          legend={statesLegend()}
          table={table('states', [t('ins_head_made'), ...stateHeads()])}
        />
        <ChartFigure
          title={t('ins_time')}
          finding={timeFinding(insight)}
          chart={
            times.length === 0
              ? null
              : {
                  top: 100,
                  unit: (value) => percentWords(value),
                  columns: times.map(({ key, even }) => ({
                    label: short(key),
                    parts: [{ fill: 'main', value: even }],
                  })),
                }
          }
          note={times.length > 0 ? t('ins_time_note') : undefined}
          table={table('time', [when, t('ins_even')])}
        />
        <Milestones insight={insight} rows={tables.milestones} />
        {/* What only I see goes on no paper by the way. */}
        <div className="chart-own">
          {insight.mine ? (
            <ChartFigure
              title={t('ins_mine')}
              finding={mineFinding(insight.mine)}
              chart={null}
              note={t('ins_only_you')}
              table={table('mine', [t('ins_mine'), ...stateHeads()], {
                words: (about) => t(about === 'private' ? 'ins_mine_private' : 'ins_mine_shared'),
              })}
            />
          ) : null}
          <ChartFigure
            title={t('ins_pulse')}
            finding={pulseFinding(insight.pulse)}
            chart={
              insight.pulse.length < 2
                ? null
                : {
                    top: 7,
                    unit: numberWords,
                    columns: insight.pulse.map(({ on, score }) => ({
                      label: short(on),
                      parts: [{ fill: 'main', value: score }],
                    })),
                  }
            }
            note={insight.pulse.length > 0 ? t('ins_only_you') : undefined}
            table={table('pulse', [t('ins_head_when'), t('ins_pulse_score')])}
          />
        </div>
      </Later>
    </>
  );
}

const percentWords = (value: number): string => numberFormat({ style: 'percent' }).format(value / 100);

/** By kind; which year is in the table, and in the pattern where there are two. */
function Milestones({
  insight,
  rows,
}: {
  readonly insight: CircleInsight;
  readonly rows: readonly TableRow[];
}) {
  const kinds = [...new Set(insight.milestones.map(({ kind }) => kind))];
  const latest = insight.milestones.at(-1)?.year;
  const of = (kind: string, isLatest: boolean) =>
    insight.milestones
      .filter((one) => one.kind === kind && (one.year === latest) === isLatest)
      .reduce((sum, { count }) => sum + count, 0);
  const hasEarlier = insight.milestones.some(({ year }) => year !== latest);
  return (
    <ChartFigure
      title={t('ins_milestones')}
      finding={milestonesFinding(insight)}
      chart={
        kinds.length === 0
          ? null
          : {
              unit: numberWords,
              columns: kinds.map((kind) => ({
                label: kindWords(kind),
                parts: [
                  { fill: 'main', value: of(kind, true) },
                  { fill: 'second', value: of(kind, false) },
                ],
              })),
            }
      }
      legend={
        hasEarlier && latest
          ? [
              { fill: 'main', label: latest },
              { fill: 'second', label: t('ins_before', { year: latest }) },
            ]
          : undefined
      }
      table={{
        heads: [t('ins_milestones'), t('ins_count')],
        rows,
        words: (about) => `${kindWords(about.slice(5))} · ${about.slice(0, 4)}`,
      }}
    />
  );
}
