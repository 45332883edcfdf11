import type { FrameLocator, Locator, Page } from 'playwright-core';

const TRIES = 10;
const LOOKS = 10;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Presses until something has come of it, as a person does who was told to press again: beside a call what weighs counts only
 * once one can have read it (`components/ui/in-sight.ts`), and a test is quicker than that. Rejects when nothing ever does.
 */
export async function pressAgain(button: Locator, isDone: () => Promise<boolean>): Promise<void> {
  await button.click();
  for (let tries = 0; tries < TRIES; tries += 1) {
    for (let looks = 0; looks < LOOKS; looks += 1) {
      if (await isDone()) return;
      await pause(100);
    }
    // It may go while this is on its way.
    await button.click({ timeout: 1_000 }).catch(() => undefined);
  }
  throw new Error(`nothing comes of pressing ${button}`);
}

/** Presses "End meeting" until it has gone. */
export async function endMeeting(view: Page | FrameLocator): Promise<void> {
  const end = view.getByRole('button', { name: /^End meeting/ }).first();
  await pressAgain(end, async () => !(await end.isVisible()));
}
