import { useState } from 'react';
import { Menu } from '@/components/ui/Menu';
import { type NotedStroke, strokeEntity } from '@/lib/me/stroke';
import { t } from '@/lib/platform/i18n';
import { dateWords, dayOf } from '../circles/dates.ts';
import { LetGo } from './LetGo.tsx';

export interface KeptStrokeProps {
  readonly stroke: NotedStroke;
  /** The circle's name, where it is still here. */
  readonly circle: string | undefined;
  /** ms since 1970. */
  readonly now: number;
}

/** A stroke one kept. */
export function KeptStroke({ stroke, circle, now }: KeptStrokeProps) {
  const [goes, setGoes] = useState(false);
  const line = [circle, dateWords(dayOf(stroke.at), now, 'short')].filter(Boolean).join(' · ');
  return (
    <div className="kept-stroke">
      <p>
        {stroke.text}
        <span className="pig-when">{line}</span>
      </p>
      <Menu
        size="small"
        label={t('mine_stroke_more', { what: stroke.text.slice(0, 60) })}
        items={[
          { label: t('mine_stroke_erase'), icon: 'trash', danger: true, onSelect: () => setGoes(true) },
        ]}
      />
      {goes ? (
        <LetGo
          entity={strokeEntity(stroke.id)}
          words={stroke.text}
          title={t('mine_stroke_go_title')}
          said={t('log_erased')}
          onDone={() => setGoes(false)}
        />
      ) : null}
    </div>
  );
}
