import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { clock } from '@/lib/platform/clock';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import { isoDay } from '@/lib/platform/iso-day';
import { saveFile } from '../settings/save-file.ts';

/** Longer ones (a whole circle may stand in them) are better sent as a file, and not shown. */
const SHOWN = 6_000;

export interface HandTextProps {
  readonly label: string;
  readonly text: string;
  /** The button's words. */
  readonly copy: string;
  /** Something else is to be done first. */
  readonly quiet?: boolean | undefined;
}

/** A text somebody passes on as they like. */
export function HandText({ label, text, copy, quiet = false }: HandTextProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div className="share-invitation">
      {text.length <= SHOWN ? (
        <TextArea label={label} readOnly value={text} onChange={() => undefined} rows={2} />
      ) : (
        <p>{t('hand_long')}</p>
      )}
      <div className="share-acts">
        <Button
          variant={quiet || copied ? 'quiet' : 'primary'}
          icon="copy"
          onClick={() => void copyText(text).then(setCopied)}
        >
          {copy}
        </Button>
        {text.length > SHOWN ? (
          <Button
            icon="download"
            onClick={() => saveFile(`circlekeeper-answer-${isoDay(clock.now())}.txt`, text, 'text/plain')}
          >
            {t('hand_save')}
          </Button>
        ) : null}
      </div>
      <p role="status" className="quiet">
        {copied === null ? '' : t(copied ? 'share_copied' : 'share_not_copied')}
      </p>
    </div>
  );
}
