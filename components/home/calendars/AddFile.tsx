import { t, tn } from '@/lib/platform/i18n';
import { Button } from '../../ui/Button.tsx';
import { FilePick } from '../../ui/FilePick.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { bytesText } from '../bytes-text.ts';
import { DropFiles } from './DropFiles.tsx';
import { ImportNotice } from './ImportNotice.tsx';
import type { FileImports } from './use-file-imports.ts';

/** A calendar file: chosen or dropped, read with a bar that moves, and what came of it. */
export function AddFile({ imports }: { readonly imports: FileImports }) {
  const { current, waiting, finished, read, cancel, dismiss } = imports;
  return (
    <>
      <DropFiles onFiles={read} />
      <FilePick
        icon="calendar"
        label={t('cal_file')}
        hint={t('cal_file_hint')}
        accept=".ics,.ical,.ifb,text/calendar"
        multiple
        onFiles={read}
      />
      {current ? (
        <div className="calendar-progress">
          <ProgressBar
            label={t('cal_reading', { name: current.name })}
            value={current.progress.bytes}
            max={Math.max(current.size, 1)}
            words={t('cal_progress', {
              events: tn('cal_events', current.progress.events),
              bytes: bytesText(current.progress.bytes),
              total: bytesText(current.size),
            })}
          />
          <div className="calendar-progress-end">
            {waiting > 0 ? <span className="calendar-hint">{tn('cal_waiting', waiting)}</span> : null}
            <Button onClick={cancel}>{t('ui_cancel')}</Button>
          </div>
        </div>
      ) : null}
      {finished.map((one) => (
        <ImportNotice key={one.id} finished={one} onClose={() => dismiss(one.id)} />
      ))}
    </>
  );
}
