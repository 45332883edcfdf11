import { TextField } from '@/components/ui/TextField';
import { t } from '@/lib/platform/i18n';

/** Shorter ones are guessed, however slowly each guess goes. */
const SHORTEST = 10;

export type PairProblem = 'short' | 'differ';

export const pairProblem = (first: string, second: string): PairProblem | null =>
  first.length < SHORTEST ? 'short' : first === second ? null : 'differ';

export interface PassphrasePairProps {
  readonly labels: readonly [string, string];
  readonly first: string;
  readonly second: string;
  readonly problem: PairProblem | null;
  readonly onFirst: (typed: string) => void;
  readonly onSecond: (typed: string) => void;
}

/** A new passphrase, twice. */
export function PassphrasePair({ labels, first, second, problem, onFirst, onSecond }: PassphrasePairProps) {
  return (
    <div className="settings-pair">
      <TextField
        label={labels[0]}
        type="password"
        autoComplete="new-password"
        hint={t('set_passphrase_hint')}
        problem={problem === 'short' ? t('set_passphrase_short') : undefined}
        value={first}
        onChange={onFirst}
      />
      <TextField
        label={labels[1]}
        type="password"
        autoComplete="new-password"
        problem={problem === 'differ' ? t('set_passphrase_differ') : undefined}
        value={second}
        onChange={onSecond}
      />
    </div>
  );
}
