import type { ReactNode } from 'react';
import { t } from '@/lib/platform/i18n';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { useGuard } from './use-guard.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children?: ReactNode;
  /** The deed by name ("Delete this circle"), never "OK". */
  readonly confirm: string;
  /** The way out; "Cancel" where nothing better says it. */
  readonly cancel?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/**
 * A question before something weighty. The focus starts on the way out. Beside a call, a press that its person cannot have
 * seen does nothing (use-guard.tsx).
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.open ? <Asked {...props} /> : null;
}

function Asked({ title, children, confirm, cancel, danger, busy, onConfirm, onCancel }: ConfirmDialogProps) {
  const { guard, refusal } = useGuard(confirm);
  return (
    <Dialog
      open
      question
      title={title}
      onClose={onCancel}
      actions={
        <>
          <Button autoFocus onClick={onCancel}>
            {cancel ?? t('ui_cancel')}
          </Button>
          <Button once variant={danger ? 'danger' : 'primary'} busy={busy} {...guard} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {refusal}
    </Dialog>
  );
}
