import type { ComponentProps } from 'react';
import { Field, type FieldTexts } from './Field.tsx';
import { PRIVATE_FIELD } from './private-field.ts';

export interface TextFieldProps
  extends FieldTexts,
    Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'id' | 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The last days that facts can hold: without them, browsers take years of six digits. */
const LAST: Readonly<Record<string, string>> = { date: '9999-12-31', 'datetime-local': '9999-12-31T23:59' };

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  hint,
  problem,
  value,
  onChange,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} problem={problem} className={className}>
      {(ids) => (
        <input
          type="text"
          {...PRIVATE_FIELD}
          max={LAST[rest.type ?? '']}
          {...rest}
          {...ids}
          className="input"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
