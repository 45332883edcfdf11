import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { setFocus } from '@/lib/circle/edit';
import { CIRCLE_FOCUSES, type CircleFocus } from '@/lib/circle/facts';
import { type MessageKey, t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { useInlineForm } from '../../contracts/use-inline-form.ts';
import { EditButton } from '../HowSection.tsx';
import type { CircleView } from '../use-circles.ts';

const FOCUS = {
  publications: 'focus_publications',
  grants: 'focus_grants',
  skill: 'focus_skill',
  balance: 'focus_balance',
} as const satisfies Record<CircleFocus, MessageKey>;

/** The one thing the circle is about for now, or none: whatever each brings. */
export function FocusSection({ view }: { readonly view: CircleView }) {
  const { focus } = view.circle;
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={t('focus_title')}
      aside={<EditButton part={t('focus_title')} isOpen={editing} onClick={() => setEditing(!editing)} />}
    >
      {editing ? (
        <EditFocus view={view} onDone={() => setEditing(false)} />
      ) : focus ? (
        <p>
          {focus.about
            ? t('focus_line', { focus: t(FOCUS[focus.focus]), about: focus.about })
            : t(FOCUS[focus.focus])}
        </p>
      ) : (
        <p className="quiet">{t('focus_none_line')}</p>
      )}
    </Section>
  );
}

function EditFocus({ view, onDone }: { readonly view: CircleView; readonly onDone: () => void }) {
  const { circle, me } = view;
  const [focus, setChosen] = useState<CircleFocus | ''>(circle.focus?.focus ?? '');
  const [about, setAbout] = useState(circle.focus?.about ?? '');
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const replaces = await factsOfKind(database(), circle.id, circle.id, ['circle.focused']);
    const one = focus === '' ? null : focus;
    const words = focus === 'skill' ? about : '';
    if (await record([setFocus(circle.id, me?.id ?? null, one, words, replaces)], t('focus_saved'))) onDone();
  };
  return (
    <form className="edit-box" onSubmit={save} onKeyDown={leave}>
      <div className="span-fields">
        <Select<CircleFocus | ''>
          label={t('focus_field')}
          value={focus}
          onChange={setChosen}
          options={[
            { value: '', label: t('focus_none') },
            ...CIRCLE_FOCUSES.map((value) => ({ value, label: t(FOCUS[value]) })),
          ]}
        />
        {focus === 'skill' ? (
          <TextField
            label={t('focus_about')}
            maxLength={100}
            autoComplete="off"
            value={about}
            onChange={setAbout}
          />
        ) : null}
      </div>
      {problem}
      <div className="edit-actions">
        <Button type="submit" variant="primary">
          {t('circles_save')}
        </Button>
        <Button onClick={onDone}>{t('ui_cancel')}</Button>
      </div>
    </form>
  );
}
