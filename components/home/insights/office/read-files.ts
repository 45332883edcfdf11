import { type CountFileFailure, MAX_COUNT_FILE, readCountFile } from '@/lib/insight/count-file';
import { MAX_FILES, type Refusal, type TakenFile, takeIn } from '@/lib/insight/office';
import { t } from '@/lib/platform/i18n';

/** A file that was not added, and why in words. */
export interface RefusedFile {
  key: string;
  name: string;
  why: string;
}

const FAILURE_WORDS = {
  'too-big': 'off_fail_big',
  'not-json': 'off_fail_foreign',
  foreign: 'off_fail_foreign',
  backup: 'off_fail_backup',
  'newer-version': 'off_fail_newer',
  exact: 'off_fail_exact',
  damaged: 'off_fail_damaged',
} as const satisfies Record<CountFileFailure, string>;

const REFUSAL_WORDS = {
  twice: 'off_fail_twice',
  other: 'off_fail_other',
  full: 'off_fail_full',
} as const satisfies Record<Refusal, string>;

/** Reads files one after the other and adds those that can be; each of the others is explained by itself. */
export async function readFiles(
  before: readonly TakenFile[],
  files: readonly File[],
): Promise<{ taken: readonly TakenFile[]; refused: RefusedFile[] }> {
  let taken = before;
  const refused: RefusedFile[] = [];
  for (const [i, file] of files.entries()) {
    const { name } = file;
    const refuse = (why: string) => refused.push({ key: `${i} ${name}`, name, why });
    // A little more than a count file may have is enough to see that it is none.
    const read = readCountFile(await file.slice(0, 4 * MAX_COUNT_FILE).text());
    if (!read.ok) refuse(t(FAILURE_WORDS[read.reason]));
    else {
      const next = takeIn(taken, { name, file: read.file });
      if (next.ok) taken = next.taken;
      else refuse(t(REFUSAL_WORDS[next.reason], { name: next.like, most: MAX_FILES }));
    }
  }
  return { taken, refused };
}
