import { type ComponentProps, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { Field, type FieldTexts } from './Field.tsx';

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

/** Text of any length: grows with its words up to 16 rem, then scrolls. */
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
  ...rest
}: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);

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
    <Field label={label} hideLabel={hideLabel} hint={hint} problem={problem} className={className}>
      {(ids) => (
        <textarea
          {...rest}
          {...ids}
          ref={area}
          rows={rows}
          className="input"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={keyDown}
        />
      )}
    </Field>
  );
}
