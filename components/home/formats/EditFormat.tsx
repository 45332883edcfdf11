import { type FormEvent, useRef, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { partName } from '@/components/sidebar/phase-words';
import { Button } from '@/components/ui/Button';
import { Menu } from '@/components/ui/Menu';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { type OwnFormat, removeOwnFormat, writeOwnFormat } from '@/lib/me/own-format';
import type { Format } from '@/lib/meeting/format';
import { checkFormat, sessionsOf } from '@/lib/meeting/formats/check-format';
import { withPhases } from '@/lib/meeting/formats/copy-format';
import { writeFormatFile } from '@/lib/meeting/formats/format-file';
import { t } from '@/lib/platform/i18n';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { saveFile } from '../settings/save-file.ts';
import { usualPeople } from './FormatCard.tsx';
import { FormatFields } from './FormatFields.tsx';
import { FormatPreview, previewLine } from './FormatPreview.tsx';
import { PhaseList } from './PhaseList.tsx';
import { problemWords } from './problem-words.ts';
import { useHistory } from './use-history.ts';

/** A name that any file system takes. */
const fileName = (format: Format): string =>
  `${(format.name ?? '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'format'}.json`;

/** One of my formats, to be changed: what it is, its phases, and what that gives for each number of members. */
export function EditFormat({ mine }: { readonly mine: OwnFormat }) {
  const { now: format, isChanged, change, undo, saved } = useHistory(`format ${mine.format.id}`, mine.format);
  const [session, setSession] = useState(0);
  const [asked, setAsked] = useState(false);
  const { record, problem } = useRecord();
  const form = useRef<HTMLFormElement>(null);
  const problems = checkFormat(format);
  const name = mine.format.name ?? '';
  const shown = { ...format, phases: [...(sessionsOf(format)[session] ?? format.phases)] };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (problems.length > 0) {
      setAsked(true);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[role=alert]')?.scrollIntoView());
      return;
    }
    setAsked(false);
    if (await record([writeOwnFormat(format, mine)], t('formats_saved', { name: format.name ?? '' })))
      saved(format);
  };
  const remove = async () => {
    const done = await record([removeOwnFormat(format.id, mine.setBy)], t('formats_removed', { name }));
    if (!done) return;
    saved(format);
    location.hash = routeTo('formats');
  };

  return (
    <Page
      title={name}
      tabTitle={t('formats_title')}
      aside={
        <Menu
          label={t('formats_more', { name })}
          items={[
            {
              label: t('formats_share'),
              icon: 'download',
              onSelect: () => saveFile(fileName(mine.format), writeFormatFile(mine.format)),
            },
            { label: t('formats_remove'), icon: 'trash', apart: true, onSelect: () => void remove() },
          ]}
        />
      }
    >
      <p className="circle-back">
        <a href={routeTo('formats')}>{t('formats_all')}</a>
      </p>
      <form ref={form} className="format-edit" onSubmit={save} noValidate>
        <FormatFields format={format} onChange={change} />
        {format.sessions && format.sessions.length > 1 ? (
          <Select
            label={t('formats_session')}
            value={String(session)}
            onChange={(at) => setSession(Number(at))}
            options={format.sessions.map((one, at) => ({ value: String(at), label: partName(one) }))}
          />
        ) : null}
        <FormatPreview format={shown} />
        <Section title={t('formats_phases')}>
          <PhaseList
            phases={shown.phases}
            onChange={(phases, what) => change(withPhases(format, session, phases), what)}
          />
        </Section>
        {asked && problems.length > 0 ? (
          <Notice
            kind="problem"
            title={t('formats_not_saved')}
            kept={t('formats_not_saved_kept')}
            todo={
              <ul className="advice">
                {[...new Set(problems.map(problemWords))].map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            }
          />
        ) : null}
        {problem}
        <div className="format-save">
          <Button type="submit" variant="primary" disabled={!isChanged}>
            {t('formats_save')}
          </Button>
          <Button disabled={!isChanged} onClick={undo}>
            {t('formats_undo')}
          </Button>
          <span className="quiet" role="status">
            {t(isChanged ? 'formats_changed' : 'formats_unchanged')}
          </span>
          <span className="quiet">{previewLine(shown, usualPeople(format))}</span>
        </div>
      </form>
    </Page>
  );
}
