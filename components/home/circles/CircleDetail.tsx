import { type FormEvent, useState } from 'react';
import { DatesNotice } from '@/components/card/DatesTrouble';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Later } from '@/components/ui/Later';
import { Menu } from '@/components/ui/Menu';
import { Section } from '@/components/ui/Section';
import { TextField } from '@/components/ui/TextField';
import { archiveCircle, renameCircle } from '@/lib/circle/edit';
import { isDemonstration } from '@/lib/platform/demonstration';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { ContractLog } from '../contracts/ContractLog.tsx';
import { useInlineForm } from '../contracts/use-inline-form.ts';
import { SharedGoals } from '../goals/SharedGoals.tsx';
import { Page } from '../Page.tsx';
import { PulseSection } from '../pulse/PulseSection.tsx';
import { routeTo } from '../route.ts';
import { ShareSection } from '../share/ShareSection.tsx';
import { TeamsOffer } from '../TeamsOffer.tsx';
import { AgreementSection } from './AgreementSection.tsx';
import { Ahead } from './Ahead.tsx';
import { Part, PartLinks } from './CircleParts.tsx';
import { EventTextSection } from './EventTextSection.tsx';
import { FindTimeSection } from './FindTimeSection.tsx';
import { HowSection } from './HowSection.tsx';
import { LinksSection } from './LinksSection.tsx';
import { bringBackDrafts } from './life/bring-back.ts';
import { OffDates } from './life/OffDates.tsx';
import { PauseSection } from './life/PauseSection.tsx';
import { PlanSection } from './life/PlanSection.tsx';
import { SkipDate } from './life/SkipDate.tsx';
import { Standing } from './life/Standing.tsx';
import { YearOver } from './life/YearOver.tsx';
import { MembersSection } from './MembersSection.tsx';
import { MilestonesSection } from './milestones/MilestonesSection.tsx';
import { NextWays, NextWhen } from './NextMeeting.tsx';
import { ParkingSection } from './ParkingSection.tsx';
import { PastMeetings } from './PastMeetings.tsx';
import { TimeSection } from './TimeSection.tsx';
import { FocusSection } from './together/FocusSection.tsx';
import { TogetherSections } from './together/TogetherSections.tsx';
import type { CircleView } from './use-circles.ts';
import { useNextMeetings } from './use-next-meeting.ts';
import { useNow } from './use-now.ts';
import { WhoAmI } from './WhoAmI.tsx';

/** One circle: when it meets, who is in it, how it works, what was. Every change is a new fact; the past stays. */
export function CircleDetail({
  view,
  circles,
}: {
  readonly view: CircleView;
  readonly circles: readonly CircleView[];
}) {
  const { circle, me } = view;
  const now = useNow();
  const next = useNextMeetings(now, circle.id);
  const [renaming, setRenaming] = useState(false);
  const { record, problem } = useRecord();

  const archive = async () => {
    const replaces = await factsOfKind(database(), circle.id, circle.id, ['circle.archived']);
    const said = t('circles_archived_done', { circle: circle.name });
    await record([archiveCircle(circle.id, me?.id ?? null, true, replaces)], said);
  };
  const bringBack = async () => {
    const said = t('circles_unarchived_done', { circle: circle.name });
    await record(await bringBackDrafts(circle, me?.id ?? null), said);
  };

  return (
    <Page
      title={circle.name}
      tabTitle={t('circles_title')}
      aside={
        <Menu
          label={t('circles_more', { circle: circle.name })}
          items={[
            { label: t('circles_rename'), icon: 'edit', onSelect: () => setRenaming(true) },
            {
              label: t(circle.archived ? 'circles_unarchive' : 'circles_archive'),
              icon: circle.archived ? 'upload' : 'download',
              onSelect: () => void (circle.archived ? bringBack() : archive()),
            },
            ...(circle.archived
              ? []
              : [
                  {
                    label: t('life_close_menu'),
                    icon: 'check' as const,
                    onSelect: () => {
                      location.hash = routeTo('circles', circle.id, 'close');
                    },
                  },
                ]),
            ...(me?.leftOn
              ? []
              : [
                  {
                    label: t('life_leave_menu'),
                    icon: 'arrow' as const,
                    onSelect: () => {
                      location.hash = routeTo('circles', circle.id, 'leave');
                    },
                  },
                ]),
            {
              label: t('rep_link'),
              icon: 'chart',
              onSelect: () => {
                location.hash = routeTo('circles', circle.id, 'report');
              },
            },
            {
              label: t('circles_delete'),
              icon: 'trash',
              apart: true,
              onSelect: () => {
                location.hash = routeTo('settings');
              },
            },
          ]}
        />
      }
    >
      <p className="circle-back">
        <a href={routeTo('circles')}>{t('circles_all')}</a>
        {circle.archived ? <span className="circle-archived"> · {t('circles_archived_badge')}</span> : null}
      </p>
      {problem}
      {renaming ? <Rename view={view} onDone={() => setRenaming(false)} /> : null}
      <Standing view={view} now={now} />
      {me ? null : <WhoAmI view={view} />}
      {circle.archived ? null : <YearOver view={view} now={now} />}
      <TeamsOffer circleId={circle.id} />
      <PartLinks circleId={circle.id} without={circle.archived ? ['next'] : []} />
      {circle.archived ? null : (
        <Part part="next">
          <Section title={t('circles_next')}>
            {next ? <NextWhen next={next[0]} now={now} /> : null}
            {next?.length === 0 && circle.seriesKeys.length === 0 ? (
              <p className="quiet">{t('circles_next_none_todo')}</p>
            ) : null}
            <DatesNotice circle={circle} />
            <div className="next-ways">
              <NextWays circle={circle} next={next?.[0]} now={now} withPanel />
              {next?.[0] && next[0].start > now ? (
                <SkipDate one={next[0]} by={me?.id ?? null} now={now} />
              ) : null}
            </div>
            <OffDates view={view} next={next?.[0]} now={now} />
          </Section>
          <Ahead view={view} now={now} />
          <ParkingSection view={view} now={now} />
          <Later>{next ? <FindTimeSection view={view} next={next[0]} now={now} /> : null}</Later>
        </Part>
      )}
      <Part part="together">
        <MembersSection view={view} now={now} />
        <Later>
          <MilestonesSection view={view} />
          <TogetherSections view={view} />
        </Later>
        <FocusSection view={view} />
        <AgreementSection view={view} />
        {circle.archived ? null : <PulseSection view={view} now={now} />}
        <SharedGoals view={view} />
        <PlanSection view={view} now={now} />
      </Part>
      <Part part="log">
        <Later>
          <Section title={t('circles_contracts')}>
            <ContractLog circles={circles} circleId={circle.id} />
          </Section>
        </Later>
      </Part>
      <Part part="past">
        <Later>
          <PastMeetings view={view} now={now} />
        </Later>
      </Part>
      <Part part="setUp">
        <HowSection view={view} now={now} />
        {circle.archived || isDemonstration() ? null : <ShareSection view={view} />}
        {circle.archived ? null : <PauseSection view={view} now={now} />}
        <TimeSection view={view} />
        <LinksSection view={view} />
        <Later>{circle.archived ? null : <EventTextSection view={view} />}</Later>
      </Part>
    </Page>
  );
}

function Rename({ view, onDone }: { readonly view: CircleView; readonly onDone: () => void }) {
  const { circle, me } = view;
  const [name, setName] = useState(circle.name);
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const isEmpty = name.trim() === '';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty) return;
    if (name.trim() === circle.name) return onDone();
    const replaces = await factsOfKind(database(), circle.id, circle.id, ['circle.named']);
    const draft = renameCircle(circle.id, me?.id ?? null, name, replaces);
    if (await record([draft], t('circles_renamed', { name: name.trim() }))) onDone();
  };
  return (
    <form className="edit-box" onSubmit={save} onKeyDown={leave}>
      <TextField
        autoFocus
        label={t('circles_name')}
        maxLength={200}
        value={name}
        onChange={setName}
        problem={isEmpty ? t('newCircle_name_problem') : undefined}
      />
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
