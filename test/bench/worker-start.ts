import { launch, type Rig } from '../rig/launch.ts';
import { startSandbox } from '../sandbox/server.ts';
import { type Measured, median } from './measure.ts';
import { withEmptyWorker } from './peers.ts';

const ROUNDS = 12;

/**
 * From a message of one of our pages to the background's answer while its worker is stopped, against a worker that does
 * nothing but answer. Ours reads its session and its database for the answer, as a call page's frame needs it to.
 */
export async function workerStart(extensionDir: string): Promise<Measured[]> {
  const sandbox = await startSandbox();
  const rigs: Rig[] = [];
  try {
    for (const dir of [extensionDir, await withEmptyWorker(extensionDir)])
      rigs.push(await launch({ port: sandbox.port, extensionDir: dir }));
    const times: number[][] = rigs.map(() => []);
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [i, rig] of rigs.entries()) {
        await rig.restartWorker();
        const ms = await rig.inExtension(answered, null);
        // The first time everything is read from the disk.
        if (round > 0) times[i]?.push(ms);
      }
    }
    const [ours = [], peer = []] = times;
    return [
      {
        bench: 'worker',
        what: 'a stopped background, from a message to its answer',
        ours: median(ours),
        peer: median(peer),
        against: 'a worker that only answers',
        unit: 'ms',
        aim: '',
        runs: ROUNDS,
      },
    ];
  } finally {
    await Promise.all(rigs.map((rig) => rig.close()));
    await sandbox.close();
  }
}

/** Runs in a page of the extension. */
async function answered(): Promise<number> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
  };
  const began = performance.now();
  const answer = await chrome.runtime.sendMessage({ kind: 'sidebar.context', body: null });
  if (!answer) throw new Error('the background did not answer');
  return performance.now() - began;
}
