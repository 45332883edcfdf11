import { type FormEvent, type ReactNode, useState } from 'react';
import { EraseDialog } from '@/components/card/EraseDialog';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { TextField } from '@/components/ui/TextField';
import { editTogether, MAX_ITEM, type TogetherRow } from '@/lib/circle/together';
import { isSpaceId } from '@/lib/fact/space';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { erasureOf } from '@/lib/store/erasures';
import { useInlineForm } from '../../contracts/use-inline-form.ts';

export interface ItemProps {
  readonly row: TogetherRow;
  /** The member I am. */
  readonly by: string | null;
  /** What stands below the words. */
  readonly children?: ReactNode;
  /** What else can be done about it. */
  readonly more?: readonly MenuItem[] | undefined;
}

/** One line that a member told, with what can be done about it. */
export function Item({ row, by, children, more = [] }: ItemProps) {
  const [doing, setDoing] = useState<'edit' | 'erase' | null>(null);
  const close = () => setDoing(null);
  // In a shared circle its member, and who wrote it down for them.
  const isOurs = !isSpaceId(row.circleId) || (by !== null && [row.memberId, row.writtenBy].includes(by));
  const items: MenuItem[] = [
    ...more,
    ...(isOurs
      ? [
          { label: t('together_edit'), icon: 'edit' as const, onSelect: () => setDoing('edit') },
          {
            label: t('together_erase'),
            icon: 'trash' as const,
            danger: true,
            onSelect: () => setDoing('erase'),
          },
        ]
      : []),
  ];
  if (doing === 'edit') return <EditItem row={row} by={by} onDone={close} />;
  return (
    <>
      <div className="together-item">
        <span className="together-words">{row.text}</span>
        {items.length > 0 ? (
          <Menu size="small" label={t('together_more', { what: row.text.slice(0, 60) })} items={items} />
        ) : null}
      </div>
      {children}
      {doing === 'erase' ? <EraseItem row={row} by={by} onDone={close} /> : null}
    </>
  );
}

interface DoingProps {
  readonly row: TogetherRow;
  readonly by: string | null;
  readonly onDone: () => void;
}

function EditItem({ row, by, onDone }: DoingProps) {
  const [text, setText] = useState(row.text);
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    if (text.trim() === row.text) return onDone();
    if (await record([editTogether(row, text, by, clock.now())], t('together_saved'))) onDone();
  };
  return (
    <form className="one-line" onSubmit={save} onKeyDown={leave}>
      <TextField
        autoFocus
        label={t('together_words')}
        maxLength={MAX_ITEM}
        autoComplete="off"
        value={text}
        onChange={setText}
      />
      <Button type="submit" variant="primary" disabled={text.trim() === ''}>
        {t('circles_save')}
      </Button>
      <Button onClick={onDone}>{t('ui_cancel')}</Button>
      {problem}
    </form>
  );
}

function EraseItem({ row, by, onDone }: DoingProps) {
  return (
    <EraseDialog
      title={t('together_erase_title')}
      words={row.text}
      erasure={() => erasureOf(database(), row.circleId, row.id, by)}
      onDone={onDone}
    />
  );
}
