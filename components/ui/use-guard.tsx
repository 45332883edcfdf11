import { type MouseEvent, type ReactNode, type RefCallback, useCallback, useRef, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { type InSight, isInOthersPage, judgePress, watchSight } from './in-sight.ts';
import './guard.css';

/** Goes on the button, or on the label of a switch or a choice: whatever must be in sight when it is pressed. */
export interface Guard {
  readonly ref: RefCallback<HTMLElement>;
  readonly onClickCapture: (press: MouseEvent<HTMLElement>) => void;
}

const WORDS = {
  early: () => t('ui_early'),
  unseen: () => t('ui_unseen'),
  unseenChoice: () => t('ui_unseen_choice'),
} as const;

/**
 * Guards what ends something for good, or shows others what was private, against a page around us that wants to win the
 * press by clickjacking (in-sight.ts). A press that its person cannot have seen does nothing but say so, in `refusal`,
 * and takes the focus, so that a key does what was meant. In pages of our own, and by keys, every press counts.
 * @param deed what a press does now: when it changes, whoever looks has to read anew. null: nothing that weighs.
 */
export function useGuard(deed: string | null): { readonly guard: Guard; readonly refusal: ReactNode } {
  const sight = useRef<InSight>(null);
  const [refused, setRefused] = useState<{ deed: string; why: keyof typeof WORDS } | null>(null);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      sight.current = null;
      if (!element || deed === null || !isInOthersPage()) return;
      return watchSight(element, (seen) => {
        sight.current = seen;
      });
    },
    [deed],
  );
  const onClickCapture = (press: MouseEvent<HTMLElement>) => {
    if (deed === null || !isInOthersPage()) return;
    const judged = judgePress(sight.current, press);
    // Not while the press is on its way: what is drawn anew then would take a switch's change back.
    const tell = (why: keyof typeof WORDS | null) => setTimeout(() => setRefused(why && { deed, why }));
    if (judged === 'counts') return void (refused && tell(null));
    press.preventDefault();
    press.stopPropagation();
    const label = press.target instanceof Element ? press.target.closest('label') : null;
    const choice = label?.querySelector('input');
    // Scrolls it out from under the foot of the page or a toast, too.
    (choice ?? press.currentTarget).focus();
    // The second click of a double click was for what stood there before: nothing to be told of.
    if (judged === 'early' && press.detail > 1) return;
    if (judged === 'early' || isPartlyUnder(press.currentTarget)) tell('early');
    else tell(choice ? 'unseenChoice' : 'unseen');
  };
  return {
    guard: { ref, onClickCapture },
    refusal:
      refused && refused.deed === deed ? (
        <p role="alert" className="refusal" ref={show}>
          {WORDS[refused.why]()}
        </p>
      ) : null,
  };
}

/** Whether something of our own lies over a part of it, or the window ends there: the page around us has no hand in that. */
function isPartlyUnder(element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return [left + 3, right - 3].some((x) =>
    [top + 3, bottom - 3].some((y) => {
      const found = document.elementFromPoint(x, y);
      return !found || !(element.contains(found) || found.contains(element));
    }),
  );
}

const show = (words: HTMLElement | null) => words?.scrollIntoView({ block: 'nearest' });
