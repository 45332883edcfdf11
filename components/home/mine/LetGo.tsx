import { useRecord } from '@/components/card/use-record';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/ToastProvider';
import { ME } from '@/lib/fact/fact';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { erasureOf } from '@/lib/store/erasures';
import '../../card/erase-contract.css';

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
  const { record, problem } = useRecord();
  const toast = useToast();
  const erase = async () => {
    if (!(await record(await erasureOf(database(), ME, entity, null)))) return;
    toast({ text: said });
    onDone();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={title}
      confirm={t('mine_go_do')}
      onConfirm={() => void erase()}
      onCancel={onDone}
    >
      <p className="erase-words">{words}</p>
      <p>{t('mine_go_words')}</p>
      {problem}
    </ConfirmDialog>
  );
}
