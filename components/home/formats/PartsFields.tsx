import { partName, phasePrompt } from '@/components/sidebar/phase-words';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { NumberField } from '@/components/ui/NumberField';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import type { Part, Phase } from '@/lib/meeting/format';
import { freeId } from '@/lib/meeting/formats/copy-format';
import { t } from '@/lib/platform/i18n';

export interface PartsFieldsProps {
  readonly phase: Phase;
  readonly onChange: (phase: Phase, what: string) => void;
}

const MOST_PARTS = 12;

/** What repeats in each turn of a phase: its parts, each with a name, minutes and a question. */
export function PartsFields({ phase, onChange }: PartsFieldsProps) {
  const parts = phase.parts ?? [];
  const set = (next: readonly Part[], what: string) => {
    const { parts: _, inAll: __, ...rest } = phase;
    onChange(next.length > 0 ? { ...rest, parts: [...next] } : rest, what);
  };
  const change = (at: number, part: Part, what: string) => set(parts.with(at, part), `${part.id} ${what}`);
  return (
    <fieldset className="plain-fieldset format-wide parts">
      <legend>{t('formats_parts')}</legend>
      <p className="quiet">{t('formats_parts_hint')}</p>
      {parts.map((part, at) => {
        const name = partName(part);
        const { title: _, ...untitled } = part;
        const { prompt: __, ...unasked } = part;
        return (
          <fieldset key={part.id} className="plain-fieldset part-row" aria-label={name}>
            <TextField
              label={t('formats_part_name')}
              maxLength={200}
              value={part.title ?? ''}
              placeholder={partName({ words: part.words })}
              onChange={(title) => change(at, title === '' ? untitled : { ...part, title }, 'title')}
            />
            <NumberField
              label={t('formats_minutes')}
              min={0.5}
              max={720}
              step="any"
              value={part.minutes === 0 ? undefined : part.minutes}
              onChange={(minutes) =>
                change(at, { ...part, minutes: Math.min(720, Math.max(0, minutes ?? 0)) }, 'minutes')
              }
              problem={part.minutes === 0 ? t('formats_problem_minutes') : undefined}
            />
            <IconButton
              icon="trash"
              size="small"
              label={t('formats_part_out', { name })}
              onClick={() => set(parts.toSpliced(at, 1), '')}
            />
            <TextArea
              className="format-wide"
              label={t('formats_phase_prompt')}
              maxLength={1000}
              value={part.prompt ?? ''}
              placeholder={phasePrompt({ kind: phase.kind, words: phase.words }, { words: part.words })}
              onChange={(prompt) => change(at, prompt === '' ? unasked : { ...part, prompt }, 'prompt')}
            />
          </fieldset>
        );
      })}
      <Button
        size="small"
        icon="plus"
        disabled={parts.length >= MOST_PARTS}
        onClick={() =>
          set([...parts, { id: freeId(parts, 'part'), title: t('formats_new_part'), minutes: 2 }], '')
        }
      >
        {t('formats_add_part')}
      </Button>
    </fieldset>
  );
}
