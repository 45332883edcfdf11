import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import './button.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** Its accessible name, also shown as a tooltip on hover and focus. */
  readonly label: string;
  readonly icon: IconName;
  readonly size?: 'small' | undefined;
  /** Where the tooltip has room; `end` hangs below, lined up with the button's far edge. */
  readonly tipAt?: 'start' | 'end' | 'above' | undefined;
  /** The key that does the same, as `aria-keyshortcuts` writes it ("F2"); shown with the name. */
  readonly shortcut?: string | undefined;
  /** A toggle says whether it is on. */
  readonly pressed?: boolean | undefined;
}

/** A button that is only a drawing. Escape puts its tooltip away (WCAG 1.4.13). */
export function IconButton({
  label,
  icon,
  size,
  tipAt = 'end',
  shortcut,
  pressed,
  className,
  onKeyDown,
  onBlur,
  ...rest
}: IconButtonProps) {
  const [dismissed, setDismissed] = useState(false);
  const keyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === 'Escape') setDismissed(true);
    onKeyDown?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      data-tip={shortcut ? `${label} (${shortcut})` : label}
      data-tip-at={tipAt}
      data-tip-off={dismissed ? '' : undefined}
      className={cx('button', 'button-icon', size && `button-${size}`, className)}
      onKeyDown={keyDown}
      onBlur={(event) => {
        setDismissed(false);
        onBlur?.(event);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
