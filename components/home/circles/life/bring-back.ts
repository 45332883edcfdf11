import type { CircleRow } from '@/lib/circle/circle';
import { archiveCircle, closeCircle } from '@/lib/circle/edit';
import type { Draft } from '@/lib/fact/fact';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';

/**
 * What is recorded when a circle comes out of the archive. One that was closed is closed no more: archived again one day,
 * it would say it ended on the old one. @param by the member I am.
 */
export async function bringBackDrafts({ id, closedOn }: CircleRow, by: string | null): Promise<Draft[]> {
  const replacing = (kind: string) => factsOfKind(database(), id, id, [kind]);
  return [
    archiveCircle(id, by, false, await replacing('circle.archived')),
    ...(closedOn ? [closeCircle(id, by, null, await replacing('circle.closed'))] : []),
  ];
}
