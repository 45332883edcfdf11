import { ENOUGH_OPEN } from '@/lib/contract/write-contract';
import { tn } from '@/lib/platform/i18n';

/** A kind word for whoever has much open already; nothing is kept back. */
export function EnoughOpen({ open }: { readonly open: number }) {
  return open < ENOUGH_OPEN ? null : <p className="more-enough">{tn('more_enough', open)}</p>;
}
