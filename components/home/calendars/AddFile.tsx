import { useId } from 'react';
import { t, tn } from '@/lib/platform/i18n';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { bytesText } from '../bytes-text.ts';
import { DropFiles } from './DropFiles.tsx';
import { ImportNotice } from './ImportNotice.tsx';
import type { FileImports } from './use-file-imports.ts';

/** A calendar file: chosen or dropped, read with a bar that moves, and what came of it. */
export function AddFile({ imports }: { readonly imports: FileImports }) {
  const id = useId();
  const { current, waiting, finished, read, cancel, dismiss } = imports;
  return (
    <>
      <DropFiles onFiles={read} />
      <div className="calendar-file">
        <Icon name="calendar" />
        <label htmlFor={id} className="calendar-file-label">
          {t('cal_file')}
        </label>
        <input
          id={id}
          type="file"
          accept=".ics,.ical,.ifb,text/calendar"
          multiple
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file chosen again is a change too.
            event.currentTarget.value = '';
            if (files.length > 0) read(files);
          }}
        />
        <p id={`${id}-hint`} className="calendar-hint">
          {t('cal_file_hint')}
        </p>
      </div>
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
