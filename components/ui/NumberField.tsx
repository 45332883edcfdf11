import type { ComponentProps } from 'react';
import { Field, type FieldTexts } from './Field.tsx';

export interface NumberFieldProps
  extends FieldTexts,
    Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'id' | 'children' | 'type'> {
  /** `undefined` = left empty. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  /** A word after the number ("min"). Decoration: say it in the label too. */
  readonly unit?: string | undefined;
}

/** A number, as the browser's own spin button: arrow keys count, `min`, `max` and `step` hold. */
export function NumberField({
  label,
  hideLabel,
  hint,
  problem,
  value,
  onChange,
  unit,
  className,
  ...rest
}: NumberFieldProps) {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} problem={problem} className={className}>
      {(ids) => (
        <span className="number">
          <input
            inputMode="numeric"
            {...rest}
            {...ids}
            type="number"
            className="input"
            value={value ?? ''}
            onChange={(event) => {
              const next = event.currentTarget.valueAsNumber;
              onChange(Number.isNaN(next) ? undefined : next);
            }}
          />
          {unit ? (
            <span className="number-unit" aria-hidden="true">
              {unit}
            </span>
          ) : null}
        </span>
      )}
    </Field>
  );
}
