import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { Select } from '@/components/ui/Select';
import { useToast } from '@/components/ui/ToastProvider';
import { matchMembers } from '@/lib/circle/match-members';
import { presentMembers } from '@/lib/circle/member';
import { moveCircleSettings } from '@/lib/platform/circle-settings';
import { t, tn } from '@/lib/platform/i18n';
import { COPY_ALL, copyPreview } from '@/lib/store/copy-source';
import { database } from '@/lib/store/database';
import { joinHistories } from '@/lib/store/share-circle';
import type { CircleView } from '../circles/use-circles.ts';
import { KINDS, WHAT } from './what-words.ts';
import './bring.css';

const NOBODY = '';

export interface BringFormProps {
  readonly local: CircleView;
  readonly shared: CircleView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What of one's own circle goes into the shared one, and who is who in the two. Only the last press writes anything. */
export function BringForm({ local, shared, onDone, onCancel }: BringFormProps) {
  const { circle, members, me } = local;
  const [ticks, setTicks] = useState(COPY_ALL);
  const [matched, setMatched] = useState(() => proposed(local, shared));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<'meeting' | 'other' | null>(null);
  const counts = useLiveQuery(() => copyPreview(database(), circle.id), [circle.id]);
  const heading = useRef<HTMLHeadingElement>(null);
  const toast = useToast();
  useEffect(() => heading.current?.focus(), []);

  const choose = (one: string, to: string) =>
    setMatched((before) => {
      const next = new Map(before);
      // Two people here cannot be one there: the last choice holds, and the other is seen to be open again.
      for (const [other, was] of before) if (to !== NOBODY && was === to) next.set(other, NOBODY);
      return next.set(one, to);
    });
  const bring = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      const pairs = new Map([...matched].filter(([, to]) => to !== NOBODY));
      const joined = await joinHistories(database(), circle.id, shared.circle.id, pairs, ticks);
      if (!joined.ok && joined.reason === 'meeting') {
        setFailed('meeting');
        return setBusy(false);
      }
      if (!joined.ok) throw new Error(joined.reason);
      await moveCircleSettings(circle.id, shared.circle.id);
      toast({ text: t('bring_done', { circle: shared.circle.name }) });
      onDone();
    } catch (error) {
      console.error('The history could not be brought in', error);
      setFailed('other');
      setBusy(false);
    }
  };

  const there = presentMembers(shared.members);
  const others = members.filter((member) => member.id !== me?.id);
  const open = others.filter((member) => (matched.get(member.id) ?? NOBODY) === NOBODY).length;
  return (
    <form className="share-steps" onSubmit={bring} noValidate>
      <h3 ref={heading} tabIndex={-1}>
        {t('bring_what')}
      </h3>
      <p>{t('bring_lead', { local: circle.name, shared: shared.circle.name })}</p>
      <div className="share-ticks">
        {KINDS.filter((one) => (counts?.[one] ?? 0) > 0).map((one) => (
          <Checkbox key={one} checked={ticks[one]} onChange={(on) => setTicks({ ...ticks, [one]: on })}>
            {t(WHAT[one], { count: counts?.[one] ?? 0 })}
          </Checkbox>
        ))}
        {counts && KINDS.every((one) => counts[one] === 0) ? (
          <p className="quiet">{t('bring_nothing')}</p>
        ) : null}
      </div>
      {others.length > 0 ? (
        <fieldset className="bring-who">
          <legend>{t('bring_who')}</legend>
          {others.map((member) => (
            <Select
              key={member.id}
              className="bring-member"
              label={member.leftOn === null ? member.name : t('bring_former', { name: member.name })}
              value={matched.get(member.id) ?? NOBODY}
              options={[
                { value: NOBODY, label: t('bring_nobody') },
                ...there
                  .filter((one) => one.id !== shared.me?.id)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(to) => choose(member.id, to)}
            />
          ))}
          {open > 0 ? <p className="quiet">{tn('bring_open', open)}</p> : null}
        </fieldset>
      ) : null}
      <p className="share-never">
        <Icon name="lock" />
        <span>
          {t('share_never')}
          {counts && counts.private > 0 ? ` ${tn('share_never_contracts', counts.private)}` : ''}
        </span>
      </p>
      <p>{t('bring_for_good', { local: circle.name })}</p>
      {failed ? (
        <Notice
          kind="problem"
          title={t('bring_failed')}
          kept={t('bring_failed_kept')}
          todo={t(failed === 'meeting' ? 'share_failed_meeting' : 'share_failed_todo')}
        />
      ) : null}
      <div className="new-circle-actions">
        <Button onClick={onCancel}>{t('bring_not_now')}</Button>
        <Button type="submit" variant="primary" once busy={busy}>
          {t('bring_go')}
        </Button>
      </div>
    </form>
  );
}

/** Who is who, as far as addresses and names tell; nobody where they do not. */
function proposed(local: CircleView, shared: CircleView): ReadonlyMap<string, string> {
  const ids = { local: local.me?.id ?? null, shared: shared.me?.id ?? null };
  const matches = matchMembers(local.members, presentMembers(shared.members), ids);
  return new Map(
    matches.filter((one) => one.local !== ids.local).map((one) => [one.local, one.shared ?? NOBODY]),
  );
}
