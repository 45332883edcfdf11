import type { ReactNode } from 'react';
import { t } from '@/lib/platform/i18n';
import { IconButton } from './IconButton.tsx';
import './notice.css';
import './tone.css';

export interface NoticeProps {
  /** `problem` interrupts (`role="alert"`); `info` only stands there. */
  readonly kind: 'problem' | 'info';
  /** What happened. */
  readonly title: string;
  /** What was kept. Asked for with every problem, because that is what people fear for. */
  readonly kept?: string | undefined;
  /** What to do now. */
  readonly todo?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose?: (() => void) | undefined;
}

/** A few calm sentences about something that happened. */
export function Notice({ kind, title, kept, todo, actions, onClose }: NoticeProps) {
  const body = (
    <>
      <p className="notice-title">{title}</p>
      {kept ? <p>{kept}</p> : null}
      {todo ? <div>{todo}</div> : null}
      {actions ? <div className="notice-actions">{actions}</div> : null}
      {onClose ? (
        <IconButton
          className="notice-close"
          size="small"
          icon="close"
          label={t('ui_close')}
          onClick={onClose}
        />
      ) : null}
    </>
  );
  if (kind === 'info')
    return (
      <div className="notice" data-tone="accent">
        {body}
      </div>
    );
  return (
    <div className="notice" data-tone="over" role="alert">
      {body}
    </div>
  );
}
