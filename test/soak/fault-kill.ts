import { EventEmitter, once } from 'node:events';
import type { Expected, Word } from './fault-in-page.ts';
import { type FaultWorld, killBrowser, none, seeded, storePage, wait } from './fault-world.ts';

/** What a profile has been told so far, over several lives. */
interface Life {
  dir: string;
  begun: Map<string, number>;
  acknowledged: Set<string>;
  hashes: string[];
}

const expected = (life: Life): Expected => ({
  begun: [...life.begun],
  acknowledged: [...life.acknowledged],
  hashes: life.hashes,
});

/** Killed so many times in a row, a profile is looked at and given up: its database has grown. */
const LIVES = 12;

export interface KillFigures {
  kills: number;
  /** Batches that were acknowledged, with how many facts; and those that were under way at a kill. */
  acknowledged: number;
  facts: number;
  underWay: number;
}

/**
 * The database by the product's own functions in a page of the extension, which writes as fast as it can; at a moment
 * of chance every process of the browser gets SIGKILL. Then the same profile again, {@link LIVES} times over; each time
 * everything acknowledged is there, batches are there whole or not at all, and rows are what the facts give.
 */
export async function killedInMidWrite(world: FaultWorld, seed: number): Promise<KillFigures> {
  const random = seeded(seed);
  const life: Life = { dir: await world.profile(), begun: new Map(), acknowledged: new Set(), hashes: [] };
  const figures: KillFigures = { kills: 0, acknowledged: 0, facts: 0, underWay: 0 };
  for (let kill = 0; kill <= LIVES; kill += 1) {
    const rig = await world.start(life.dir);
    const words = new EventEmitter();
    const store = await storePage(rig, (text) => {
      const word = JSON.parse(text) as Word;
      if (word.kind === 'begun') life.begun.set(word.batch, word.size);
      else {
        life.acknowledged.add(word.batch);
        life.hashes.push(...word.hashes);
      }
      words.emit(word.kind);
    });
    if (kill === LIVES) {
      none(`seed ${seed}, after ${kill} kills`, await store.call('problems', expected(life)));
      await rig.close();
      break;
    }
    if (kill > 0) none(`seed ${seed}, after ${kill} kills`, await store.call('problems', expected(life)));
    // Sometimes in the opening itself, mostly somewhere in the writing.
    const inOpening = random() < 0.15;
    const draws = Array.from({ length: 64 }, random);
    const begun = once(words, inOpening ? 'begun' : 'acknowledged');
    const writing = store.call('write', { name: `s${seed}k${kill}`, draws, batches: 100_000 });
    writing.catch(() => undefined);
    await begun;
    await wait(random() * 400);
    await killBrowser(rig);
    figures.kills += 1;
  }
  figures.acknowledged = life.acknowledged.size;
  figures.facts = life.hashes.length;
  figures.underWay = life.begun.size - life.acknowledged.size;
  return figures;
}
