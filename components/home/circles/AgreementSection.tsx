import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { notAgreedTo, thumbsMissing, withOwnRule } from '@/lib/circle/agreement';
import { setAgreement } from '@/lib/circle/edit';
import { presentMembers } from '@/lib/circle/member';
import { t } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { useInlineForm } from '../contracts/use-inline-form.ts';
import { routeTo } from '../route.ts';
import { AgreementFields, agreementWords } from './AgreementFields.tsx';
import { EditButton } from './HowSection.tsx';
import type { CircleView } from './use-circles.ts';

/** The circle's ground rules, and changing them. */
export function AgreementSection({ view }: { readonly view: CircleView }) {
  const { circle } = view;
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={t('circles_agreement')}
      aside={
        <EditButton part={t('circles_agreement')} isOpen={editing} onClick={() => setEditing(!editing)} />
      }
    >
      {editing ? (
        <EditAgreement view={view} onDone={() => setEditing(false)} />
      ) : circle.agreement.length === 0 ? (
        <p className="quiet">{t('circles_agreement_none')}</p>
      ) : (
        <>
          <ul className="agreed">
            {circle.agreement.map((item) => (
              <li key={item}>{agreementWords(item)}</li>
            ))}
          </ul>
          <p className="quiet">{thumbsLine(view)}</p>
        </>
      )}
      <ReportWaits view={view} />
    </Section>
  );
}

/** A sentence for the circle's programme waits for my word. */
function ReportWaits({ view: { circle, me } }: { readonly view: CircleView }) {
  const text = circle.reportLine?.text ?? '';
  if (text === '' || !me || me.leftOn !== null || notAgreedTo([me], text).length === 0) return null;
  return (
    <p className="quiet">
      {t('rep_waits_for_me')} <a href={routeTo('circles', circle.id, 'report')}>{t('rep_waits_look')}</a>
    </p>
  );
}

/** Whose thumb is up for the rules as they are, said by who is still to be asked. */
function thumbsLine({ circle, members }: CircleView): string {
  const here = presentMembers(members);
  const missing = thumbsMissing(here, circle.agreement);
  if (missing.length === 0) return t('circles_thumbs_all');
  if (missing.length === here.length) return t('circles_thumbs_none');
  const names = listFormat().format(missing.map(({ name }) => name));
  return t('circles_thumbs_some', { names });
}

function EditAgreement({ view, onDone }: { readonly view: CircleView; readonly onDone: () => void }) {
  const { circle, me } = view;
  const [items, setItems] = useState(circle.agreement);
  const [own, setOwn] = useState('');
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const agreed = withOwnRule(items, own);
    if (agreed.join('\n') === circle.agreement.join('\n')) return onDone();
    const replaces = await factsOfKind(database(), circle.id, circle.id, ['circle.agreed']);
    const draft = setAgreement(circle.id, me?.id ?? null, agreed, replaces);
    if (await record([draft], t('circles_agreement_saved'))) onDone();
  };
  return (
    <form className="edit-box" onSubmit={save} onKeyDown={leave}>
      <AgreementFields items={items} onChange={setItems} own={own} onOwn={setOwn} />
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
