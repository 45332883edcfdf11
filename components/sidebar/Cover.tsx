import { useLayoutEffect, useRef } from 'react';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { COVER_KEY } from './use-cover.ts';

/**
 * Hides everything while one shares one's screen. A modal dialog, so that it lies over an open one too and is the only
 * thing the keyboard reaches; Escape, pressed for something else, does not lift it.
 */
export function Cover({ onLift }: { readonly onLift: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const left = new AbortController();
    const on = { signal: left.signal };
    element.addEventListener('cancel', (event) => event.preventDefault(), on);
    // The browser closes it by itself at a second Escape.
    element.addEventListener('close', () => element.showModal(), on);
    element.showModal();
    return () => {
      left.abort();
      element.close();
    };
  }, []);
  return (
    <dialog ref={dialog} className="cover" aria-label={t('sidebar_covered')}>
      <main>
        <Icon name="cover" />
        <h1>{t('sidebar_covered')}</h1>
        <Button variant="primary" onClick={onLift} aria-keyshortcuts={COVER_KEY}>
          {t('sidebar_uncover')}
        </Button>
        <p className="calm-line">{t('sidebar_cover_key', { key: COVER_KEY })}</p>
      </main>
    </dialog>
  );
}
