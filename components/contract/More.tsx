import { useId } from 'react';
import { t } from '@/lib/platform/i18n';
import { Icon } from '../ui/Icon.tsx';
import { MoreFields, type MoreFieldsProps } from './MoreFields.tsx';

export interface MoreProps extends MoreFieldsProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** "More" of a contract's form, after its button: whoever does not want it has nothing more to press or to pass. */
export function More({ open, onOpen, ...fields }: MoreProps) {
  const place = useId();
  return (
    <div className="more">
      <button
        type="button"
        className="more-toggle"
        aria-label={t('more_name')}
        aria-expanded={open}
        aria-controls={open ? place : undefined}
        onClick={() => onOpen(!open)}
      >
        <Icon name="chevron" />
        {t('more_title')}
      </button>
      {open ? (
        <div id={place}>
          <MoreFields {...fields} />
        </div>
      ) : null}
    </div>
  );
}
