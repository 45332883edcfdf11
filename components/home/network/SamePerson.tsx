import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { ME } from '@/lib/fact/fact';
import { keepApart, mergeTies, type SameAddress, sameAddress } from '@/lib/network/merge';
import { type TieRow, tieEntity } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';

/** Asks whether two ties with one address are one person. */
export function SamePerson({ ties }: { readonly ties: readonly TieRow[] }) {
  const { record, problem } = useRecord();
  const [pair] = sameAddress(ties);
  if (!pair) return problem;
  const { keep, other } = pair;
  const merge = async ({ keep: kept, other: gone }: SameAddress) => {
    const facts = await factsOfKind(database(), ME, tieEntity(gone.id), ['tie.written']);
    await record(mergeTies(pair, facts, clock.now()), t('network_same_said', { name: kept.name }));
  };
  const apart = () => void record([keepApart(pair, clock.now())], t('network_apart_said'));
  return (
    <fieldset className="guest" aria-label={t('network_same')}>
      <p className="guest-who">
        <strong>{t('network_same')}</strong>
        <span>{t('network_same_words', { one: keep.name, other: other.name, email: keep.email })}</span>
      </p>
      <div className="edit-actions">
        <Button onClick={() => void merge(pair)}>{t('network_same_do')}</Button>
        <Button variant="plain" onClick={apart}>
          {t('network_apart_do')}
        </Button>
      </div>
      {problem}
    </fieldset>
  );
}
