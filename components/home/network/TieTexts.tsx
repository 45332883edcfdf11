import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useTyped } from '@/components/ui/use-typed';
import { MAX_TIE_NAME, MAX_TIE_NOTES } from '@/lib/network/facts';
import type { Tie, TieRow } from '@/lib/network/tie';
import { t } from '@/lib/platform/i18n';

/** Nothing, or what mail can go to; the mail itself knows better. */
const isAddress = (text: string): boolean => text.trim() === '' || /^\S+@\S+$/.test(text.trim());

/** Name, address and what to remember; each is kept when one leaves its field. */
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
            else if (name.trim() !== tie.name) void onChange({ name });
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
          onBlur={() => {
            if (isAddress(email) && email.trim().toLowerCase() !== tie.email) void onChange({ email });
          }}
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
        onBlur={() => {
          if (notes.trim() !== (tie.notes ?? '')) void onChange({ notes });
        }}
      />
    </div>
  );
}
