import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { ToastMessage } from './ToastMessage.tsx';
import './toast.css';

export interface ToastRequest {
  /** What was done ("Contract added"). */
  readonly text: string;
  /** Usually Undo; pressing it also puts the toast away. */
  readonly action?: { readonly label: string; readonly onAction: () => void } | undefined;
  /** How long it stays while nobody points at it or has the focus in it. Default 10 s with an action, 6 s without. */
  readonly stayMs?: number | undefined;
}

type Show = (request: ToastRequest) => void;

const ToastContext = createContext<Show | undefined>(undefined);

/** Three at a time are read; a fourth sends the oldest away. */
const MOST = 3;

/** Holds the toasts of a screen. The status region is in the page before the first message, so that it is read out. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (ToastRequest & { readonly id: number })[]>([]);
  const last = useRef(0);
  const show = useCallback<Show>((request) => {
    last.current += 1;
    const toast = { ...request, id: last.current };
    setToasts((all) => {
      // One Undo at a time, for what was done last: of two side by side nobody sees which takes back what.
      const staying = request.action ? all.filter((one) => !one.action) : all;
      return [...staying, toast].slice(-MOST);
    });
  }, []);
  const remove = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  return (
    <ToastContext value={show}>
      {children}
      <section className="toasts" aria-live="polite" aria-label={t('ui_toasts')}>
        <div className="toasts-list">
          {toasts.map((toast) => (
            <ToastMessage key={toast.id} toast={toast} onGone={() => remove(toast.id)} />
          ))}
        </div>
      </section>
    </ToastContext>
  );
}

/** Shows a message at the foot of the screen. Needs a {@link ToastProvider} above; throws without. */
export function useToast(): Show {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast needs a ToastProvider above it');
  return show;
}
