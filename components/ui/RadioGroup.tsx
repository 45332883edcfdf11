import { useId } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import { useGuard } from './use-guard.tsx';
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
  /** Choosing weighs: what it does (use-guard.tsx). */
  readonly deed?: string | undefined;
}

/** A row of pills to choose one from: native radio buttons, so arrow keys and names come from the browser. */
export function RadioGroup<V extends string>({
  label,
  labelledBy,
  value,
  options,
  onChange,
  className,
  deed,
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
        <Radio
          key={option.value}
          option={option}
          name={name}
          checked={option.value === value}
          onChoose={() => onChange(option.value)}
          deed={deed}
        />
      ))}
    </div>
  );
}

interface RadioProps {
  readonly option: RadioOption<string>;
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly deed: string | undefined;
}

function Radio({ option, name, checked, onChoose, deed }: RadioProps) {
  const { guard, refusal } = useGuard(deed ?? null);
  return (
    <>
      <label className="radio" data-tone={option.tone} {...guard}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={checked}
          disabled={option.disabled}
          onChange={onChoose}
        />
        {option.icon ? <Icon name={option.icon} /> : null}
        {option.label}
      </label>
      {refusal}
    </>
  );
}
