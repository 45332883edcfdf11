import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import type { Guard } from './use-guard.tsx';
import './field.css';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'onChange' | 'checked' | 'type'> {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Its name; may hold more than words, as long as the words say it. */
  readonly children: ReactNode;
  /** Ticking or unticking it weighs (use-guard.tsx). */
  readonly guard?: Guard | undefined;
}

/** Yes or no. */
export function Checkbox({ checked, onChange, children, className, guard, ...rest }: CheckboxProps) {
  return (
    <label className={cx('checkbox', className)} {...guard}>
      <input
        {...rest}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
