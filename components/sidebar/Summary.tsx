import { useState } from 'react';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { workUsed } from '@/lib/meeting/view';
import { clock } from '@/lib/platform/clock';
import { copyText } from '@/lib/platform/copy-text';
import { t, tn } from '@/lib/platform/i18n';
import { Ring } from '../ring/Ring.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { useToast } from '../ui/ToastProvider.tsx';
import { useGuard } from '../ui/use-guard.tsx';
import { BackupReminder } from './BackupReminder.tsx';
import { useStage } from './stage.ts';
import { nextWords, summarise, summaryText } from './summary-text.ts';
import { FIRST_FOCUS } from './use-first-focus.ts';

export interface SummaryProps {
  readonly row: MeetingRow;
  /** UTC ms. */
  readonly endedAt: number;
  /** Nobody pressed "End meeting". */
  readonly bySilence: boolean;
  readonly onAnother: () => void;
}

/** What the meeting came to, with a text to take along. */
export function Summary({ row, endedAt, bySilence, onAnother }: SummaryProps) {
  const { room, cards } = useStage();
  const toast = useToast();
  const [withContracts, setWithContracts] = useState(false);
  const { guard, refusal } = useGuard(withContracts ? null : 'show');
  const data = summarise(room, row, endedAt);
  const names = new Map([...cards].map(([id, card]) => [id, card.name]));
  const used = row.run ? workUsed(row.run, endedAt) : new Map<string, number>();
  const next = nextWords(room, row, clock.now());
  const longest = Math.max(1, ...used.values());

  const copy = async () => {
    const text = summaryText(room, row, data, names, withContracts, next);
    const copied = await copyText(text);
    toast({
      text: t(!copied ? 'summary_not_copied' : withContracts ? 'summary_copied_all' : 'summary_copied'),
    });
  };

  return (
    <section className="summary" aria-label={t('summary')}>
      <div className="stage-top now">
        <Ring
          seats={room.members
            .filter((member) => member.leftOn === null || used.has(member.id))
            .map((member) => ({
              id: member.id,
              ...(cards.get(member.id) ?? { name: member.name, initials: '?', hue: 0 }),
              usedMs: used.get(member.id) ?? 0,
              shareMs: longest,
              usedOnly: true,
              state: data.present.includes(member.id) ? 'done' : 'away',
            }))}
          centre={{ remainingMs: 0, totalMs: 0, label: '', over: false, soon: false }}
        >
          <p className="ring-when">{t('summary_done')}</p>
          <p className="ring-line">{tn('sidebar_minutes_long', data.minutes)}</p>
        </Ring>
      </div>
      <h2 className="section-title" tabIndex={-1} {...FIRST_FOCUS}>
        {t('summary')}
      </h2>
      {bySilence ? <p className="calm-line">{t('summary_by_silence')}</p> : null}
      <ul className="summary-lines">
        <li>{t('summary_here', { names: data.present.map((id) => names.get(id)).join(', ') })}</li>
        {data.away.length > 0 ? (
          <li>{t('summary_away', { names: data.away.map((id) => names.get(id)).join(', ') })}</li>
        ) : null}
        {data.late.length > 0 ? (
          <li>{t('summary_late', { names: data.late.map((id) => names.get(id)).join(', ') })}</li>
        ) : null}
        {data.leftEarly.length > 0 ? (
          <li>{t('summary_left', { names: data.leftEarly.map((id) => names.get(id)).join(', ') })}</li>
        ) : null}
        <li>{data.made.length > 0 ? tn('summary_made', data.made.length) : t('summary_made_none')}</li>
        <li>
          {data.reported.length > 0 ? tn('summary_told', data.reported.length) : t('summary_told_none')}
        </li>
        {next ? <li>{next}</li> : null}
      </ul>
      <Checkbox guard={guard} checked={withContracts} onChange={setWithContracts}>
        {t('summary_with_contracts')}
      </Checkbox>
      {refusal}
      <p className="calm-line">{t(withContracts ? 'summary_warning' : 'summary_safe')}</p>
      <div className="row">
        <Button variant="primary" icon="copy" onClick={() => void copy()}>
          {t('summary_copy')}
        </Button>
        <Button onClick={onAnother}>{t('summary_another')}</Button>
      </div>
      <BackupReminder />
    </section>
  );
}
