import { memo } from 'react';
import { t } from '@/lib/platform/i18n';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useClockWindow } from './use-clock-window.ts';

/** Takes the clock out into a small window, and puts it back. */
export const FloatClock = memo(function FloatClock({ circleId }: { readonly circleId: string }) {
  const { isOpen, refused, open, close } = useClockWindow(circleId);
  return (
    <>
      <IconButton
        className="float-clock"
        label={t('clock_float')}
        icon="float"
        pressed={isOpen}
        onClick={() => (isOpen ? close() : void open())}
      />
      {refused ? (
        <Notice
          kind="problem"
          title={t('clock_refused')}
          kept={t('clock_refused_kept')}
          todo={t('clock_refused_todo')}
        />
      ) : null}
    </>
  );
});
