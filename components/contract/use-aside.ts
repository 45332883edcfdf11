import { useLiveQuery } from 'dexie-react-hooks';
import type { AsideRow } from '@/lib/contract/aside';
import type { ContractRow } from '@/lib/contract/contract';
import { database } from '@/lib/store/database';

/** What I keep beside a contract; null where there is nothing, while it is read, or where the contract is not mine. */
export function useAside(
  { id, memberId }: Pick<ContractRow, 'id' | 'memberId'>,
  me: string | null,
): AsideRow | null {
  const isMine = me !== null && memberId === me;
  return useLiveQuery(() => (isMine ? database().asides.get(id) : undefined), [id, isMine]) ?? null;
}
