import type { ComponentProps } from 'react';
import { Field, type FieldTexts } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps<V extends string>
  extends FieldTexts,
    Omit<ComponentProps<'select'>, 'onChange' | 'value' | 'id' | 'children' | 'multiple'> {
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly onChange: (value: V) => void;
}

/** One of several, as the browser's own list (role `combobox`): the least code and the best on every device. */
export function Select<V extends string>({
  label,
  hideLabel,
  hint,
  problem,
  value,
  options,
  onChange,
  className,
  ...rest
}: SelectProps<V>) {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} problem={problem} className={className}>
      {(ids) => (
        <span className="select">
          <select
            {...rest}
            {...ids}
            className="input"
            value={value}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.currentTarget.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      )}
    </Field>
  );
}
