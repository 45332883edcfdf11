import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { useToast } from '@/components/ui/ToastProvider';
import { archiveCircle, closeCircle } from '@/lib/circle/edit';
import { clock } from '@/lib/platform/clock';
import { copyText } from '@/lib/platform/copy-text';
import { t, tn } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { Page } from '../../Page.tsx';
import { routeTo } from '../../route.ts';
import { dayOf } from '../dates.ts';
import type { CircleView } from '../use-circles.ts';
import { LookBackLines, lookBackWords, useLookBack } from './LookBackLines.tsx';
import { TiesToKeep } from './TiesToKeep.tsx';

/** A circle ends: what it came to, who stays in one's life, and then the archive. Nothing is deleted. */
export function CloseCircle({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle, me } = view;
  const { record, problem } = useRecord();
  const toast = useToast();
  const back = useLookBack(circle.id);
  const home = routeTo('circles', circle.id);
  const copy = async () => {
    if (!back) return;
    // What is still open is nobody's business in a farewell.
    const lines = lookBackWords({ ...back, open: 0 }, now);
    const text = [t('life_bye_title', { circle: circle.name }), ...lines, t('life_bye_thanks')].join('\n');
    toast({ text: t((await copyText(text)) ? 'life_words_copied' : 'life_words_not_copied') });
  };
  const close = async () => {
    const by = me?.id ?? null;
    const replaces = (kind: string) => factsOfKind(database(), circle.id, circle.id, [kind]);
    const on = dayOf(clock.now()).toString();
    const drafts = [
      closeCircle(circle.id, by, on, await replaces('circle.closed')),
      archiveCircle(circle.id, by, true, await replaces('circle.archived')),
    ];
    if (await record(drafts, t('life_closed_said', { circle: circle.name }))) location.hash = home;
  };
  return (
    <Page
      title={t('life_close_title', { circle: circle.name })}
      tabTitle={t('circles_title')}
      lead={t('life_close_lead')}
    >
      <p className="circle-back">
        <a href={home}>{t('life_not_yet')}</a>
      </p>
      <Section title={t('life_look')}>
        <LookBackLines circleId={circle.id} now={now} />
        <p className="quiet">{t('life_look_hint')}</p>
        <div className="next-ways">
          <Button icon="copy" onClick={() => void copy()}>
            {t('life_bye_copy')}
          </Button>
        </div>
      </Section>
      <Section title={t('tie_title')}>
        <TiesToKeep view={view} />
      </Section>
      <Section title={t('life_close_last')}>
        <p>{t('life_close_last_line')}</p>
        {back && back.open > 0 ? <p>{tn('life_close_open', back.open)}</p> : null}
        {problem}
        <div className="next-ways">
          <Button variant="primary" onClick={() => void close()}>
            {t('life_close')}
          </Button>
          <a className="button button-quiet" href={home}>
            {t('life_not_yet')}
          </a>
        </div>
      </Section>
    </Page>
  );
}
