import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';

/**
 * What axe finds on a page, its frames included, a line each; empty is well. Waits until nothing moves: half-way
 * through a dialog's opening its colours are not what anybody reads.
 * @param within a selector to look at only that part.
 */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  await Promise.all(page.frames().map(stillness));
  const builder = new AxeBuilder({ page });
  const { violations } = await (within ? builder.include(within) : builder).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function stillness(frame: Frame): Promise<void> {
  try {
    await frame.evaluate(async () => {
      const ending = document
        .getAnimations()
        .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)));
      await Promise.allSettled(ending.map((one) => one.finished));
    });
  } catch {
    // The frame went away.
  }
}
