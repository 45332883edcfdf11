import { useLiveQuery } from 'dexie-react-hooks';
import { useId, useState } from 'react';
import type { ContractRow } from '@/lib/contract/contract';
import { t } from '@/lib/platform/i18n';
import { contractChain } from '@/lib/store/contracts';
import { database } from '@/lib/store/database';
import { dateWords, dayOf } from '../home/circles/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import './beside.css';
import './more-fields.css';

/** Whether a contract was renegotiated, or came of one that was. */
export const hasChain = ({ follows, outcome }: Pick<ContractRow, 'follows' | 'outcome'>): boolean =>
  follows !== null || outcome === 'renegotiated';

/** How a contract came to be what it is: from what it was renegotiated, and into what. Read when it is opened. */
export function Chain({ contract, now }: { readonly contract: ContractRow; readonly now: number }) {
  const [open, setOpen] = useState(false);
  const place = useId();
  return (
    <div>
      <button
        type="button"
        className="more-toggle"
        aria-expanded={open}
        aria-controls={open ? place : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" />
        {t('chain_title')}
      </button>
      {open ? (
        <div id={place}>
          <Links contract={contract} now={now} />
        </div>
      ) : null}
    </div>
  );
}

function Links({ contract, now }: { readonly contract: ContractRow; readonly now: number }) {
  const { id, circleId, isPrivate, follows, outcome } = contract;
  const chain = useLiveQuery(
    () => contractChain(database(), { id, circleId, isPrivate }),
    [id, circleId, isPrivate, follows, outcome],
  );
  // No list: every item of the list around it is a contract.
  return (
    <div className="chain">
      {chain?.map((one) => (
        <p key={one.id} data-now={one.id === id ? '' : undefined}>
          <span className="chain-when">{dateWords(dayOf(one.madeAt), now, 'short')}</span> {one.text}
          {one.due ? (
            <span className="chain-when">
              {' '}
              · {t('card_until', { date: dateWords(Temporal.PlainDate.from(one.due), now, 'short') })}
            </span>
          ) : null}
        </p>
      ))}
    </div>
  );
}
