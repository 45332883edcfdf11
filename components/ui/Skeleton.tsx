import { t } from '@/lib/platform/i18n';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import './skeleton.css';

/** Grey lines where words will be, still on purpose; it says "Loading" to assistive technology. */
export function Skeleton({ lines = 3 }: { readonly lines?: number | undefined }) {
  return (
    <div className="skeleton">
      <VisuallyHidden>{t('ui_loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
        <span key={key} aria-hidden="true" />
      ))}
    </div>
  );
}
