import axe, { type RunOptions } from 'axe-core';
import { expect } from 'vitest';
import { page } from 'vitest/browser';

const VIEWS = [
  [900, 'light'],
  [320, 'dark'],
] as const;
const ALL_VIEWS = [...VIEWS, [900, 'dark'], [320, 'light']] as const;

export interface LookOptions {
  /** Both widths in both colours, instead of one of each. */
  all?: boolean;
  /** CSS px. */
  height?: number;
  /** As high as all there is to see. */
  whole?: boolean;
  rules?: RunOptions['rules'];
}

/**
 * Looks at what a browser test shows, wide and narrow, light and dark: axe finds nothing, nothing runs out at the side,
 * and a picture is left to be looked at.
 * @param path of the pictures, from the test's file, without the ending: `../../test-results/goals/empty`.
 */
export async function lookAt(
  path: string,
  { all = false, height = 900, whole = false, rules = {} }: LookOptions = {},
): Promise<void> {
  for (const [width, scheme] of all ? ALL_VIEWS : VIEWS) {
    document.documentElement.style.colorScheme = scheme;
    await page.viewport(width, height);
    await settled();
    if (whole) await page.viewport(width, Math.min(8000, document.documentElement.scrollHeight + 40));
    await page.screenshot({ path: `${path}-${width}-${scheme}.png` });
    const { violations } = await axe.run(document.body, { rules });
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }
  document.documentElement.style.colorScheme = '';
  await page.viewport(900, 900);
}

/** Waits for what goes over: colours on their way are neither, and axe measures what it sees. What is folded away would never finish. */
export async function settled(): Promise<void> {
  const isSeen = ({ effect }: Animation) =>
    effect instanceof KeyframeEffect && effect.target?.checkVisibility() === true;
  const running = document.getAnimations().filter(isSeen);
  await Promise.allSettled(running.map((one) => one.finished));
}
