import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

export interface AxeOptions {
  /** Rules by id; all when left out. */
  only?: readonly string[];
  /** A selector: only that part is looked at, the page's other rules are not. For pages without frames. */
  part?: string;
}

/**
 * What axe finds on a page, its frames included, a line each; empty is well. Waits until nothing moves: half-way
 * through a dialog's opening its colours are not what anybody reads.
 * @param what a selector to look at only that part, or which rules to look by.
 */
export async function axeFindings(page: Page, what: string | AxeOptions = {}): Promise<string[]> {
  await Promise.all(page.frames().map(stillness));
  const { within, only, part }: AxeOptions & { within?: string } =
    typeof what === 'string' ? { within: what } : what;
  // For frames the builder opens a page of its own to put the findings together, which takes most of its time.
  if (page.frames().length === 1 && within === undefined) return findingsHere(page, only, part);
  const builder = new AxeBuilder({ page });
  if (within !== undefined) builder.include(within);
  if (only) builder.withRules([...only]);
  const { violations } = await builder.analyze();
  return lines(violations);
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}

const lines = (violations: readonly Violation[]): string[] =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));

async function findingsHere(
  page: Page,
  only: readonly string[] | undefined,
  part: string | undefined,
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async ({ rules, selector }) => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      const found = await here.run(selector ?? document, {
        resultTypes: ['violations'],
        ...(rules ? { runOnly: { type: 'rule' as const, values: rules } } : {}),
      });
      return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
    },
    { rules: only ? [...only] : null, selector: part ?? null },
  );
  return lines(violations);
}

async function stillness(frame: Frame): Promise<void> {
  try {
    await frame.evaluate(async () => {
      const ending = document
        .getAnimations()
        .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)));
      // One that was replaced meanwhile may never say that it is over; all of ours take less than a second.
      const over = new Promise((done) => setTimeout(done, 1000));
      await Promise.race([Promise.allSettled(ending.map((one) => one.finished)), over]);
    });
  } catch {
    // The frame went away.
  }
}
