import { useLiveQuery } from 'dexie-react-hooks';
import { useToast } from '@/components/ui/ToastProvider';
import { presentDevices } from '@/lib/circle/rights';
import type { ContractRow } from '@/lib/contract/contract';
import { sharePrivate } from '@/lib/contract/private-copy';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { listFormat } from '@/lib/platform/intl';
import { database } from '@/lib/store/database';
import { withdrawal } from '@/lib/store/share-contract';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useRecord } from './use-record.tsx';

export interface ShareContractProps {
  readonly contract: ContractRow;
  /** The member I am. */
  readonly by: string;
  readonly nameOf: (member: string) => string;
  readonly onDone: () => void;
}

/** Asks, saying who will see it, and then shares a private contract with its circle. */
export function ShareContract({ contract, by, nameOf, onDone }: ShareContractProps) {
  const { record, problem } = useRecord();
  const rights = useLiveQuery(() => database().rights.get(contract.circleId), [contract.circleId]);
  const others = new Set(rights ? presentDevices(rights).map((one) => one.member) : []);
  others.delete(by);
  const names = listFormat().format([...others].map(nameOf));
  const share = async () => {
    const aside = (await database().asides.get(contract.id)) ?? null;
    const drafts = sharePrivate(contract, newId(), by, clock.now(), aside);
    // Only undone, its words would stay in everybody's log, and no page would offer to erase them.
    if (await record(drafts, t('open_shared'), () => withdrawal(database(), contract))) onDone();
  };
  return (
    <ConfirmDialog
      open
      title={t('open_share_title')}
      confirm={t('open_share_do')}
      onConfirm={() => void share()}
      onCancel={onDone}
    >
      <p className="erase-words">{contract.text}</p>
      <p>{others.size > 0 ? t('open_share_words', { names }) : t('open_share_nobody')}</p>
      {problem}
    </ConfirmDialog>
  );
}

/** Asks, and then takes the copy of a private contract back from the circle. */
export function WithdrawContract({ contract, onDone }: Pick<ShareContractProps, 'contract' | 'onDone'>) {
  const { record, problem } = useRecord();
  const toast = useToast();
  const withdraw = async () => {
    const { source, circleId } = contract;
    const drafts = source === undefined ? [] : await withdrawal(database(), { id: source, circleId });
    if (!(await record(drafts))) return;
    toast({ text: t('open_withdrawn') });
    onDone();
  };
  return (
    <ConfirmDialog
      open
      title={t('open_stop_title')}
      confirm={t('open_stop_do')}
      onConfirm={() => void withdraw()}
      onCancel={onDone}
    >
      <p className="erase-words">{contract.text}</p>
      <p>{t('open_stop_words')}</p>
      {problem}
    </ConfirmDialog>
  );
}
