import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { t } from '@/lib/platform/i18n';
import { noAnswerWords } from './share-words.ts';
import type { ByHand } from './use-steward.ts';

export interface HandFieldProps {
  readonly label: string;
  readonly take: ByHand['take'];
}

/** Takes what the other side sent: pasted, or as a file. */
export function HandField({ label, take }: HandFieldProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const go = async (from: string) => {
    if (busy) return;
    setBusy(true);
    const no = await take(from);
    setProblem(no ? noAnswerWords(no) : undefined);
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void go(text);
  };
  return (
    <form className="share-steps" onSubmit={submit} noValidate>
      <TextArea
        label={label}
        hint={t('hand_hint')}
        rows={2}
        value={text}
        problem={problem}
        onSubmit={() => void go(text)}
        onChange={(next) => {
          setText(next);
          setProblem(undefined);
        }}
      />
      <input
        ref={input}
        type="file"
        accept=".txt,text/plain"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          void file?.text().then(go);
        }}
      />
      <div className="share-acts">
        <Button type="submit" variant={text === '' ? 'quiet' : 'primary'} once busy={busy}>
          {t('hand_go')}
        </Button>
        <Button icon="upload" onClick={() => input.current?.click()}>
          {t('by_file_choose')}
        </Button>
      </div>
    </form>
  );
}
