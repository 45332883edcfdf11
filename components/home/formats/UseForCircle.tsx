import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { minutesText } from '@/components/sidebar/phase-words';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Dialog } from '@/components/ui/Dialog';
import { Select } from '@/components/ui/Select';
import { Skeleton } from '@/components/ui/Skeleton';
import type { Format } from '@/lib/meeting/format';
import { t } from '@/lib/platform/i18n';
import { rhythmWords } from '../circles/dates.ts';
import { formatDrafts } from '../circles/format-drafts.ts';
import { NewCircle } from '../circles/NewCircle.tsx';
import { type CircleView, useCircles } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';
import { formatName } from './format-name.ts';

const NEW = '';

/** Takes a format into a circle there is, or makes a circle that meets by it. */
export function UseForCircle({ format, onClose }: { readonly format: Format; readonly onClose: () => void }) {
  const circles = useCircles()?.filter(({ circle }) => !circle.archived);
  const [making, setMaking] = useState(false);
  if (making)
    return (
      <NewCircle
        format={format}
        onDone={(id) => {
          onClose();
          if (id) location.hash = routeTo('circles', id);
        }}
      />
    );
  const name = formatName(format.id, [format]);
  return (
    <Dialog open title={t('formats_use_title', { name })} onClose={onClose}>
      {circles ? (
        <Choose circles={circles} format={format} onNew={() => setMaking(true)} onClose={onClose} />
      ) : (
        <Skeleton lines={3} />
      )}
    </Dialog>
  );
}

function Choose({
  circles,
  format,
  onNew,
  onClose,
}: {
  readonly circles: readonly CircleView[];
  readonly format: Format;
  readonly onNew: () => void;
  readonly onClose: () => void;
}) {
  const [id, setId] = useState(circles[0]?.circle.id ?? NEW);
  const view = circles.find(({ circle }) => circle.id === id);
  // What a calendar says of a circle's dates is not for a format to change.
  const [wish, setWish] = useState<boolean | null>(null);
  const withTimes = wish ?? view?.circle.seriesKeys.length === 0;
  const { record, problem } = useRecord();
  const use = async () => {
    if (!view) return onNew();
    const { circle, me } = view;
    const times = withTimes ? format : circle;
    const drafts = await formatDrafts(circle.id, me?.id ?? null, format.id, format, times);
    const name = formatName(format.id, [format]);
    if (await record(drafts, t('formats_used', { circle: circle.name, name }))) onClose();
  };
  return (
    <div className="format-use">
      <Select
        label={t('formats_use_which')}
        value={id}
        onChange={setId}
        options={[
          ...circles.map(({ circle }) => ({ value: circle.id, label: circle.name })),
          { value: NEW, label: t('formats_use_new') },
        ]}
      />
      {view ? (
        <Checkbox checked={withTimes} onChange={setWish}>
          {t('formats_use_times', {
            rhythm: rhythmWords(format.everyDays),
            minutes: minutesText(format.lengthMin * 60_000),
          })}
        </Checkbox>
      ) : null}
      <p className="quiet">{t('formats_use_words')}</p>
      {problem}
      <div className="edit-actions">
        <Button variant="primary" once onClick={() => void use()}>
          {t(view ? 'formats_use' : 'formats_use_next')}
        </Button>
        <Button onClick={onClose}>{t('ui_cancel')}</Button>
      </div>
    </div>
  );
}
