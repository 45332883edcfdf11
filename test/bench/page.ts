import type { Page } from 'playwright-core';
import type { Rig } from '../rig/launch.ts';
import { bundle } from './bundle.ts';
import type { BenchPage } from './in-browser.ts';

let script: Promise<string> | undefined;

/** A quiet page of the extension's origin with the functions of `in-browser.ts` in it. */
export async function benchPage(rig: Rig): Promise<Page> {
  script ??= bundle('in-browser.ts');
  const page = await rig.open('manifest.json');
  // Through the debugger, where the page's own policy against foreign scripts does not reach.
  const session = await rig.context.newCDPSession(page);
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: await script });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  await session.detach();
  return page;
}

/** Calls one of the functions with one argument. */
export async function call<K extends keyof BenchPage>(
  page: Page,
  name: K,
  argument: Parameters<BenchPage[K]>[0],
): Promise<Awaited<ReturnType<BenchPage[K]>>> {
  return page.evaluate(
    ([which, value]) => {
      const { bench } = globalThis as unknown as {
        bench: Record<string, (value: unknown) => Promise<never>>;
      };
      const run = bench[which];
      if (!run) throw new Error(which);
      return run(value);
    },
    [name, argument] as const,
  );
}
