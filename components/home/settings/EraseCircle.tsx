import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { t, tn } from '@/lib/platform/i18n';
import { listCircles } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { eraseCircle } from '@/lib/store/erasures';
import { listAnswers, listFelt } from '@/lib/store/pulse';
import { ownSpaces } from '@/lib/store/space-settings';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { useToast } from '../../ui/ToastProvider.tsx';

interface Going {
  id: string;
  name: string;
  members: number;
  meetings: number;
  contracts: number;
  isPrivate: number;
  notes: number;
  /** What I answered in its pulse, and how its meetings were for me. */
  answers: number;
}

/** Erases one circle for good, after saying exactly what goes. */
export function EraseCircle() {
  const db = database();
  const toast = useToast();
  const [chosen, setChosen] = useState('');
  const [going, setGoing] = useState<Going | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const circles = useLiveQuery(() => listCircles(db), [db]);
  const first = circles?.[0];
  if (!circles || !first) return <p className="settings-hint">{t('set_no_circles')}</p>;
  const selected = circles.find((one) => one.circle.id === chosen) ?? first;

  const ask = async () => {
    const { id, name } = selected.circle;
    const [meetings, contracts, notes, answers, felt] = await Promise.all([
      db.meetings.where('[circleId+start]').between([id, -Infinity], [id, Infinity]).count(),
      db.contracts.where('[circleId+open]').between([id, 0], [id, 1], true, true).toArray(),
      db.notes.where('circleId').equals(id).count(),
      listAnswers(db, id),
      listFelt(db, id),
    ]);
    const isPrivate = contracts.filter((contract) => contract.isPrivate).length;
    setFailed(false);
    setGoing({
      id,
      name,
      members: selected.members.length,
      meetings,
      contracts: contracts.length - isPrivate,
      isPrivate,
      notes,
      answers: answers.length + felt.length,
    });
  };
  const erase = async (circle: Going) => {
    setBusy(true);
    try {
      await eraseCircle(db, circle.id);
      toast({ text: t('set_circle_gone', { name: circle.name }) });
    } catch {
      setFailed(true);
    }
    setBusy(false);
    setGoing(null);
  };

  return (
    <div className="settings-part">
      <Select
        label={t('set_which_circle')}
        value={selected.circle.id}
        options={circles.map(({ circle }) => ({ value: circle.id, label: circle.name }))}
        onChange={setChosen}
      />
      <div className="settings-actions">
        <Button variant="danger" icon="trash" onClick={() => void ask()}>
          {t('set_erase_circle')}
        </Button>
      </div>
      {failed ? (
        <Notice
          kind="problem"
          title={t('set_erase_failed')}
          kept={t('set_kept')}
          todo={t('cal_fail_bug_todo')}
        />
      ) : null}
      <ConfirmDialog
        open={going !== null}
        title={t('set_erase_circle_title', { name: going?.name ?? '' })}
        confirm={t('set_erase_for_good')}
        danger
        busy={busy}
        onConfirm={() => going && void erase(going)}
        onCancel={() => setGoing(null)}
      >
        {going ? <WhatGoes going={going} /> : null}
      </ConfirmDialog>
    </div>
  );
}

function WhatGoes({ going }: { readonly going: Going }) {
  const several = useLiveQuery(async () => (await ownSpaces(database())).length > 0, []);
  return (
    <div className="settings-part">
      <p>{t('set_goes')}</p>
      <ul className="settings-goes">
        <li>{tn('set_n_members', going.members)}</li>
        <li>{tn('set_n_meetings', going.meetings)}</li>
        <li>{tn('set_n_contracts', going.contracts)}</li>
        {going.isPrivate > 0 ? <li>{tn('set_n_private', going.isPrivate)}</li> : null}
        {going.notes > 0 ? <li>{tn('set_n_notes', going.notes)}</li> : null}
        {going.answers > 0 ? <li>{tn('set_n_answers', going.answers)}</li> : null}
      </ul>
      <p>{t('set_goes_rest')}</p>
      {several ? <p>{t('set_goes_devices')}</p> : null}
    </div>
  );
}
