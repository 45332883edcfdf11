import type { Page } from 'playwright-core';
import { THURSDAY } from '../builders/thursday.ts';
import { type FaultWorld, killBrowser, none, seeded, wait } from './fault-world.ts';

/** Killed so many times in a row, a profile is looked at once more and given up. */
const LIVES = 6;

/** What the interface has said so far, over several lives of one profile. */
interface Said {
  pressed: string[];
  /** Contracts that stood in a list on the screen. */
  shown: Set<string>;
  step: string;
  /** Next was pressed and nothing seen of it yet. */
  isMoving: boolean;
}

/** Runs before the page's scripts: tells what stands on the screen whenever it changes. */
function tellWhatIsSeen(): void {
  const { told } = globalThis as unknown as { told(word: string): void };
  let before = '';
  new MutationObserver(() => {
    const lists = '[aria-label="Contracts"] .contract-text, [aria-label="Open contracts"] .contract-text';
    const texts = [...document.querySelectorAll(lists)].map((one) => one.textContent ?? '');
    const step = document.querySelector('[role="timer"]')?.getAttribute('aria-label') ?? '';
    const seen = JSON.stringify({ texts: texts.filter((text) => text.startsWith('by hand')), step });
    if (seen !== before) told(seen);
    before = seen;
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/**
 * A member writes contracts and moves the agenda, in the sidebar and in the popup, by what people press; as soon as the
 * screen has shown it, it counts. At a moment of chance every process gets SIGKILL. In the next life all that was shown is
 * shown again, once; what was not shown yet is there once or not at all; and the agenda stands at the step that was shown.
 */
export async function killedUnderHand(world: FaultWorld, seed: number): Promise<object> {
  const random = seeded(seed);
  const dir = await world.profile();
  const said: Said = { pressed: [], shown: new Set(), step: '', isMoving: false };
  let steps = 0;
  for (let kill = 0; kill <= LIVES; kill += 1) {
    const rig = await world.start(dir);
    const sidebar = await rig.open(`sidebar.html?circle=${THURSDAY}`);
    await sidebar.setViewportSize({ width: 360, height: 900 });
    if (kill === 0) await sidebar.getByRole('button', { name: 'Start meeting' }).click();
    await sidebar.getByRole('timer').waitFor();
    const list = sidebar.getByRole('list', { name: 'Contracts' });
    // Hidden while nothing was made at this meeting.
    await list.waitFor({ state: 'attached' });
    const lists = [
      await list.locator('.contract-text').allInnerTexts(),
      await openOnes(await rig.open('popup.html')),
    ];
    const found: string[] = [];
    for (const text of said.pressed) {
      // The sidebar shows what was made at this meeting, the popup what is mine; some stand in both.
      const times = Math.max(...lists.map((texts) => texts.filter((one) => one === text).length));
      if (times > 1 || (times === 0 && said.shown.has(text))) found.push(`“${text}” is there ${times} times`);
    }
    const step = (await sidebar.getByRole('timer').getAttribute('aria-label')) ?? '';
    if (said.step !== '' && step !== said.step && !said.isMoving)
      found.push(`the agenda stands at ${step}, it stood at ${said.step}`);
    none(`seed ${seed}, after ${kill} kills`, found);
    said.step = step;
    said.isMoving = false;
    if (kill === LIVES) {
      await rig.close();
      break;
    }
    const page = random() < 0.6 ? sidebar : await rig.open('popup.html');
    await page.exposeFunction('told', (word: string) => {
      const seen = JSON.parse(word) as { texts: string[]; step: string };
      for (const text of seen.texts) said.shown.add(text);
      if (seen.step === '' || seen.step === said.step) return;
      said.step = seen.step;
      said.isMoving = false;
      steps += 1;
    });
    await page.evaluate(tellWhatIsSeen);
    const writing = write(page, said, `by hand ${seed}.${kill}`, page === sidebar, random);
    writing.catch(() => undefined);
    await wait(300 + random() * 2_000);
    await killBrowser(rig);
  }
  return {
    kills: LIVES,
    contractsShown: said.shown.size,
    contractsPressed: said.pressed.length,
    stepsShown: steps,
  };
}

/** All that the popup lists. */
async function openOnes(popup: Page): Promise<string[]> {
  const texts = popup.getByRole('list', { name: 'Open contracts' }).locator('.contract-text');
  await texts.first().waitFor();
  const more = popup.getByRole('button', { name: 'Show more' });
  while ((await more.count()) > 0) await more.click();
  const found = await texts.allInnerTexts();
  await popup.close();
  return found;
}

async function write(
  page: Page,
  said: Said,
  name: string,
  mayMove: boolean,
  random: () => number,
): Promise<void> {
  page.setDefaultTimeout(5_000);
  for (let i = 0; ; i += 1) {
    if (mayMove && random() < 0.35) {
      said.isMoving = true;
      await page.getByRole('button', { name: /^Next: / }).click();
      // A second press within a moment counts as a double click.
      await wait(400);
      continue;
    }
    const text = `${name}.${i}`;
    await page.getByRole('textbox', { name: 'New contract' }).fill(text);
    said.pressed.push(text);
    await page.getByRole('button', { name: 'Add contract' }).click();
    await wait(random() * 120);
  }
}
