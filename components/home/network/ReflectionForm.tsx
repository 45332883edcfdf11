import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { TextArea } from '@/components/ui/TextArea';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { KINDNESSES, type Kindness, MAX_REFLECTION } from '@/lib/network/facts';
import { isEmpty, type Reflection, type ReflectionRow, writeReflection } from '@/lib/network/reflection';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { KINDNESS_KEYS } from './tie-words.ts';

const NOTHING: Reflection = { whom: '', shown: [], could: [], toWhom: '', hinders: '', roundIt: '' };

/** The questions, one under the other; each may stay open. */
export function ReflectionForm({
  id,
  before,
  onDone,
}: {
  readonly id: string;
  readonly before: ReflectionRow | null;
  readonly onDone: () => void;
}) {
  const { record, problem } = useRecord();
  const [said, setSaid] = useState<Reflection>(before ?? NOTHING);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const save = useOneAtATime(async (_event: FormEvent) => {
    if (isEmpty(said)) return;
    if (await record([writeReflection(id, said, before, clock.now())], t('reflect_said'))) onDone();
  });
  const words = (part: 'whom' | 'toWhom' | 'hinders' | 'roundIt', label: string, hint?: string) => (
    <TextArea
      label={label}
      hint={hint}
      rows={2}
      value={said[part]}
      maxLength={MAX_REFLECTION}
      onChange={(text) => setSaid({ ...said, [part]: text })}
    />
  );
  const ticks = (part: 'shown' | 'could', label: string) => (
    <fieldset className="plain-fieldset kindnesses">
      <legend className="field-label">{label}</legend>
      {KINDNESSES.map((one) => (
        <Checkbox
          key={one}
          checked={said[part].includes(one)}
          onChange={(on) => setSaid({ ...said, [part]: ticked(said[part], one, on) })}
        >
          {t(KINDNESS_KEYS[one])}
        </Checkbox>
      ))}
    </fieldset>
  );
  return (
    <form ref={form} className="edit-box" aria-label={t('reflect_title')} onSubmit={save}>
      {words('whom', t('reflect_whom'), t('reflect_whom_hint'))}
      {ticks('shown', t('reflect_shown'))}
      {ticks('could', t('reflect_could'))}
      {words('toWhom', t('reflect_to_whom'))}
      {words('hinders', t('reflect_hinders'))}
      {words('roundIt', t('reflect_round_it'))}
      <div className="edit-actions">
        <Button type="submit" variant="primary" disabled={isEmpty(said)}>
          {t('reflect_keep')}
        </Button>
        <Button variant="plain" onClick={onDone}>
          {t('ui_cancel')}
        </Button>
      </div>
      {problem}
    </form>
  );
}

const ticked = (all: readonly Kindness[], one: Kindness, on: boolean): readonly Kindness[] =>
  on ? [...all, one] : all.filter((other) => other !== one);
