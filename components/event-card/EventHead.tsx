import { t } from '@/lib/platform/i18n';
import { IconButton } from '../ui/IconButton.tsx';

export interface Folding {
  readonly isFolded: boolean;
  readonly onFold: (folded: boolean) => void;
}

/** The first line of the card, which stays when it is folded. */
export function EventHead({
  title,
  line,
  isName = false,
  isFolded,
  onFold,
}: Folding & {
  readonly title: string;
  readonly line?: string | undefined;
  /** A name may be cut off; a question may not. */
  readonly isName?: boolean | undefined;
}) {
  return (
    <header className="event-head">
      <div className="event-title">
        <h1 className={isFolded || isName ? 'event-name' : undefined}>{title}</h1>
        {line && !isFolded ? <p>{line}</p> : null}
      </div>
      <IconButton
        size="small"
        tipAt="end"
        icon="down"
        label={isFolded ? t('event_unfold') : t('event_fold')}
        aria-expanded={!isFolded}
        onClick={() => onFold(!isFolded)}
      />
    </header>
  );
}
