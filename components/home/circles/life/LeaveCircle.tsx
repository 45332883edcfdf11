import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { TextArea } from '@/components/ui/TextArea';
import { useToast } from '@/components/ui/ToastProvider';
import { memberLeft } from '@/lib/circle/edit';
import type { MemberRow } from '@/lib/circle/member';
import { joinSame } from '@/lib/contract/log';
import { clock } from '@/lib/platform/clock';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { Page } from '../../Page.tsx';
import { routeTo } from '../../route.ts';
import { saveFile } from '../../settings/save-file.ts';
import { dayOf } from '../dates.ts';
import type { CircleView } from '../use-circles.ts';
import { WhoAmI } from '../WhoAmI.tsx';
import { myWords } from './my-words.ts';
import { TiesToKeep } from './TiesToKeep.tsx';

/** I leave a circle: what stays here, what I can take along, who stays in my life, and a last word. */
export function LeaveCircle({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle, me } = view;
  const home = routeTo('circles', circle.id);
  return (
    <Page
      title={t('life_leave_title', { circle: circle.name })}
      tabTitle={t('circles_title')}
      lead={t('life_leave_lead')}
    >
      <p className="circle-back">
        <a href={home}>{t('life_stay')}</a>
      </p>
      {me ? <Leaving view={view} me={me} home={home} now={now} /> : <WhoAmI view={view} />}
    </Page>
  );
}

function Leaving({
  view,
  me,
  home,
  now,
}: {
  readonly view: CircleView;
  readonly me: MemberRow;
  readonly home: string;
  readonly now: number;
}) {
  const { circle } = view;
  const { record, problem } = useRecord();
  const toast = useToast();
  const [words, setWords] = useState(t('life_last_words', { name: me.name }));
  const take = async () => {
    const db = database();
    const [all, notes] = await Promise.all([
      db.contracts
        .where('[circleId+madeAt]')
        .between([circle.id, Number.NEGATIVE_INFINITY], [circle.id, Number.POSITIVE_INFINITY])
        .toArray(),
      db.notes.where('circleId').equals(circle.id).toArray(),
    ]);
    const mine = joinSame(all.filter((contract) => contract.memberId === me.id));
    saveFile('circlekeeper-my-words.txt', myWords(circle.name, mine, notes, now), 'text/plain');
  };
  const copy = async () => {
    toast({ text: t((await copyText(words)) ? 'life_words_copied' : 'life_words_not_copied') });
  };
  const leave = async () => {
    const replaces = await factsOfKind(database(), circle.id, me.id, ['member.left', 'member.returned']);
    const on = dayOf(clock.now()).toString();
    const said = t('life_left_said', { circle: circle.name });
    if (await record([memberLeft(circle.id, me.id, me.id, on, replaces)], said)) location.hash = home;
  };
  return (
    <>
      <Section title={t('life_stays')}>
        <ul className="life-list">
          <li>{t('life_stays_log')}</li>
          <li>{t('life_stays_contracts')}</li>
          <li>{t('life_stays_silent')}</li>
          <li>{t('life_stays_others')}</li>
        </ul>
      </Section>
      <Section title={t('life_take')}>
        <p>{t('life_take_line')}</p>
        <div className="next-ways">
          <Button icon="download" onClick={() => void take()}>
            {t('life_take_file')}
          </Button>
          <a className="button button-quiet" href={routeTo('settings')}>
            {t('life_take_all')}
          </a>
        </div>
      </Section>
      <Section title={t('tie_title')}>
        <TiesToKeep view={view} />
      </Section>
      <Section title={t('life_last')}>
        <TextArea
          label={t('life_last_label')}
          hint={t('life_last_hint')}
          rows={3}
          value={words}
          onChange={setWords}
        />
        <div className="next-ways">
          <Button icon="copy" onClick={() => void copy()}>
            {t('life_last_copy')}
          </Button>
        </div>
        {problem}
        <div className="next-ways">
          <Button variant="primary" onClick={() => void leave()}>
            {t('life_leave')}
          </Button>
          <a className="button button-quiet" href={home}>
            {t('life_stay')}
          </a>
        </div>
      </Section>
    </>
  );
}
