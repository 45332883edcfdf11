import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import './field.css';

export interface FieldTexts {
  readonly label: string;
  /** Keeps the label for assistive technology only, where the place already says it. */
  readonly hideLabel?: boolean | undefined;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; read out with the field. */
  readonly problem?: string | undefined;
}

export interface FieldIds {
  readonly id: string;
  readonly 'aria-label': string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label, a control, and what is said about it, tied together for assistive technology. */
export function Field({
  label,
  hideLabel,
  hint,
  problem,
  className,
  children,
}: FieldTexts & {
  readonly className?: string | undefined;
  readonly children: (ids: FieldIds) => ReactNode;
}) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={cx('field', className)}>
      {/* As a text of its own a hidden label would be read before the control and again with it. */}
      {hideLabel ? null : (
        <label htmlFor={id} className="field-label">
          {label}
        </label>
      )}
      {children({
        id,
        'aria-label': hideLabel ? label : undefined,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {hint ? (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      ) : null}
      {problem ? (
        <span id={`${id}-problem`} className="field-problem">
          {problem}
        </span>
      ) : null}
    </div>
  );
}
