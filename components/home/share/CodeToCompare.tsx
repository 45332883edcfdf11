import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/platform/i18n';

export interface CodeToCompareProps {
  readonly code: string;
  /** Who reads it to whom. */
  readonly words: string;
  readonly onSay: (same: boolean) => void;
}

/** Six letters that two people read to each other. The focus comes here: everything depends on this one answer. */
export function CodeToCompare({ code, words, onSay }: CodeToCompareProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="share-compare">
      <h3 ref={heading} tabIndex={-1}>
        {t('share_code_title')}
      </h3>
      <p>{words}</p>
      {/* Letter by letter for screen readers, in two groups for the eye. */}
      <p className="share-code" role="img" aria-label={t('share_code', { code: [...code].join(' ') })}>
        <span aria-hidden="true">{code.slice(0, 3)}</span>
        <span aria-hidden="true">{code.slice(3)}</span>
      </p>
      <div className="share-answers">
        <Button variant="primary" once onClick={() => onSay(true)}>
          {t('share_code_same')}
        </Button>
        <Button once onClick={() => onSay(false)}>
          {t('share_code_different')}
        </Button>
      </div>
      <p className="quiet">{t('share_code_why')}</p>
    </div>
  );
}
