import { useSavedOnLeaving } from '@/components/card/use-saved-on-leaving';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useTyped } from '@/components/ui/use-typed';
import { MAX_TIE_NAME, MAX_TIE_NOTES } from '@/lib/network/facts';
import { type Tie, type TieRow, writeTie } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';

/** Nothing, or what mail can go to; the mail itself knows better. */
const isAddress = (text: string): boolean => text.trim() === '' || /^\S+@\S+$/.test(text.trim());

/** Name, address and what to remember; each is kept when one leaves its field, or closes the page. */
export function TieTexts({
  tie,
  onChange,
}: {
  readonly tie: TieRow;
  readonly onChange: (change: Partial<Tie>) => Promise<unknown>;
}) {
  const [name, setName] = useTyped(tie.name);
  const [email, setEmail] = useTyped(tie.email);
  const [notes, setNotes] = useTyped(tie.notes ?? '');
  const changes = (): Partial<Tie> => ({
    ...(name.trim() !== '' && name.trim() !== tie.name ? { name } : {}),
    ...(isAddress(email) && email.trim().toLowerCase() !== tie.email ? { email } : {}),
    ...(notes.trim() !== (tie.notes ?? '') ? { notes } : {}),
  });
  const leave = useSavedOnLeaving({
    text: [name, email, notes].join('\n'),
    drafts: () => {
      const changed = changes();
      return Object.keys(changed).length === 0
        ? []
        : [writeTie(tie.id, { ...tie, ...changed }, tie, clock.now())];
    },
    record: () => onChange(changes()),
  });
  return (
    <div className="tie-fields">
      <div className="tie-selects">
        <TextField
          label={t('network_name')}
          value={name}
          maxLength={MAX_TIE_NAME}
          onChange={setName}
          onBlur={() => {
            if (name.trim() === '') setName(tie.name);
            leave();
          }}
        />
        <TextField
          label={t('network_email')}
          type="email"
          inputMode="email"
          value={email}
          maxLength={320}
          onChange={setEmail}
          problem={isAddress(email) ? undefined : t('network_email_wrong')}
          onBlur={leave}
        />
      </div>
      <TextArea
        className="tie-notes"
        label={t('network_notes')}
        hint={t('network_notes_hint')}
        rows={2}
        value={notes}
        maxLength={MAX_TIE_NOTES}
        onChange={setNotes}
        onBlur={leave}
      />
    </div>
  );
}
