import { type FormEvent, useEffect, useId, useState } from 'react';
import { useFieldAgain } from '@/components/ui/use-field-again';
import type { ContractRow } from '@/lib/contract/contract';
import { MAX_TEXT } from '@/lib/contract/facts';
import { eraseSaid, type Said, sayAbout } from '@/lib/contract/thread';
import { isSpaceId } from '@/lib/fact/space';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LongText } from '../ui/LongText.tsx';
import { Menu } from '../ui/Menu.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useOneAtATime } from '../ui/use-one-at-a-time.ts';
import { useRecord } from './use-record.tsx';
import './contract-thread.css';

export interface ContractThreadProps {
  readonly contract: ContractRow;
  /** The member I am. */
  readonly by: string | null;
  readonly nameOf: (member: string | null) => string;
  /** Open, with the field for a word of one's own; otherwise only how much was said, if anything. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Whether there is anybody to say something to: in a circle that is shared, not about what only I see. */
export const canTalkAbout = (contract: Pick<ContractRow, 'isPrivate' | 'circleId'>): boolean =>
  !contract.isPrivate && isSpaceId(contract.circleId);

/** What members say about a contract between meetings. One quiet line until it is opened. */
export function ContractThread({ contract, by, nameOf, open, onOpen }: ContractThreadProps) {
  const said = contract.thread ?? [];
  const place = useId();
  if (said.length === 0 && !open) return null;
  return (
    <div className="said">
      <button
        type="button"
        className="said-toggle"
        aria-expanded={open}
        aria-controls={open ? place : undefined}
        onClick={() => onOpen(!open)}
      >
        <Icon name="note" /> {said.length > 0 ? tn('said_count', said.length) : t('said_title')}
      </button>
      {open ? (
        <div id={place} className="said-body">
          {said.map((one) => (
            <Message key={one.facts[0]} contract={contract} one={one} by={by} nameOf={nameOf} />
          ))}
          {by !== null && canTalkAbout(contract) ? (
            <Say contract={contract} by={by} onClose={() => onOpen(false)} />
          ) : (
            <p className="said-note">{t('said_only_you')}</p>
          )}
        </div>
      ) : null}
    </div>
  );
}

interface MessageProps extends Pick<ContractThreadProps, 'contract' | 'by' | 'nameOf'> {
  readonly one: Said;
}

function Message({ contract, one, by, nameOf }: MessageProps) {
  const [doing, setDoing] = useState<'edit' | 'erase' | null>(null);
  const { record, problem } = useRecord();
  const isMine = one.member !== null && one.member === by;
  const close = () => setDoing(null);
  const erase = async () => {
    if (await record([eraseSaid(contract, one, by)])) close();
  };
  if (doing === 'edit' && by !== null)
    return <Say contract={contract} by={by} before={one} onClose={close} onSaid={close} />;
  return (
    <div className="said-one">
      <p className="said-who">
        <strong>{nameOf(one.member)}</strong> {whenSaid(one)}
      </p>
      <p className="said-words">
        <LongText text={one.text} />
      </p>
      {isMine ? (
        <span className="said-menu">
          <Menu
            size="small"
            label={t('said_more', { text: one.text.slice(0, 40) })}
            items={[
              { label: t('said_edit'), icon: 'edit', onSelect: () => setDoing('edit') },
              { label: t('said_erase'), icon: 'trash', danger: true, onSelect: () => setDoing('erase') },
            ]}
          />
        </span>
      ) : null}
      <ConfirmDialog
        open={doing === 'erase'}
        danger
        title={t('said_erase_title')}
        confirm={t('said_erase')}
        onConfirm={() => void erase()}
        onCancel={close}
      >
        <p>{t('said_erase_words')}</p>
        {problem}
      </ConfirmDialog>
    </div>
  );
}

interface SayProps {
  readonly contract: ContractRow;
  readonly by: string;
  /** What is said in other words. */
  readonly before?: Said;
  readonly onClose: () => void;
  /** Default: the field stands empty for the next word. */
  readonly onSaid?: () => void;
}

function Say({ contract, by, before, onClose, onSaid }: SayProps) {
  const [text, setText] = useState(before?.text ?? '');
  const { record, problem } = useRecord();
  const { form, again } = useFieldAgain();
  useEffect(again, [again]);
  const save = useOneAtATime(async (_event?: FormEvent) => {
    if (text.trim() === '') return;
    if (!before || before.text !== text.trim())
      if (!(await record([sayAbout(contract, text, by, clock.now(), before)]))) return;
    setText('');
    again();
    onSaid?.();
  });
  return (
    <form
      ref={form}
      className="said-form"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextArea
        label={t(before ? 'said_edit_label' : 'said_title')}
        hint={t('said_agreement')}
        maxLength={MAX_TEXT}
        value={text}
        onChange={setText}
        onSubmit={() => void save()}
        enterSubmits
      />
      {problem}
      <div className="said-acts">
        <Button type="submit" size="small" variant="primary" disabled={text.trim() === ''}>
          {t(before ? 'said_save' : 'said_send')}
        </Button>
        <Button size="small" variant="plain" onClick={onClose}>
          {t(before ? 'ui_cancel' : 'said_close')}
        </Button>
      </div>
    </form>
  );
}

function whenSaid({ at, isEdited }: Said): string {
  const when = dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(at);
  return isEdited ? t('said_when_edited', { when }) : when;
}
