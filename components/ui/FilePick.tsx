import { useId } from 'react';
import { t } from '@/lib/platform/i18n';
import { Icon, type IconName } from './Icon.tsx';
import './button.css';
import './file-pick.css';

export interface FilePickProps {
  readonly icon: IconName;
  readonly label: string;
  /** What stands below: what kind of file, or which one was read. */
  readonly hint: string;
  /** As the attribute of a file input: `.ics,text/calendar`. */
  readonly accept: string;
  readonly multiple?: boolean;
  /** Never without a file; the same one may be chosen again. */
  readonly onFiles: (files: readonly File[]) => void;
}

/**
 * A place where files are chosen. The button is ours: the browser's own speaks the browser's language, which need not be
 * the one chosen in Settings, and says that no file was chosen while one is read.
 */
export function FilePick({ icon, label, hint, accept, multiple = false, onFiles }: FilePickProps) {
  const id = useId();
  return (
    <div className="file-pick">
      <Icon name={icon} />
      <span id={`${id}-label`} className="file-pick-label">
        {label}
      </span>
      <p id={`${id}-hint`} className="file-pick-hint">
        {hint}
      </p>
      <div className="file-pick-choose">
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file chosen again is a change too.
            event.currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
        <span className="button button-quiet" aria-hidden="true">
          <Icon name="upload" />
          {t(multiple ? 'file_choose_many' : 'file_choose')}
        </span>
      </div>
    </div>
  );
}
