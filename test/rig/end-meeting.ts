import type { FrameLocator, Page } from 'playwright-core';

/**
 * Presses "End meeting" until it has gone, as a person does who was told to press again: beside a call a press counts only
 * once one can have read what is pressed (`components/ui/in-sight.ts`), and a test is quicker than that.
 */
export async function endMeeting(view: Page | FrameLocator): Promise<void> {
  const end = view.getByRole('button', { name: /^End meeting/ }).first();
  await end.click();
  for (let tries = 0; tries < 10; tries += 1) {
    const isOver = await end.waitFor({ state: 'hidden', timeout: 1_000 }).then(
      () => true,
      () => false,
    );
    if (isOver) return;
    // It may go while this is on its way.
    await end.click({ timeout: 1_000 }).catch(() => undefined);
  }
  throw new Error('the meeting does not end');
}
