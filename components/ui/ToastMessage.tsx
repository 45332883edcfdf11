import { useEffect, useRef, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import type { ToastRequest } from './ToastProvider.tsx';

const STAY_MS = 6_000;
const STAY_WITH_ACTION_MS = 10_000;

/**
 * One message. Its time stands still while it is pointed at or holds the focus, and starts afresh afterwards;
 * when it goes with the focus inside, the focus returns to where it came from.
 */
export function ToastMessage({
  toast,
  onGone,
}: {
  readonly toast: ToastRequest;
  readonly onGone: () => void;
}) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  const gone = useRef(onGone);
  const { action } = toast;
  const stayMs = toast.stayMs ?? (action ? STAY_WITH_ACTION_MS : STAY_MS);
  useEffect(() => {
    gone.current = onGone;
  }, [onGone]);

  useEffect(() => {
    if (hovered || focused) return;
    const timer = setTimeout(() => gone.current(), stayMs);
    return () => clearTimeout(timer);
  }, [hovered, focused, stayMs]);

  const leave = () => {
    const back = cameFrom.current;
    if (back instanceof HTMLElement && back.isConnected) back.focus();
    onGone();
  };

  return (
    <fieldset
      className="toast"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget;
        setFocused(true);
      }}
      onBlur={(event) => setFocused(event.currentTarget.contains(event.relatedTarget))}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <span className="toast-text">{toast.text}</span>
      {action ? (
        <Button
          variant="plain"
          size="small"
          onClick={() => {
            action.onAction();
            leave();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton size="small" icon="close" tipAt="above" label={t('ui_dismiss')} onClick={leave} />
    </fieldset>
  );
}
