import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { t, tn } from '@/lib/platform/i18n';
import type { Source } from '@/lib/store/database';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { forgetSource } from './feed-actions.ts';
import { SourceItem } from './SourceItem.tsx';

/** Every calendar that is read, with when and how that went. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const [leaving, setLeaving] = useState<Source | null>(null);
  const { attempt, problem } = useRecord();
  if (sources.length === 0) return null;
  const remove = async () => {
    if (leaving && (await attempt(() => forgetSource(leaving)))) setLeaving(null);
  };
  return (
    <Section title={t('cal_sources')} aside={tn('cal_count', sources.length)}>
      <ul className="plain-list calendar-sources">
        {sources.map((source) => (
          <SourceItem key={source.id} source={source} onRemove={() => setLeaving(source)} />
        ))}
      </ul>
      <ConfirmDialog
        open={leaving !== null}
        title={t('cal_remove_title', { name: leaving?.name ?? '' })}
        confirm={t('cal_remove')}
        danger
        onConfirm={() => void remove()}
        onCancel={() => setLeaving(null)}
      >
        <p>{t('cal_remove_words')}</p>
        {problem}
      </ConfirmDialog>
    </Section>
  );
}
