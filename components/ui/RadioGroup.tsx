import { useId } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import './radio-group.css';
import './tone.css';

export type Tone = 'accent' | 'neutral' | 'kept' | 'partly' | 'soon' | 'over';

export interface RadioOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly tone?: Tone | undefined;
  readonly disabled?: boolean | undefined;
}

export interface RadioGroupProps<V extends string> {
  /** The name of the group, for assistive technology; or `labelledBy`, the id of what names it on the screen. */
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  /** `undefined` = nothing chosen yet. */
  readonly value: V | undefined;
  readonly options: readonly RadioOption<V>[];
  readonly onChange: (value: V) => void;
  readonly className?: string | undefined;
}

/** A row of pills to choose one from: native radio buttons, so arrow keys and names come from the browser. */
export function RadioGroup<V extends string>({
  label,
  labelledBy,
  value,
  options,
  onChange,
  className,
}: RadioGroupProps<V>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-labelledby={labelledBy}
      className={cx('radios', className)}
    >
      {options.map((option) => (
        <label key={option.value} className="radio" data-tone={option.tone}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.icon ? <Icon name={option.icon} /> : null}
          {option.label}
        </label>
      ))}
    </div>
  );
}
