import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Rig } from './launch.ts';
import { pageScript } from './page-script.ts';
import type { SpaceRig } from './space-in-page.ts';

let script: Promise<string> | undefined;

/** A page of the profile's that calls the product's own functions for sharing. */
export interface SpacePage {
  call<K extends keyof SpaceRig>(
    name: K,
    argument: Parameters<SpaceRig[K]>[0],
  ): Promise<Awaited<ReturnType<SpaceRig[K]>>>;
  close(): Promise<void>;
}

/** Opens one; the quietest page of the extension there is. */
export async function spacePage(rig: Rig): Promise<SpacePage> {
  script ??= pageScript(join(import.meta.dirname, 'space-in-page.ts'));
  const page: Page = await rig.open('manifest.json');
  await page.evaluate(await script);
  return {
    call: (name, argument) =>
      page.evaluate(
        ([which, value]) => {
          const { spaceRig } = globalThis as unknown as {
            spaceRig: Record<string, (value: unknown) => Promise<never>>;
          };
          const run = spaceRig[which];
          if (!run) throw new Error(which);
          return run(value);
        },
        [name, argument] as const,
      ),
    close: () => page.close(),
  };
}
