import { useLiveQuery } from 'dexie-react-hooks';
import { Dialog } from '@/components/ui/Dialog';
import { Skeleton } from '@/components/ui/Skeleton';
import type { Format } from '@/lib/meeting/format';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import type { SeriesRow } from '@/lib/store/database';
import { type CircleDraft, emptyDraft } from './circle-draft.ts';
import { draftOfSeries } from './circle-from-draft.ts';
import { NewCircleDialog } from './NewCircleDialog.tsx';

export interface NewCircleProps {
  /** The spotted series it grows from; without one the circle is made by hand. */
  readonly series?: SeriesRow | undefined;
  /** The format it is made for. */
  readonly format?: Format | undefined;
  /** The new circle's id, or null when the member thought better of it (nothing was stored). */
  readonly onDone: (circleId: string | null) => void;
}

/** A dialog in which a circle is made; render it while it is open. Stores nothing before "Create circle". */
export function NewCircle({ series, format, onDone }: NewCircleProps) {
  const draft = useLiveQuery(() => firstDraft(series, format), []);
  if (!draft)
    return (
      <Dialog open title={t('newCircle_title')} onClose={() => onDone(null)}>
        <Skeleton lines={5} />
      </Dialog>
    );
  return <NewCircleDialog first={draft} series={series} onDone={onDone} />;
}

async function firstDraft(series: SeriesRow | undefined, format: Format | undefined): Promise<CircleDraft> {
  const draft = series ? await draftOfSeries(series) : emptyDraft(newId);
  if (!format) return draft;
  const { id, everyDays, lengthMin } = format;
  return { ...draft, formatId: id, everyDays, lengthMin };
}
