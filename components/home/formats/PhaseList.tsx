import { useEffect, useRef } from 'react';
import { minutesText, phaseName } from '@/components/sidebar/phase-words';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { IconButton } from '@/components/ui/IconButton';
import type { Phase } from '@/lib/meeting/format';
import { freeId } from '@/lib/meeting/formats/copy-format';
import { t } from '@/lib/platform/i18n';
import { PhaseFields } from './PhaseFields.tsx';

export interface PhaseListProps {
  readonly phases: readonly Phase[];
  /** `what`: the field that was typed in, '' for a step of its own. */
  readonly onChange: (phases: readonly Phase[], what: string) => void;
}

const MOST_PHASES = 40;

/** "rest", "5 min", "2 min each": how long a phase is, in its line. */
function lengthWords({ minutes, perMember, inAll, seats, groupsOf }: Phase): string {
  if (minutes === 'rest') return t('formats_rest_line');
  const words = minutesText(minutes * 60_000);
  if (!perMember || inAll) return words;
  return t(groupsOf ? 'formats_each_round' : seats ? 'formats_each_of_some' : 'formats_each', {
    minutes: words,
  });
}

/** The phases in order, each opened to be changed, moved or taken out. */
export function PhaseList({ phases, onChange }: PhaseListProps) {
  const list = useRef<HTMLOListElement>(null);
  // After a move or a removal the keyboard goes on at the same phase, or at its place.
  const focusAt = useRef<{ at: number; control: string } | null>(null);
  useEffect(() => {
    const wanted = focusAt.current;
    focusAt.current = null;
    if (!wanted || !list.current) return;
    const item = list.current.children[Math.min(wanted.at, list.current.children.length - 1)];
    const control = item?.querySelector<HTMLElement>(`[data-do=${wanted.control}]:not(:disabled)`);
    (control ?? item?.querySelector<HTMLElement>('summary'))?.focus();
  });

  const move = (at: number, by: 1 | -1) => {
    const phase = phases[at];
    if (!phase) return;
    focusAt.current = { at: at + by, control: by < 0 ? 'up' : 'down' };
    onChange(phases.toSpliced(at, 1).toSpliced(at + by, 0, phase), '');
  };
  const remove = (at: number) => {
    focusAt.current = { at, control: 'out' };
    onChange(phases.toSpliced(at, 1), '');
  };
  const add = () => {
    const fresh: Phase = { id: freeId(phases, 'phase'), kind: 'talk', perMember: false, minutes: 10 };
    focusAt.current = { at: phases.length, control: 'none' };
    onChange([...phases, { ...fresh, title: t('formats_new_phase') }], '');
  };

  return (
    <>
      {phases.length === 0 ? <p className="quiet">{t('formats_no_phases')}</p> : null}
      <ol ref={list} className="plain-list phase-list">
        {phases.map((phase, at) => {
          const name = phaseName(phase);
          return (
            <li key={phase.id} className="phase-item">
              <Disclosure
                title={
                  <span className="phase-line">
                    <span className="phase-name">{name}</span>
                    <span className="quiet">{lengthWords(phase)}</span>
                  </span>
                }
              >
                <PhaseFields
                  phase={phase}
                  restTaken={phases.some((one) => one !== phase && one.minutes === 'rest')}
                  onChange={(next, what) => onChange(phases.with(at, next), what && `${phase.id} ${what}`)}
                />
              </Disclosure>
              <span className="phase-acts">
                <IconButton
                  icon="up"
                  size="small"
                  data-do="up"
                  label={t('formats_up', { name })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <IconButton
                  icon="down"
                  size="small"
                  data-do="down"
                  label={t('formats_down', { name })}
                  disabled={at === phases.length - 1}
                  onClick={() => move(at, 1)}
                />
                <IconButton
                  icon="trash"
                  size="small"
                  data-do="out"
                  label={t('formats_out', { name })}
                  onClick={() => remove(at)}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <Button icon="plus" disabled={phases.length >= MOST_PHASES} onClick={add}>
        {t('formats_add_phase')}
      </Button>
    </>
  );
}
