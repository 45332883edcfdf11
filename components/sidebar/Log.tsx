import { memo, useState } from 'react';
import { editContract } from '@/lib/contract/commands';
import type { ContractRow } from '@/lib/contract/contract';
import { MAX_TEXT } from '@/lib/contract/facts';
import { canEdit, canErase } from '@/lib/contract/who-can';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { ContractCard } from '../card/ContractCard.tsx';
import { ContractThread, canTalkAbout } from '../card/ContractThread.tsx';
import { EraseContract } from '../card/EraseContract.tsx';
import { BesideLines } from '../contract/BesideLines.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { Section } from '../ui/Section.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useUnsent } from '../ui/use-unsent.ts';
import { madeLine, stateOf } from './contract-words.ts';
import { nameOf, useStage } from './stage.ts';

export interface LogProps {
  readonly title: string;
  /** Whose turn it is; theirs come first. */
  readonly turn?: string | null;
  /** Only those made at this meeting, where the others are shown for their reports. */
  readonly only?: 'new';
  /** The meeting is over: what was not told of at it shows as not reported. */
  readonly over?: boolean;
}

/** The contracts of this meeting and those still open: made now first, then the open ones. */
export const Log = memo(function Log({ title, turn = null, only, over = false }: LogProps) {
  const { room, acting } = useStage();
  const { meetingId } = acting.slot;
  const fresh = (contract: ContractRow) => Number(contract.meetingId === meetingId);
  const theirs = (contract: ContractRow) => Number(contract.memberId === turn);
  const shown = room.contracts.filter((contract) => only === undefined || contract.meetingId === meetingId);
  const contracts = shown.toSorted(
    (a, b) => theirs(b) - theirs(a) || fresh(b) - fresh(a) || b.open - a.open || a.madeAt - b.madeAt,
  );
  const open = contracts.filter((contract) => contract.open === 1).length;
  return (
    <Section
      title={title}
      aside={contracts.length > 0 ? t('sidebar_log_count', { open, all: contracts.length }) : undefined}
    >
      {contracts.length === 0 ? <p className="calm-line">{t('sidebar_log_empty')}</p> : null}
      <ul className="plain-list cards" aria-label={t('sidebar_contracts')} hidden={contracts.length === 0}>
        {contracts.map((contract) => (
          <li key={contract.id}>
            <LogItem contract={contract} meetingId={meetingId} over={over} />
          </li>
        ))}
      </ul>
    </Section>
  );
});

interface LogItemProps {
  readonly contract: ContractRow;
  readonly meetingId: string;
  readonly over: boolean;
}

function LogItem({ contract, meetingId, over }: LogItemProps) {
  const stage = useStage();
  const { me, cards, record } = stage;
  const [talking, setTalking] = useState(false);
  const [draft, setDraft] = useUnsent(`correction ${contract.id}`);
  const [erasing, setErasing] = useState(false);
  const save = async () => {
    if (draft === null || draft.trim() === '') return;
    const change = { text: draft, due: contract.due };
    if (
      draft.trim() === contract.text ||
      (await record([editContract(contract, change, me, clock.now())], t('sidebar_edited')))
    )
      setDraft(null);
  };
  const told = contract.reports.at(-1);
  const items: MenuItem[] = [
    ...(canEdit(contract, me)
      ? [{ label: t('sidebar_edit'), icon: 'edit' as const, onSelect: () => setDraft(contract.text) }]
      : []),
    ...(me !== null && canTalkAbout(contract)
      ? [{ label: t('said_title'), icon: 'note' as const, onSelect: () => setTalking(true) }]
      : []),
    ...(canErase(contract, me)
      ? [
          {
            label: t('sidebar_erase'),
            icon: 'trash' as const,
            danger: true,
            onSelect: () => setErasing(true),
          },
        ]
      : []),
  ];
  return (
    <>
      <ContractCard
        member={cards.get(contract.memberId)}
        showName
        text={contract.text}
        state={stateOf(contract, meetingId, over)}
        line={contract.meetingId === meetingId ? undefined : madeLine(contract, clock.now())}
        report={told?.text || undefined}
        onlyMe={contract.isPrivate}
        actions={
          items.length > 0 ? (
            <Menu
              size="small"
              label={t('sidebar_more_for', { what: contract.text.slice(0, 60) })}
              items={items}
            />
          ) : undefined
        }
      >
        {draft === null ? null : (
          <div className="successor">
            <TextArea
              label={t('sidebar_edit_label')}
              value={draft}
              maxLength={MAX_TEXT}
              onChange={setDraft}
              enterSubmits
              onSubmit={() => void save()}
            />
            <div className="row">
              <Button
                variant="primary"
                size="small"
                onClick={() => void save()}
                disabled={draft.trim() === ''}
              >
                {t('sidebar_save')}
              </Button>
              <Button variant="plain" size="small" onClick={() => setDraft(null)}>
                {t('ui_cancel')}
              </Button>
            </div>
          </div>
        )}
        <BesideLines contract={contract} aside={null} />
        <ContractThread
          contract={contract}
          by={me}
          nameOf={(member) => nameOf(stage, member)}
          open={talking}
          onOpen={setTalking}
        />
      </ContractCard>
      {erasing ? <EraseContract contract={contract} by={me} onDone={() => setErasing(false)} /> : null}
    </>
  );
}
