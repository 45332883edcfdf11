import { useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { Notice } from '@/components/ui/Notice';
import { TextArea } from '@/components/ui/TextArea';
import { useToast } from '@/components/ui/ToastProvider';
import { showBadge } from '@/lib/platform/badge';
import { clock } from '@/lib/platform/clock';
import { copyText } from '@/lib/platform/copy-text';
import { t, tn } from '@/lib/platform/i18n';
import { isoDay } from '@/lib/platform/iso-day';
import { sealedFileWords } from '@/lib/share/transport/relay-words';
import { database } from '@/lib/store/database';
import { saveFile } from '../settings/save-file.ts';

const whole = async (space: string): Promise<string | null> => {
  const [{ writeSpaceFile }, { shareStore }, { renewEpoch }] = await Promise.all([
    import('@/lib/share/by-file'),
    import('@/lib/store/share-store'),
    import('@/lib/store/let-out'),
  ]);
  // Whoever left a moment ago does not read it.
  await renewEpoch(database(), space, 'gone');
  return writeSpaceFile(shareStore(database()), space);
};

export interface ByFileProps {
  readonly space: string;
  /** One's own devices, and no circle. */
  readonly isOwn?: boolean | undefined;
}

/** A shared circle (or one's own devices) by hand: what the others need as a file or text, and taking in theirs. */
export function ByFile({ space, isOwn = false }: ByFileProps) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [taking, setTaking] = useState(false);
  const toast = useToast();
  const give = async (hand: (text: string) => Promise<string>) => {
    setBusy(true);
    setFailed(false);
    try {
      const text = await whole(space);
      if (text === null) throw new Error('no key of this circle is here');
      toast({ text: await hand(text) });
    } catch (error) {
      console.error('The circle could not be written to a file', error);
      setFailed(true);
    }
    setBusy(false);
  };
  const save = async (text: string) => {
    saveFile(`circlekeeper-${isoDay(clock.now())}.txt`, text, 'text/plain');
    return t('by_file_saved');
  };
  const copy = async (text: string) => t((await copyText(text)) ? 'by_file_copied' : 'by_file_not_copied');
  return (
    <div className="share-steps">
      <p className="quiet">{t(isOwn ? 'dev_file_lead' : 'by_file_lead')}</p>
      <div className="share-acts">
        <Button size="small" icon="download" busy={busy} onClick={() => void give(save)}>
          {t('by_file_save')}
        </Button>
        <Button size="small" icon="copy" busy={busy} onClick={() => void give(copy)}>
          {t('by_file_copy')}
        </Button>
        <Button size="small" icon="upload" onClick={() => setTaking(true)}>
          {t('by_file_take')}
        </Button>
      </div>
      {failed ? <Notice kind="problem" title={t('by_file_failed')} kept={t('by_file_failed_kept')} /> : null}
      {taking ? <TakeInDialog space={space} isOwn={isOwn} onClose={() => setTaking(false)} /> : null}
    </div>
  );
}

type Taken = { added: number; refused: number } | { problem: string } | null;

interface TakeInProps {
  readonly space: string;
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

function TakeInDialog({ space, isOwn, onClose }: TakeInProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<Taken>(null);
  const take = async (from: string) => {
    if (busy || from.trim() === '') return;
    setBusy(true);
    try {
      const [{ readSpaceFile }, { shareStore }] = await Promise.all([
        import('@/lib/share/by-file'),
        import('@/lib/store/share-store'),
      ]);
      const result = await readSpaceFile(shareStore(database()), space, from);
      setTaken(result.ok ? result : { problem: sealedFileWords(result.reason) });
      if (result.ok) void showBadge(database());
    } catch (error) {
      console.error('A file could not be taken in', error);
      setTaken({ problem: t('by_file_take_failed') });
    }
    setBusy(false);
  };
  const words = taken && 'added' in taken ? takenWords(taken.added) : '';
  return (
    <Dialog open title={t('by_file_take')} onClose={onClose}>
      <div className="share-steps">
        <p>{t(isOwn ? 'dev_file_take_lead' : 'by_file_take_lead')}</p>
        <input
          ref={input}
          type="file"
          accept=".txt,text/plain"
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            void file?.text().then(take);
          }}
        />
        <div className="share-acts">
          <Button icon="upload" busy={busy} onClick={() => input.current?.click()}>
            {t('by_file_choose')}
          </Button>
        </div>
        <TextArea
          label={t('by_file_text')}
          rows={3}
          value={text}
          onSubmit={() => void take(text)}
          onChange={(next) => {
            setText(next);
            setTaken(null);
          }}
        />
        <LiveRegion message={words} />
        {taken === null ? null : 'problem' in taken ? (
          <Notice kind="problem" title={taken.problem} kept={t('by_file_kept')} />
        ) : (
          <Notice
            kind="info"
            title={words}
            todo={taken.refused > 0 ? tn('by_file_refused', taken.refused) : undefined}
          />
        )}
        <div className="dialog-actions">
          <Button variant="primary" busy={busy} disabled={text.trim() === ''} onClick={() => void take(text)}>
            {t('by_file_take_go')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const takenWords = (added: number): string =>
  added > 0 ? tn('by_file_taken', added) : t('by_file_taken_none');
