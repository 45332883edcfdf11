import { demoYear } from '@/lib/demo/demo-year';
import { practiceCircle } from '@/lib/demo/practice';
import type { Words } from '@/lib/demo/words';
import { words as english } from '@/lib/demo/words/en';
import type { World } from '@/lib/demo/world';
import { clock } from '@/lib/platform/clock';
import { locale } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import type { Database } from '@/lib/store/database';
import { ingest } from '@/lib/store/ingest';

/** The other languages there are, by tag; a new file in that folder is one more. */
const TOLD = import.meta.glob<Words>(['@/lib/demo/words/*.ts', '!@/lib/demo/words/en.ts'], {
  import: 'words',
});

/** Fills the demonstration with its year, where it is not there yet, in the language of the interface. */
export async function beginDemo(db: Database): Promise<void> {
  if ((await db.facts.count()) > 0) return;
  await ingest(db, demoYear(await world()).facts);
}

/** Begins a meeting to try anew: nothing of an earlier one is left. @returns the id of its circle. */
export async function beginPractice(db: Database): Promise<string> {
  await db.delete();
  await db.open();
  const { circleId, facts } = practiceCircle(await world());
  await ingest(db, facts);
  return circleId;
}

async function world(): Promise<World> {
  const [language = ''] = locale().split('-');
  const told = Object.entries(TOLD).find(([path]) => path.endsWith(`/${language}.ts`))?.[1];
  const words = told ? await told() : english;
  return { now: clock.now(), zone: Temporal.Now.timeZoneId(), newId, words };
}
