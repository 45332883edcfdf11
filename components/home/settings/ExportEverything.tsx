import { useId, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { rememberBackup } from '@/lib/platform/last-backup';
import { exportEverything } from '@/lib/store/backup';
import { database } from '@/lib/store/database';
import { sealText } from '@/lib/store/sealed';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { momentText } from '../moment-text.ts';
import { saveFile } from './save-file.ts';
import { useBackupState } from './use-backup-state.ts';

/** Shorter ones are guessed in an afternoon, and a file can be guessed at for ever. */
const SHORTEST = 10;

type Problem = 'short' | 'differ';
type Done = { at: 'idle' | 'working' | 'failed' } | { at: 'saved'; name: string; sealed: boolean };

/** One file with everything, plain or sealed with a passphrase. */
export function ExportEverything() {
  const id = useId();
  const backup = useBackupState();
  const [sealed, setSealed] = useState(false);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<Done>({ at: 'idle' });

  const save = async () => {
    const wrong = sealed ? whatIsWrong(first, second) : null;
    setProblem(wrong);
    if (wrong) return;
    setDone({ at: 'working' });
    try {
      const text = await exportEverything(database());
      const now = clock.now();
      const name = fileName(now, sealed);
      saveFile(name, sealed ? await sealText(text, first) : text);
      await rememberBackup(now);
      setFirst('');
      setSecond('');
      setDone({ at: 'saved', name, sealed });
    } catch {
      setDone({ at: 'failed' });
    }
  };

  return (
    <div className="settings-part">
      <p>{t('set_export_lead')}</p>
      <p className="settings-hint">
        {backup?.lastAt ? t('set_last_backup', { when: momentText(backup.lastAt) }) : t('set_no_backup')}
        {backup?.state === 'due' || backup?.state === 'never' ? ` ${t('set_backup_due')}` : null}
      </p>
      <Checkbox checked={sealed} onChange={setSealed} aria-describedby={`${id}-seal`}>
        {t('set_seal')}
      </Checkbox>
      <p id={`${id}-seal`} className="settings-hint">
        {t(sealed ? 'set_seal_on' : 'set_seal_off')}
      </p>
      {sealed ? (
        <div className="settings-pair">
          <TextField
            label={t('set_passphrase')}
            type="password"
            autoComplete="new-password"
            hint={t('set_passphrase_hint')}
            problem={problem === 'short' ? t('set_passphrase_short') : undefined}
            value={first}
            onChange={setFirst}
          />
          <TextField
            label={t('set_passphrase_again')}
            type="password"
            autoComplete="new-password"
            problem={problem === 'differ' ? t('set_passphrase_differ') : undefined}
            value={second}
            onChange={setSecond}
          />
        </div>
      ) : null}
      <div className="settings-actions">
        <Button icon="download" busy={done.at === 'working'} onClick={() => void save()}>
          {t('set_export')}
        </Button>
      </div>
      <div role="status">
        {done.at === 'saved' ? (
          <Notice
            kind="info"
            title={t('set_exported', { name: done.name })}
            kept={t(done.sealed ? 'set_exported_sealed' : 'set_exported_plain')}
          />
        ) : null}
      </div>
      {done.at === 'failed' ? (
        <Notice
          kind="problem"
          title={t('set_export_failed')}
          kept={t('set_kept')}
          todo={t('cal_fail_bug_todo')}
        />
      ) : null}
    </div>
  );
}

function whatIsWrong(first: string, second: string): Problem | null {
  if (first.length < SHORTEST) return 'short';
  return first === second ? null : 'differ';
}

/** Named by the day, so that copies line up in a folder. */
function fileName(now: number, sealed: boolean): string {
  const day = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate();
  return `circlekeeper-${day}${sealed ? '-sealed' : ''}.json`;
}
