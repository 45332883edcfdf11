import { useRef, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { writeOwnFormat } from '@/lib/me/own-format';
import { type FormatFileProblem, MAX_FILE, readFormatFile } from '@/lib/meeting/formats/format-file';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { fileProblem } from './file-problem.ts';

/** Takes in a format from a file somebody shared. */
export function TakeIn() {
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ name: string; why: string } | null>(null);
  const { record, problem } = useRecord();
  const take = async (file: File) => {
    const refuse = (why: FormatFileProblem) => setRefused({ name: file.name, why: fileProblem(why) });
    // A character is four bytes at most: anything larger need not be read.
    if (file.size > MAX_FILE * 4) return refuse({ kind: 'tooBig' });
    const read = readFormatFile(await file.text(), newId());
    if (!read.ok) return refuse(read.problem);
    setRefused(null);
    const { format } = read;
    await record([writeOwnFormat(format, null)], t('formats_taken', { name: format.name ?? '' }));
  };
  return (
    <div className="format-take">
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void take(file);
        }}
      />
      <Button icon="upload" onClick={() => input.current?.click()}>
        {t('formats_take')}
      </Button>
      {problem}
      {refused ? (
        <Notice
          kind="problem"
          title={t('formats_file_refused', { name: refused.name })}
          kept={t('formats_file_kept')}
          todo={refused.why}
          onClose={() => setRefused(null)}
        />
      ) : null}
    </div>
  );
}
