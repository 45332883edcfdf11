import { type ComponentProps, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { t } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';
import { Field, type FieldTexts } from './Field.tsx';
import { PRIVATE_FIELD } from './private-field.ts';

export interface TextAreaProps
  extends FieldTexts,
    Omit<ComponentProps<'textarea'>, 'onChange' | 'onSubmit' | 'value' | 'id' | 'children' | 'ref'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Ctrl+Enter or Cmd+Enter; where absent those keys do nothing. */
  readonly onSubmit?: (() => void) | undefined;
  /** Plain Enter submits too and Shift+Enter makes a line, for fields that usually hold one sentence. */
  readonly enterSubmits?: boolean | undefined;
}

/**
 * Text of any length: grows with its words up to 16 rem, then scrolls. With `maxLength` the browser cuts off what is
 * pasted beyond it without a word, so the field says so.
 */
export function TextArea({
  label,
  hideLabel,
  hint,
  problem,
  value,
  onChange,
  onSubmit,
  enterSubmits = false,
  className,
  rows = 1,
  onKeyDown,
  maxLength,
  ...rest
}: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const full =
    maxLength !== undefined && value.length >= maxLength
      ? t('ui_full', { most: numberFormat().format(maxLength) })
      : undefined;

  // Where the browser cannot size a field by its content yet (Firefox 140).
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = value === '' ? '' : `${element.scrollHeight + 2}px`;
  }, [value]);

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event);
    // A key that ends an input method's word is not a command.
    if (!onSubmit || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || (enterSubmits && !event.shiftKey)) {
      event.preventDefault();
      onSubmit();
    }
  };

  return (
    <Field label={label} hideLabel={hideLabel} hint={full ?? hint} problem={problem} className={className}>
      {(ids) => (
        <textarea
          {...PRIVATE_FIELD}
          {...rest}
          {...ids}
          ref={area}
          rows={rows}
          maxLength={maxLength}
          className="input"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={keyDown}
        />
      )}
    </Field>
  );
}
