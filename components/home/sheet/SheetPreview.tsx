import { OutcomePill } from '@/components/card/OutcomePill';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import type { SheetContract } from '@/lib/sheet/sheet-contracts';
import { dateWords } from '../circles/dates.ts';

/** Enough to see whether it was understood. */
const SHOWN = 6;
const words = (day: string): string => dateWords(Temporal.PlainDate.from(day), clock.now());

/** The first contracts as they will stand in the log. */
export function SheetPreview({ contracts }: { readonly contracts: readonly SheetContract[] }) {
  if (contracts.length === 0) return null;
  return (
    <>
      <ul className="plain-list sheet-preview">
        {contracts.slice(0, SHOWN).map(({ line, name, made, due, text, outcome, report }) => (
          <li key={line}>
            <p className="quiet">
              {[name, words(made), due && t('out_md_until', { date: words(due) })]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="sheet-text">
              <span>{text}</span>
              <OutcomePill state={outcome ?? 'notReported'} />
            </p>
            {report ? <p className="quiet">{report}</p> : null}
          </li>
        ))}
      </ul>
      {contracts.length > SHOWN ? (
        <p className="quiet">{tn('sheet_preview_rest', contracts.length - SHOWN)}</p>
      ) : null}
    </>
  );
}
