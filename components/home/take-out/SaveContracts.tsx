import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Dialog } from '@/components/ui/Dialog';
import { Notice } from '@/components/ui/Notice';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { Select } from '@/components/ui/Select';
import { useToast } from '@/components/ui/ToastProvider';
import type { ContractRow } from '@/lib/contract/contract';
import { joinSame } from '@/lib/contract/log';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { dayOf } from '../circles/dates.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { saveFile } from '../settings/save-file.ts';
import './take-out.css';

const KINDS = ['csv', 'ics'] as const;
type Kind = (typeof KINDS)[number];
const AS = { csv: 'out_as_csv', ics: 'out_as_ics' } as const;
const ALL = '';

/** Contracts as a table, or the days of one's own open ones for a calendar. Nothing leaves but the file that is saved. */
export function SaveContracts({
  circles,
  circleId,
  onClose,
}: {
  readonly circles: readonly CircleView[];
  /** Only this circle's; without it there is a choice. */
  readonly circleId?: string | undefined;
  readonly onClose: () => void;
}) {
  const toast = useToast();
  const [kind, setKind] = useState<Kind>('csv');
  const [circle, setCircle] = useState(circleId ?? ALL);
  const [whose, setWhose] = useState<'mine' | 'all'>('all');
  const [withPrivate, setWithPrivate] = useState(false);
  const [withTexts, setWithTexts] = useState(false);
  const all = useLiveQuery(async () => joinSame(await database().contracts.toArray()), []);

  const byId = new Map(circles.map((one) => [one.circle.id, one]));
  const isMine = (row: ContractRow) => row.memberId === byId.get(row.circleId)?.me?.id;
  const chosen = (all ?? [])
    .filter((row) => byId.has(row.circleId) && (circle === ALL || row.circleId === circle))
    .filter((row) => withPrivate || !row.isPrivate)
    .filter((row) =>
      kind === 'ics' ? row.open === 1 && row.due !== null && isMine(row) : whose === 'all' || isMine(row),
    )
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));

  const save = async () => {
    const now = clock.now();
    const name = `circlekeeper-contracts-${dayOf(now)}.${kind}`;
    if (kind === 'csv') saveFile(name, await tableOf(chosen, byId), 'text/csv');
    else saveFile(name, await calendarOf(chosen, withTexts, now), 'text/calendar');
    toast({ text: t('out_saved', { name }) });
    onClose();
  };

  const count =
    chosen.length === 0
      ? t(kind === 'csv' ? 'out_count_none' : 'out_days_none')
      : tn(kind === 'csv' ? 'out_count' : 'out_days', chosen.length);
  return (
    <Dialog
      open
      title={t('out_contracts_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui_cancel')}</Button>
          <Button
            variant="primary"
            icon="download"
            disabled={chosen.length === 0}
            onClick={() => void save()}
          >
            {t('out_save')}
          </Button>
        </>
      }
    >
      <div className="take-out">
        <RadioGroup
          label={t('out_as')}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: t(AS[value]) }))}
        />
        <p className="quiet">
          {t(kind === 'csv' ? 'out_csv_words' : withTexts ? 'out_ics_words_texts' : 'out_ics_words')}
        </p>
        <div className="take-out-pair">
          {circleId === undefined && circles.length > 1 ? (
            <Select
              label={t('log_circle')}
              value={circle}
              onChange={setCircle}
              options={[
                { value: ALL, label: t('log_circle_all') },
                ...circles.map((one) => ({ value: one.circle.id, label: one.circle.name })),
              ]}
            />
          ) : null}
          {kind === 'csv' ? (
            <Select
              label={t('log_whose')}
              value={whose}
              onChange={setWhose}
              options={[
                { value: 'all', label: t('log_whose_all') },
                { value: 'mine', label: t('log_whose_mine') },
              ]}
            />
          ) : null}
        </div>
        <Checkbox checked={withPrivate} onChange={setWithPrivate}>
          {t('out_private')}
          <span className="take-out-hint">
            {t(kind === 'ics' && !withTexts ? 'out_private_ics' : 'out_private_csv')}
          </span>
        </Checkbox>
        {kind === 'ics' ? (
          <>
            <Checkbox checked={withTexts} onChange={setWithTexts}>
              {t('out_texts')}
            </Checkbox>
            {withTexts ? (
              <Notice kind="info" title={t('out_texts_title')} todo={t('out_texts_words')} />
            ) : null}
          </>
        ) : null}
        <p role="status">{all ? count : null}</p>
      </div>
    </Dialog>
  );
}

async function tableOf(rows: readonly ContractRow[], byId: ReadonlyMap<string, CircleView>): Promise<string> {
  const [{ contractsCsv }, { csvWords }] = await Promise.all([
    import('./contracts-csv.ts'),
    import('./csv-words.ts'),
  ]);
  return contractsCsv(
    rows,
    {
      circle: ({ circleId }) => byId.get(circleId)?.circle.name ?? '',
      member: ({ circleId, memberId }) =>
        byId.get(circleId)?.members.find(({ id }) => id === memberId)?.name ?? '',
      day: (ms) => dayOf(ms).toString(),
    },
    csvWords(),
  );
}

async function calendarOf(rows: readonly ContractRow[], withTexts: boolean, now: number): Promise<string> {
  const { writeDates } = await import('@/lib/calendar/ics/write-dates');
  return writeDates(
    rows.flatMap(({ id, due, text }) =>
      due === null ? [] : [{ id, on: due, title: withTexts ? text : t('out_ics_title') }],
    ),
    now,
  );
}
