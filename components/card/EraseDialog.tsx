import type { ReactNode } from 'react';
import { useRecord } from '@/components/card/use-record';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/ToastProvider';
import type { Draft } from '@/lib/fact/fact';
import { t } from '@/lib/platform/i18n';
import './erase.css';

export interface EraseDialogProps {
  readonly title: string;
  /** The button that does it. Default: that of the contract log. */
  readonly confirm?: string | undefined;
  /** What goes, in its author's own words. */
  readonly words: string;
  /** What that means. */
  readonly children?: ReactNode;
  /** Said when it is gone. */
  readonly said?: string | undefined;
  /** The facts that erase it, made when it was confirmed. */
  readonly erasure: () => Promise<readonly Draft[]>;
  readonly onErased?: (() => void) | undefined;
  readonly onDone: () => void;
}

/** Asks, and then erases something for good: the one change that has no undo. */
export function EraseDialog({
  title,
  confirm,
  words,
  children,
  said,
  erasure,
  onErased,
  onDone,
}: EraseDialogProps) {
  const { record, problem } = useRecord();
  const toast = useToast();
  const erase = async () => {
    if (!(await record(await erasure()))) return;
    onErased?.();
    toast({ text: said ?? t('log_erased') });
    onDone();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={title}
      confirm={confirm ?? t('log_erase_do')}
      onConfirm={() => void erase()}
      onCancel={onDone}
    >
      <p className="erase-words">{words}</p>
      {children}
      {problem}
    </ConfirmDialog>
  );
}
