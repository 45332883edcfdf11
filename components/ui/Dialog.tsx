import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { t } from '@/lib/platform/i18n';
import { IconButton } from './IconButton.tsx';
import './dialog.css';

export interface DialogProps {
  readonly open: boolean;
  /** Asked for by Escape, the close button and a press beside the sheet; the owner then sets `open`. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** A question that must be answered: no close button, and a press beside it does nothing. Escape still says no. */
  readonly question?: boolean | undefined;
}

/**
 * A sheet over the screen, on the browser's own modal dialog: the rest is inert, Escape closes it and the focus
 * goes back to where it came from.
 */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children, actions, question = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  const id = useId();
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  // Layout effect: its cleanup runs while the element is still in the page, so that closing can return the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const left = new AbortController();
    const on = { signal: left.signal };
    element.addEventListener(
      'cancel',
      (event) => {
        if (event.target !== element) return;
        event.preventDefault();
        close.current();
      },
      on,
    );
    // The browser closes it by itself at a second Escape: the owner must know.
    element.addEventListener('close', () => close.current(), on);
    element.addEventListener(
      'click',
      // The second click of a double click was meant for what stood there before: a sheet may have become smaller.
      (event) => !question && event.target === element && event.detail < 2 && close.current(),
      on,
    );
    element.showModal();
    return () => {
      left.abort();
      element.close();
    };
  }, [question]);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      role={question ? 'alertdialog' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={question ? `${id}-body` : undefined}
    >
      <div className="dialog-sheet">
        <div className="dialog-head">
          <h2 id={`${id}-title`} className="dialog-title">
            {title}
          </h2>
          {question ? null : <IconButton icon="close" size="small" label={t('ui_close')} onClick={onClose} />}
        </div>
        <div id={`${id}-body`}>{children}</div>
        {actions ? <div className="dialog-actions">{actions}</div> : null}
      </div>
    </dialog>
  );
}
