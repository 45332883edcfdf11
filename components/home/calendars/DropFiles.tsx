import { useEffect, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { Icon } from '../../ui/Icon.tsx';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped anywhere on the page, and says so while they hang over it. */
export function DropFiles({
  words,
  onFiles,
}: {
  /** What to drop here; a calendar file when left out. */
  readonly words?: string | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const left = new AbortController();
    const on = { signal: left.signal };
    // Without this the browser would open the file in the place of the page.
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    window.addEventListener('dragenter', drag, on);
    window.addEventListener('dragover', drag, on);
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), on);
    window.addEventListener('drop', drop, on);
    return () => left.abort();
  }, [onFiles]);
  if (!over) return null;
  return (
    <div className="calendar-drop" aria-hidden="true">
      <span>
        <Icon name="download" />
        {words ?? t('cal_drop')}
      </span>
    </div>
  );
}
