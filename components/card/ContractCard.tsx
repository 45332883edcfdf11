import { type ReactNode, useId } from 'react';
import { t } from '@/lib/platform/i18n';
import { Avatar } from '../ui/Avatar.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { LongText } from '../ui/LongText.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { OutcomePill } from './OutcomePill.tsx';
import type { ContractState } from './outcome-look.ts';
import './contract-card.css';

export interface CardMember {
  readonly name: string;
  readonly initials: string;
  /** 0 … 11, see ring/seat-look.ts. */
  readonly hue: number;
}

export interface ContractCardProps {
  /** Whose it is; left out where the whole list is one member's. */
  readonly member?: CardMember | undefined;
  /** Shows the member's name in words too (the log), not only on the avatar. */
  readonly showName?: boolean | undefined;
  /** The person's own words. */
  readonly text: string;
  /** Left out while a report is being given below. */
  readonly state?: ContractState | undefined;
  /** When it comes back, see until-line.ts. */
  readonly line?: string | undefined;
  /** What the person said about it. */
  readonly report?: string | undefined;
  /** In one's own log, nobody else sees it. */
  readonly onlyMe?: boolean | undefined;
  /** Makes the card a group named by the contract's text, for cards that hold controls. */
  readonly group?: boolean | undefined;
  /** A menu or a button at the end of the first line. */
  readonly actions?: ReactNode;
  /** Radios, a report field, buttons: under the words, in their full width. */
  readonly children?: ReactNode;
}

/** One contract. Stands in a list item of the caller's list. */
export function ContractCard(props: ContractCardProps) {
  const { member, showName, text, state, line, report, onlyMe, group, actions, children } = props;
  const id = useId();
  const named = group ? { role: 'group', 'aria-labelledby': id } : {};
  return (
    <div className={cx('contract', !member && 'contract-alone')} {...named}>
      {member ? (
        <Avatar initials={member.initials} hue={member.hue} name={showName ? undefined : member.name} />
      ) : null}
      <div className="contract-main">
        {member && showName ? <p className="contract-name">{member.name}</p> : null}
        <div className="contract-top">
          <p className="contract-text">
            {onlyMe ? (
              <span title={t('card_private')}>
                <Icon name="lock" />
                <VisuallyHidden>{t('card_private')} </VisuallyHidden>
              </span>
            ) : null}
            <LongText id={id} text={text} />
          </p>
          {state || actions ? (
            <span className="contract-end">
              {state ? <OutcomePill state={state} /> : null}
              {actions}
            </span>
          ) : null}
        </div>
        {report ? (
          <p className="contract-report">
            <LongText text={report} />
          </p>
        ) : null}
        {line ? <p className="contract-line">{line}</p> : null}
        {children ? <div className="contract-extra">{children}</div> : null}
      </div>
    </div>
  );
}
