import type { ComponentProps, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';
import './button.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** One primary on a screen: it says what comes next. `danger` is for what cannot be undone. */
  readonly variant?: 'primary' | 'quiet' | 'plain' | 'danger' | undefined;
  readonly size?: 'small' | undefined;
  /** Takes the whole width it is given. */
  readonly wide?: boolean | undefined;
  /** At work: keeps its name, its size and the focus, and takes no second press. */
  readonly busy?: boolean | undefined;
  /**
   * Takes a double click, and a key that is held down, as one press: for what goes on to another place, where the second click would fall on
   * whatever stands there then. Not for buttons one presses several times, such as "Add a minute".
   */
  readonly once?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ReactNode;
}

/** A button with a word on it. */
export function Button({
  variant = 'quiet',
  size,
  wide,
  busy = false,
  once = false,
  icon,
  className,
  children,
  onClick,
  onKeyDown,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || (once && event.detail > 1)) event.preventDefault();
    else onClick?.(event);
  };
  const key = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (once && event.repeat) event.preventDefault();
    onKeyDown?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { 'aria-busy': true, 'aria-disabled': true } : {})}
      className={cx(
        'button',
        `button-${variant}`,
        size && `button-${size}`,
        wide && 'button-wide',
        className,
      )}
      onClick={press}
      onKeyDown={key}
    >
      {busy ? <Spinner /> : icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}
