import { useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { FilePick } from '@/components/ui/FilePick';
import { IconButton } from '@/components/ui/IconButton';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { addUp, halvesIn, type TakenFile } from '@/lib/insight/office';
import { countRows } from '@/lib/insight/report';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { DropFiles } from '../../calendars/DropFiles.tsx';
import { useNow } from '../../circles/use-now.ts';
import { Page } from '../../Page.tsx';
import { saveFile } from '../../settings/save-file.ts';
import { aboutWords } from '../about-words.ts';
import { bandWords } from '../band-words.ts';
import { countWords } from '../count-words.ts';
import { countsCsv } from '../counts-csv.ts';
import { type RefusedFile, readFiles } from './read-files.ts';
import '../../calendars/calendars.css';
import '../insights.css';
import './office.css';

const ALL = '';

/** For a programme office: the count files of its circles, added. Nothing is stored; it is gone with the page. */
export function OfficePage() {
  const [taken, setTaken] = useState<readonly TakenFile[]>([]);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [half, setHalf] = useState(ALL);
  const all = useRef<readonly TakenFile[]>([]);
  const turn = useRef(Promise.resolve());
  /** One after the other: what is dropped or removed while others are still being read joins them. */
  const change = (next: (before: readonly TakenFile[]) => Promise<readonly TakenFile[]>) => {
    turn.current = turn.current.then(async () => {
      all.current = await next(all.current);
      setTaken(all.current);
    });
  };
  const add = (files: readonly File[]) =>
    change(async (before) => {
      const result = await readFiles(before, files);
      setRefused(result.refused);
      return result.taken;
    });
  const halves = halvesIn(taken);
  const chosen = halves.includes(half) ? [half] : halves;
  return (
    <Page title={t('off_title')} lead={t('off_lead')}>
      <DropFiles words={t('off_drop')} onFiles={add} />
      <div className="office-aside">
        <FilePick
          icon="chart"
          label={t('off_files')}
          hint={t('off_files_hint')}
          accept=".json,application/json"
          multiple
          onFiles={add}
        />
        <LiveRegion message={taken.length > 0 ? tn('off_taken', taken.length) : ''} />
        <Refused refused={refused} />
      </div>
      {taken.length === 0 ? (
        <EmptyState icon="chart" title={t('off_none_title')}>
          <p>{t('off_none_words')}</p>
        </EmptyState>
      ) : (
        <>
          <Sum
            taken={taken}
            halves={halves}
            chosen={chosen}
            half={chosen.length === 1 ? half : ALL}
            onHalf={setHalf}
          />
          <div className="office-aside">
            <Taken
              taken={taken}
              onRemove={(file) => change(async (before) => before.filter((one) => one !== file))}
            />
          </div>
        </>
      )}
    </Page>
  );
}

/** Files that were not added, and why, one by one. */
function Refused({ refused }: { readonly refused: readonly RefusedFile[] }) {
  if (refused.length === 0) return null;
  return (
    <div role="alert" className="notice" data-tone="over">
      <p className="notice-title">{tn('off_refused', refused.length)}</p>
      <p>{t('off_refused_kept')}</p>
      <ul className="office-refused">
        {refused.map(({ key, name, why }) => (
          <li key={key}>
            <strong>{name}</strong> {why}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sum({
  taken,
  halves,
  chosen,
  half,
  onHalf,
}: {
  readonly taken: readonly TakenFile[];
  readonly halves: readonly string[];
  readonly chosen: readonly string[];
  readonly half: string;
  readonly onHalf: (half: string) => void;
}) {
  const now = useNow();
  const { circles, counts } = addUp(taken, chosen);
  const when = chosen.map((key) => aboutWords(key, now)).join(', ');
  const save = async () => {
    const name = `circles-counts-${Temporal.Instant.fromEpochMilliseconds(clock.now()).toString().slice(0, 10)}.csv`;
    saveFile(name, await countsCsv([{ when: chosen.join(' '), counts }], null), 'text/csv');
  };
  return (
    <Section title={tn('off_sum', circles)}>
      {halves.length > 1 ? (
        <div className="office-choice">
          <Select
            label={t('rep_period')}
            value={half}
            onChange={onHalf}
            options={[
              { value: ALL, label: t('off_all_halves') },
              ...halves.map((key) => ({ value: key, label: aboutWords(key, now) })),
            ]}
          />
        </div>
      ) : null}
      <p className="quiet office-when">{when}</p>
      <div className="numbers">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('rep_csv_what')}</th>
              <th scope="col">{t('off_head_sum')}</th>
            </tr>
          </thead>
          <tbody>
            {countRows(counts).map((row) => (
              <tr key={countWords(row)}>
                <th scope="row">{countWords(row)}</th>
                <td>{bandWords(row.band, row.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="chart-note">{t('off_note')}</p>
      <div className="office-actions">
        <Button icon="note" onClick={() => window.print()}>
          {t('rep_print')}
        </Button>
        <Button icon="download" onClick={() => void save()}>
          {t('rep_csv')}
        </Button>
      </div>
    </Section>
  );
}

function Taken({
  taken,
  onRemove,
}: {
  readonly taken: readonly TakenFile[];
  readonly onRemove: (file: TakenFile) => void;
}) {
  const now = useNow();
  return (
    <Section title={t('off_list')}>
      <ul className="plain-list office-list">
        {taken.map((one) => (
          <li key={`${one.file.report} ${one.file.halves.map(({ key }) => key).join(' ')}`}>
            <span>
              <strong>{one.name}</strong>
              <span className="quiet">
                {' '}
                · {one.file.halves.map(({ key }) => aboutWords(key, now)).join(', ')}
              </span>
              {one.file.sentence ? <q className="office-said">{one.file.sentence}</q> : null}
            </span>
            <IconButton
              size="small"
              icon="close"
              label={t('off_remove', { name: one.name })}
              onClick={() => onRemove(one)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
