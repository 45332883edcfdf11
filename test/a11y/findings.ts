import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { axeFindings } from '../rig/axe.ts';
import { unfit } from '../rig/fits.ts';
import { trapped } from '../rig/keyboard.ts';
import { unread } from '../rig/reads.ts';
import type { Screen } from './screen.ts';

/** Where pictures and what was found stay. */
export const FOLDER = resolve(import.meta.dirname, '../../test-results/accessible');

/** What is known of a page that is looked at. */
type Looked = Pick<Screen, 'name' | 'reach' | 'inPart'>;

/** All of a page; of a state of it, what is in sight. */
export const picture = (page: Page, { name, reach }: Looked, look: string) =>
  page.screenshot({ path: join(FOLDER, `${name.replaceAll(/\W+/g, '-')}-${look}.png`), fullPage: !reach });

/** The part a state is about: where the focus went. The whole of the page is looked at as a screen of its own. */
const partOf = (page: Page, { inPart }: Looked): Promise<{ part?: string }> =>
  page.evaluate((isPart) => {
    const part = isPart && document.activeElement?.closest('dialog, [popover], section, form, main');
    if (!part) return {};
    part.setAttribute('data-looked-at', '');
    return { part: '[data-looked-at]' };
  }, inPart ?? false);

/** All that is wrong on a screen, each with the look it was seen in. */
export async function findings(page: Page, screen: Looked): Promise<string[]> {
  const found: string[] = [];
  const add = (look: string, sentences: readonly string[]) =>
    found.push(...sentences.map((one) => `${screen.name}, ${look}: ${one}`));
  const part = await partOf(page, screen);
  add('light', [...(await axeFindings(page, part)), ...(await unread(page))]);
  // Of what axe looks at, colours alone follow these.
  const colours = { only: ['color-contrast'], ...part };
  await page.emulateMedia({ colorScheme: 'dark' });
  add('dark', await axeFindings(page, colours));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  add('forced colours', await axeFindings(page, colours));
  await picture(page, screen, 'forced');
  await page.emulateMedia({ forcedColors: 'none' });
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 320, height: 640 });
  // What follows the window's size has had its turn.
  await page.waitForTimeout(100);
  add('320 px', [...(await unfit(page)), ...(await unread(page))]);
  await picture(page, screen, '320');
  await page.setViewportSize(size);
  // A page's states share most of their stops.
  add('keyboard', await trapped(page, screen.inPart ? 25 : 250));
  return found;
}
