import { readFile, writeFile } from 'node:fs/promises';
import { checkCorpus, checkInputs, READERS } from './input-course.ts';

/** Inputs in one go; each go has the next seed, so that a failing one is seen again alone. */
const GO = 1_000;

interface State {
  seed: number;
  count: number;
  done: number;
}

/**
 * `npm run soak -- --inputs=FILE --seed=1 --count=1000000`: texts and JSON as strangers write them, to everything that reads
 * such. FILE keeps how far it came; a run that was broken off goes on there. Resolves whether nothing was found.
 */
export async function inputRun(
  file: string,
  asked: { seed: number | undefined; count: number | undefined },
): Promise<boolean> {
  const state = (await left(file)) ?? { seed: asked.seed ?? 1, count: asked.count ?? 1_000_000, done: 0 };
  await checkCorpus();
  while (state.done < state.count) {
    const seed = state.seed + state.done / GO;
    try {
      await checkInputs({ seed, inputs: GO });
    } catch (error) {
      console.error(error, `\nTo see it again: checkInputs({ seed: ${seed}, inputs: ${GO} })`);
      return false;
    }
    state.done += GO;
    await writeFile(file, JSON.stringify(state));
    console.log(
      `${state.done} of ${state.count} inputs from seed ${state.seed}, ${state.done * READERS} readings`,
    );
  }
  return true;
}

async function left(file: string): Promise<State | null> {
  try {
    const state = JSON.parse(await readFile(file, 'utf8')) as State;
    return state.done < state.count ? state : null;
  } catch {
    return null;
  }
}
