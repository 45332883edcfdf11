import { minutesText } from '@/components/sidebar/phase-words';
import { Section } from '@/components/ui/Section';
import type { Format } from '@/lib/meeting/format';
import { type Preview, previewFormat } from '@/lib/meeting/formats/check-format';
import { t, tn } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';
import { FormatBar } from './FormatBar.tsx';

/** The numbers of members every format is tried with, and those of its own that are not among them. */
const USUAL = [4, 5, 6, 7, 8, 9];

function numbersFor({ people }: Format): number[] {
  const own = people && people.to >= people.from && people.to <= 12 ? [people.from, people.to] : [];
  return [...new Set([...own, ...USUAL])].sort((a, b) => a - b);
}

/** Whether it fits its time: half a minute is nothing to speak of. */
function fitWords({ overMs, totalMs }: Preview, lengthMs: number): string {
  if (overMs >= 30_000) return t('formats_over', { minutes: minutesText(overMs) });
  const spareMs = lengthMs - totalMs;
  return spareMs >= 30_000 ? t('formats_spare', { minutes: minutesText(spareMs) }) : t('formats_fits');
}

const turnWords = ({ turnMs }: Preview): string =>
  turnMs > 0 ? t('formats_turns_of', { minutes: minutesText(turnMs) }) : t('formats_no_turns');

const membersWords = (n: number): string => tn('formats_members', n, { count: numberFormat().format(n) });

/** What the format gives for so many members, in one line. */
export function previewLine(format: Format, n: number): string {
  const preview = previewFormat(format, n);
  return [membersWords(n), turnWords(preview), fitWords(preview, format.lengthMin * 60_000)].join(' · ');
}

/** What the format gives for each number of members, as it stands now. */
export function FormatPreview({ format }: { readonly format: Format }) {
  const lengthMs = format.lengthMin * 60_000;
  return (
    <Section title={t('formats_preview')}>
      <ul className="plain-list format-previews" aria-label={t('formats_preview')}>
        {numbersFor(format).map((n) => {
          const preview = previewFormat(format, n);
          const isOver = preview.overMs >= 30_000;
          return (
            <li key={n} data-over={isOver ? '' : undefined}>
              <span className="format-n">{membersWords(n)}</span>
              <FormatBar format={format} preview={preview} />
              <span>
                {turnWords(preview)}
                {' · '}
                <span className="format-fit">{fitWords(preview, lengthMs)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
