import type { ComponentProps } from 'react';
import { Field, type FieldTexts } from './Field.tsx';
import { PRIVATE_FIELD } from './private-field.ts';

export interface TextFieldProps
  extends FieldTexts,
    Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'id' | 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day that facts can hold: without it, browsers take years of six digits. */
const LAST_DAY = '9999-12-31';

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
          {...(rest.type === 'date' ? { max: LAST_DAY } : {})}
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
