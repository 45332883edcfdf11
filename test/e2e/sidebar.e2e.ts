import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { axeFindings } from '../rig/axe.ts';
import { isLive } from '../rig/it-live.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { CIRCLE_CODE, OTHER_CODE } from '../sandbox/calendar.ts';
import { sandboxIcs } from '../sandbox/ics.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const MINUTE = 60_000;
let sandbox: Sandbox;
let rig: Rig;
let offset = 0;
const bugs: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

beforeEach(async () => {
  offset = 0;
  rig = await launch({ port: sandbox.port });
});
afterEach(async () => {
  await rig.close();
  expect(bugs.splice(0)).toEqual([]);
});

type Part = Page | FrameLocator;
const watch = (page: Page): Page => page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
const button = (part: Part, name: string | RegExp) => part.getByRole('button', { name });
const next = (part: Part) => button(part, /^Next:/);
const timer = (part: Part) => part.getByRole('timer');
const step = (part: Part) => timer(part).getAttribute('aria-label');

/** A circle with history in a window of its own, 360 × 640: the height of a laptop beside a call. */
async function openRoom(query = `?circle=${THURSDAY}`): Promise<Page> {
  const page = watch(await rig.open(`sidebar.html${query}`));
  await page.setViewportSize({ width: 360, height: 640 });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
const seedThursday = async () => seed(rig, thursdayCircle(Date.now()).facts);

async function forward(page: Page, ms: number): Promise<void> {
  offset += ms;
  await rig.moveClock(offset);
  await page.bringToFront();
}

async function nextTo(part: Part, label: RegExp): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    const before = await step(part);
    if (label.test(before ?? '')) return;
    await next(part).click();
    await expect.poll(() => step(part)).not.toBe(before);
  }
  throw new Error(`${label} never came`);
}

/** What has the focus: role and name as they are read, whether it can be seen, and whether something lies over it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A radio button or a checkbox is drawn by its label.
    const drawn = element.closest('label') ?? element;
    const box = drawn.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    const style = (one: Element) => getComputedStyle(one);
    const ringed = [element, drawn].some(
      (one) => style(one).outlineStyle !== 'none' || style(one).boxShadow !== 'none',
    );
    const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
    return {
      name: element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '',
      role: element.getAttribute('role') ?? (element.getAttribute('type') || element.localName),
      covered: !at || !(drawn.contains(at) || at.contains(drawn)),
      ringed,
    };
  });

describe('a tab that is closed while one still writes in it', () => {
  beforeEach(seedThursday);

  it('loses no words: of a private note, nor of a report', async () => {
    const page = await openRoom();
    await button(page, /^Start meeting/).click();
    await nextTo(page, /^Asha reports/);
    const note = (part: Page) => part.getByRole('textbox', { name: 'My note of this meeting' });
    const report = (part: Page) => part.getByRole('textbox', { name: 'Report', exact: true }).first();
    await page.getByText('Private note', { exact: true }).click();
    await note(page).pressSequentially('Ask Bea about the grant');
    // As its cross does it; the rig's other way asks no page.
    await page.close({ runBeforeUnload: true });

    const second = await openRoom();
    await expect.poll(() => note(second).inputValue()).toBe('Ask Bea about the grant');
    await report(second).pressSequentially('One reader so far');
    await second.close({ runBeforeUnload: true });

    const third = await openRoom();
    await expect.poll(() => report(third).inputValue()).toBe('One reader so far');
    await expect.poll(() => note(third).inputValue()).toBe('Ask Bea about the grant');
  });
});

describe('without a mouse', () => {
  beforeEach(seedThursday);

  it('runs a whole meeting: the focus goes on with the meeting and is never lost', async () => {
    const page = await openRoom();
    const to = async (name: RegExp) => {
      for (let i = 0; i < 120; i += 1) {
        if (name.test((await focused(page))?.name ?? '')) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never came to ${name}`);
    };
    await to(/^Start meeting/);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page))?.name).toBe('Next: Roles and asking for time');
    await page.keyboard.press('Enter');
    await expect.poll(() => step(page)).toBe('Roles and asking for time');
    await page.keyboard.press('Enter');
    await expect.poll(() => step(page)).toBe('Asha reports');
    await to(/^Kept/);
    await page.keyboard.press('ArrowRight');
    await page.getByText('1 of 10 reported').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect((await focused(page))?.name).toBe('Report');
    await page.keyboard.type('One reader so far');
    await page.keyboard.press('Enter');
    await to(/^Next:/);
    for (let i = 0; i < 12; i += 1) {
      const before = await step(page);
      await page.keyboard.press('Enter');
      await expect.poll(() => step(page)).not.toBe(before);
      expect((await focused(page))?.name).toMatch(/^Next:/);
    }
    expect(await step(page)).toBe('Asha’s contract');
    await to(/^Pass: no contract for Bea/);
    await page.keyboard.press('Enter');
    await page.getByText('passes this time').first().waitFor();
    expect((await focused(page))?.name).toContain('Bea Ortiz');
    await to(/^New contract$/);
    await page.keyboard.type('I write one page by Monday');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Contracts' }).getByText('I write one page').waitFor();
    expect((await focused(page))?.name).toBe('New contract');
    await to(/^Next:/);
    for (let i = 0; i < 6; i += 1) {
      const before = await step(page);
      await page.keyboard.press('Enter');
      await expect.poll(() => step(page)).not.toBe(before);
    }
    expect((await focused(page))?.name).toBe('End meeting');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page))?.name).toBe('Summary');
    await to(/^Copy summary/);
  });

  it.each([
    [360, 640],
    [320, 900],
    [560, 480],
  ])(
    'shows where the focus is at every stop, under nothing that stays in place (%i × %i)',
    async (width, height) => {
      const page = await openRoom();
      await page.setViewportSize({ width, height });
      await button(page, 'Start meeting').click();
      await nextTo(page, /Asha reports/);
      await page.locator('body').click({ position: { x: 3, y: 3 } });
      const seen: string[] = [];
      for (let i = 0; i < 140; i += 1) {
        await page.keyboard.press('Tab');
        const at = await focused(page);
        // Past the last stop the browser's own controls have the focus: nobody is trapped.
        if (!at) break;
        expect(at).toMatchObject({ covered: false, ringed: true, name: expect.stringMatching(/\S/) });
        seen.push(at.name);
      }
      expect(seen.length).toBeLessThan(140);
      const order = [
        /^Mute/,
        /^Next:/,
        /^Back|^Add a minute/,
        /^Kept/,
        /^Left early/,
        /^End meeting/,
        /^New contract/,
      ];
      const places = order.map((name) => seen.findIndex((one) => name.test(one)));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    },
  );
});

/** What can be read on the screen. */
const visibleText = async (page: Page): Promise<string> => {
  const texts = await page
    .locator('body *:visible')
    .evaluateAll((all) =>
      all.flatMap((one) => [...one.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : []))),
    );
  return texts.join(' ');
};

// `live/accessible` goes through these and all other screens, too.
describe.runIf(isLive)('in every state', () => {
  beforeEach(seedThursday);

  /**
   * No finding of axe, no target under 24 px, nothing wider than 320 px; in the dark, where the same stands in other
   * colours, their contrast.
   */
  async function check(page: Page, state: string): Promise<void> {
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await axeFindings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await axeFindings(page, { only: ['color-contrast'] });
    const bad = await page.evaluate(() => {
      const wide = document.documentElement.scrollWidth - window.innerWidth;
      const targets = [...document.querySelectorAll('button, input, select, textarea, summary')];
      const small = targets.flatMap((one) => {
        const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24)
          ? [`${one.outerHTML.slice(0, 80)} ${width}×${height}`]
          : [];
      });
      return [...(wide > 0 ? [`${wide} px too wide`] : []), ...small];
    });
    const all = [...light, ...dark.map((one) => `dark, ${one}`), ...bad];
    expect(all.map((one) => `${state}: ${one}`)).toEqual([]);
  }

  it('is accessible, can be hit and fits', async () => {
    const page = await openRoom('');
    page.setDefaultTimeout(10_000);
    await page.setViewportSize({ width: 320, height: 640 });
    await check(page, 'chooser');
    await button(page, /Thursday circle/).click();
    await button(page, 'Start meeting').waitFor();
    await check(page, 'before');
    const who = page.getByRole('group', { name: 'Who is here?' }).getByRole('checkbox');
    for (const one of await who.all()) await one.uncheck();
    await page.getByText('Tick who is here').waitFor();
    await check(page, 'nobody here');
    for (const one of await who.all()) await one.check();
    await button(page, 'Start meeting').click();
    await page.getByText('What is said here stays here. We do not').waitFor();
    await check(page, 'arriving');
    await forward(page, 80_000);
    await page.getByText('last minute').first().waitFor();
    await check(page, 'last minute');
    await forward(page, 3 * MINUTE);
    await page.getByText('2 min behind, Next re-fits the turns').waitFor();
    await check(page, 'over');
    await next(page).click();
    await expect.poll(() => step(page)).toBe('Roles and asking for time');
    await check(page, 'asking for time');
    await forward(page, 4 * MINUTE);
    await nextTo(page, /Asha reports/);
    await page.getByText(/turns \d+:\d\d, not 9:50/).waitFor();
    await page
      .getByRole('group', { name: /Send the aims/ })
      .getByRole('radio', { name: 'Renegotiated' })
      .check();
    await check(page, 'reports');
    await nextTo(page, /Asha’s turn/);
    await button(page, 'Pause').click();
    await button(page, 'Resume').waitFor();
    await check(page, 'paused');
    await nextTo(page, /Asha’s contract/);
    await check(page, 'contracts');
    await nextTo(page, /Strokes/);
    await check(page, 'close');
    await button(page, 'Cover sidebar').click();
    expect(await visibleText(page)).not.toContain('Thursday');
    await check(page, 'cover');
    await button(page, 'Show again').click();
    await button(page, 'End meeting').click();
    await page.getByText(/By your rhythm around/).waitFor();
    await page.getByText('Not reported').first().waitFor();
    await check(page, 'summary');
  });
});

describe('once is once', () => {
  beforeEach(seedThursday);

  it('counts a double click on Start, Next, Add contract and the last Next as one', async () => {
    const page = await openRoom();
    await button(page, 'Start meeting').dblclick();
    await timer(page).waitFor();
    await page.waitForTimeout(400);
    expect(await step(page)).toBe('Arrive');
    await next(page).dblclick();
    await page.waitForTimeout(600);
    expect(await step(page)).toBe('Roles and asking for time');
    await page.getByRole('textbox', { name: 'New contract' }).fill('I write one page');
    await button(page, 'Add contract').dblclick();
    const mine = page.getByRole('list', { name: 'Contracts' }).getByText('I write one page');
    await mine.waitFor();
    await page.getByRole('textbox', { name: 'New contract' }).fill('I write another one');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Contracts' }).getByText('I write another one').waitFor();
    await page.waitForTimeout(400);
    expect(
      await page
        .getByRole('list', { name: 'Contracts' })
        .getByText(/^I write/)
        .count(),
    ).toBe(2);
    await nextTo(page, /Fatima’s contract/);
    await next(page).dblclick();
    await page.waitForTimeout(600);
    expect(await step(page)).toBe('Strokes and close');
  });

  it('keeps whose words they are while one writes, though the turn goes on', async () => {
    const page = await openRoom();
    await button(page, 'Start meeting').click();
    await nextTo(page, /Asha’s contract/);
    const member = page.getByRole('combobox', { name: 'Member' });
    await expect.poll(() => member.inputValue()).toBe('m-asha');
    await page.getByRole('textbox', { name: 'New contract' }).fill('Asha asks for');
    await next(page).click();
    await expect.poll(() => step(page)).toBe('Bea’s contract');
    await expect.poll(() => member.inputValue()).toBe('m-asha');
    await button(page, 'Add contract').click();
    await expect.poll(() => member.inputValue()).toBe('m-bea');
  });

  it('shows Next of one window in the other, and moves one step when both press at once', async () => {
    const [one, two] = [await openRoom(), await openRoom()];
    await button(one, 'Start meeting').click();
    await timer(two).waitFor();
    await next(one).click();
    await expect.poll(() => step(two)).toBe('Roles and asking for time');
    // In one turn of both, however long it takes to reach each: a press that comes later is another step.
    const press = (page: Page, isFirst: boolean) =>
      page.evaluate((first) => {
        const next = [...document.querySelectorAll('button')].find((b) => b.textContent?.startsWith('Next'));
        const line = new BroadcastChannel('press');
        line.onmessage = () => next?.click();
        if (!first) return;
        line.postMessage(null);
        next?.click();
      }, isFirst);
    await press(two, false);
    await press(one, true);
    await expect.poll(() => step(one)).toBe('Asha reports');
    await one.waitForTimeout(500);
    expect([await step(one), await step(two)]).toEqual(['Asha reports', 'Asha reports']);
  });

  it('stays mute, in this window, the other one and after it was closed', async () => {
    const [one, two] = [await openRoom(), await openRoom()];
    await button(one, 'Mute').click();
    await expect.poll(() => button(two, 'Mute').getAttribute('aria-pressed')).toBe('true');
    await one.close();
    await expect.poll(async () => button(await openRoom(), 'Mute').getAttribute('aria-pressed')).toBe('true');
  });

  it('shows the summary of a meeting that nobody ended, and counts it as held', async () => {
    const page = await openRoom();
    await button(page, 'Start meeting').click();
    await nextTo(page, /Asha reports/);
    await forward(page, 8 * 60 * MINUTE);
    await page.reload();
    const summary = page.getByRole('region', { name: 'Summary' });
    await summary.getByText(/Nobody ended this meeting/).waitFor();
    await button(page, 'Hold another meeting').click();
    await page.getByText('Meeting 5').waitFor();
  });
});

describe('beside a call', () => {
  /** A circle from the sandbox's calendar under a name of its own; made as a member makes it. */
  async function fromCalendar(name: string): Promise<void> {
    const { calendar } = sandbox;
    const events = calendar.events.map((one) =>
      one.title === calendar.circleTitle ? { ...one, title: name } : one,
    );
    const home = watch(await rig.open('home.html#/calendars'));
    await home.getByLabel('Calendar file (.ics)').setInputFiles({
      name: 'week.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(sandboxIcs({ ...calendar, events, circleTitle: name }, Date.now())),
    });
    const article = home.getByRole('article', { name });
    await button(article as unknown as Part, 'This is a circle').click();
    await home.getByText(`${name} is ready`).waitFor();
    await home.close();
  }
  const inCall = (page: Page) => page.frameLocator('circlekeeper-sidebar iframe[title="Circlekeeper"]');
  const everything = (page: Page) =>
    page.evaluate(() => {
      const shell = document.querySelector('circlekeeper-sidebar')?.shadowRoot;
      return `${document.body.outerHTML}\n${shell?.innerHTML ?? ''}`;
    });
  async function enter(code: string): Promise<Page> {
    const page = watch(await rig.context.newPage());
    await page.goto(`https://meet.google.com/${code}`);
    await button(page, 'Join now').click();
    return page;
  }
  const NAME = 'Night owls peer mentoring circle';

  it('only asks where nothing but the time fits: no name before a click', async () => {
    await fromCalendar(NAME);
    const page = await enter(OTHER_CODE);
    const question = page.getByText(/^Is this \w+ circle\?$/);
    await question.waitFor();
    for (const word of ['Night owls', 'Asha', 'Bea Ortiz'])
      expect(await everything(page)).not.toContain(word);
    await button(page, 'Not now').click();
    await page.waitForTimeout(3_000);
    expect(await question.isVisible()).toBe(false);
    await page.close();

    const again = await enter('oth-call-abd');
    await button(again, /^Yes/).click();
    await inCall(again).getByRole('heading', { level: 1, name: NAME }).waitFor();
  });

  it('goes with a call and comes with the next one, without a page load', async () => {
    await fromCalendar(sandbox.calendar.circleTitle);
    const page = await enter(CIRCLE_CODE);
    await button(inCall(page), 'Start meeting').click();
    await timer(inCall(page)).waitFor();
    await button(page, 'Leave call').click();
    await button(page, 'Back to the start page').click();
    await expect.poll(() => page.locator('circlekeeper-sidebar').count()).toBe(0);
    await button(page, /circle$/)
      .first()
      .click();
    await button(page, 'Join now').click();
    await timer(inCall(page)).waitFor();
    await expect.poll(() => page.locator('circlekeeper-sidebar').count()).toBe(1);
  });

  it('keeps what stood in a field when the tab of the call was closed', async () => {
    await fromCalendar(sandbox.calendar.circleTitle);
    const page = await enter(CIRCLE_CODE);
    await button(inCall(page), 'Start meeting').click();
    await inCall(page).getByText('Private note', { exact: true }).click();
    const note = (of: Page) => inCall(of).getByRole('textbox', { name: 'My note of this meeting' });
    await note(page).pressSequentially('Ask Bea about the grant');
    await page.close({ runBeforeUnload: true });
    const again = await enter(CIRCLE_CODE);
    await expect.poll(() => note(again).inputValue()).toBe('Ask Bea about the grant');
  });

  it('goes on where it was after the extension was reloaded under it', async () => {
    await fromCalendar(sandbox.calendar.circleTitle);
    const page = await enter(CIRCLE_CODE);
    await button(inCall(page), 'Start meeting').click();
    await next(inCall(page)).click();
    await expect.poll(() => step(inCall(page))).toBe('Roles and asking for time');
    await rig
      .inExtension(
        () => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
        null,
      )
      .catch(() => undefined);
    await page.bringToFront();
    await button(page, 'Reload this page').click();
    await button(page, 'Join now').click();
    await timer(inCall(page)).waitFor();
    await expect.poll(() => step(inCall(page))).toBe('Roles and asking for time');
    await expect.poll(() => page.locator('circlekeeper-sidebar').count()).toBe(1);
  });

  it('needs no call: in person one chooses the circle and begins', async () => {
    await seedThursday();
    const page = await openRoom('');
    await button(page, /Thursday circle/).click();
    await button(page, 'Start meeting').click();
    await timer(page).waitFor();
    await page.getByText('Only on your screen').waitFor();
  });
});
