import { EraseDialog } from '@/components/card/EraseDialog';
import { ME } from '@/lib/fact/fact';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { erasureOf } from '@/lib/store/erasures';

export interface LetGoProps {
  /** In one's own log. */
  readonly entity: string;
  readonly words: string;
  readonly title: string;
  readonly said: string;
  readonly onDone: () => void;
}

/** Asks, and then erases something of one's own for good. */
export function LetGo({ entity, words, title, said, onDone }: LetGoProps) {
  return (
    <EraseDialog
      title={title}
      confirm={t('mine_go_do')}
      words={words}
      said={said}
      erasure={() => erasureOf(database(), ME, entity, null)}
      onDone={onDone}
    >
      <p>{t('mine_go_words')}</p>
    </EraseDialog>
  );
}
