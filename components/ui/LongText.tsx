import { useId, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import './long-text.css';

/** Longer than this is folded; about what fits into six lines of a narrow sidebar. */
const LONG = 320;

export interface LongTextProps {
  /** For what is named by the text; it is all there for assistive technology, folded or not. */
  readonly id?: string | undefined;
  readonly text: string;
}

/** Somebody's words: the first lines where they are very many, all at a press. */
export function LongText({ id, text }: LongTextProps) {
  const own = useId();
  const [open, setOpen] = useState(false);
  const textId = id ?? own;
  if (text.length <= LONG) return <span id={textId}>{text}</span>;
  return (
    <>
      <span id={textId} className={open ? undefined : 'long-text'}>
        {text}
      </span>
      <button
        type="button"
        className="long-text-more"
        aria-expanded={open}
        aria-controls={textId}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'ui_less' : 'ui_all')}
      </button>
    </>
  );
}
