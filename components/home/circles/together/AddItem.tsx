import { type FormEvent, type ReactNode, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { useFieldAgain } from '@/components/ui/use-field-again';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { presentMembers } from '@/lib/circle/member';
import { type CommonTopic, MAX_ITEM, sayTogether, type TogetherPart } from '@/lib/circle/together';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { useInlineForm } from '../../contracts/use-inline-form.ts';
import type { CircleView } from '../use-circles.ts';

export interface AddItemProps<P extends TogetherPart> {
  readonly view: CircleView;
  /** What it can be: one, or several to choose from. */
  readonly parts: readonly { readonly value: P; readonly label: string }[];
  readonly label: string;
  readonly hint?: string | undefined;
  readonly topic?: CommonTopic | undefined;
  /** Asks whose it is; else it is mine. */
  readonly asksWhose?: boolean | undefined;
  /** What else is chosen, before the words. */
  readonly children?: ReactNode;
  readonly onDone: () => void;
}

/** A line is added: Enter writes it and waits for the next. */
export function AddItem<P extends TogetherPart>({
  view,
  parts,
  label,
  hint,
  topic,
  asksWhose = false,
  children,
  onDone,
}: AddItemProps<P>) {
  const { circle, members, me } = view;
  const present = presentMembers(members);
  const [part, setPart] = useState<P | undefined>(parts[0]?.value);
  const [whose, setWhose] = useState(me?.id ?? present[0]?.id ?? '');
  const [text, setText] = useState('');
  const { form, again } = useFieldAgain();
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const add = useOneAtATime(async (_event: FormEvent) => {
    if (text.trim() === '' || !part) return;
    const memberId = asksWhose ? whose : (me?.id ?? null);
    const item = { id: newId(), circleId: circle.id, part, memberId, text };
    const one = topic === undefined ? item : { ...item, topic };
    if (await record([sayTogether(one, me?.id ?? null, clock.now())], t('together_added'))) setText('');
    again();
  });
  return (
    <form ref={form} className="edit-box" onSubmit={add} onKeyDown={leave}>
      {parts.length > 1 || asksWhose ? (
        <div className="span-fields">
          {asksWhose ? (
            <Select
              label={t('together_whose')}
              value={whose}
              onChange={setWhose}
              options={present.map((one) => ({
                value: one.id,
                label: one.id === me?.id ? t('milestone_mine', { name: one.name }) : one.name,
              }))}
            />
          ) : null}
          {parts.length > 1 && part ? (
            <Select<P> label={t('together_what')} value={part} onChange={setPart} options={[...parts]} />
          ) : null}
        </div>
      ) : null}
      {children}
      <TextField
        autoFocus
        label={label}
        placeholder={hint}
        maxLength={MAX_ITEM}
        autoComplete="off"
        value={text}
        onChange={setText}
      />
      {problem}
      <div className="edit-actions">
        <Button type="submit" variant="primary" disabled={text.trim() === ''}>
          {t('together_add')}
        </Button>
        <Button onClick={onDone}>{t('circles_done')}</Button>
      </div>
    </form>
  );
}
