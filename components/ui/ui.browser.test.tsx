import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Gallery } from '../../test/gallery/Gallery.tsx';
import { mount } from '../../test/gallery/mount.tsx';

let gallery: Awaited<ReturnType<typeof mount>>;

beforeEach(async () => {
  await page.viewport(900, 800);
  gallery = await mount(<Gallery />);
});

afterEach(() => {
  gallery.remove();
  document.documentElement.removeAttribute('data-theme');
});

const said = () => document.getElementById('said')?.textContent;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const focused = () =>
  document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label');

async function violations(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    // The page around the gallery is the test runner's.
    rules: { 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

describe('axe finds nothing', () => {
  test.each(['light', 'dark'])('on the gallery, %s', async (theme) => {
    document.documentElement.dataset.theme = theme;
    // Colours glide to the other theme: measured where they arrive.
    const glides = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.all(glides.map((one) => one.finished.catch(() => {})));
    expect(await violations()).toEqual([]);
  });

  test('with a dialog open, and in a menu', async () => {
    // Half-way through its opening a sheet's colours are not what anybody reads.
    const ends = (one: Animation) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime));
    const opened = () =>
      Promise.all(
        document
          .getAnimations()
          .filter(ends)
          .map((one) => one.finished.catch(() => {})),
      );
    await button('Open dialog').click();
    await opened();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await button('More').click();
    await opened();
    expect(await violations()).toEqual([]);
  });

  test('with a toast', async () => {
    await button('Add contract').click();
    await expect.element(button('Undo')).toBeVisible();
    await vi.waitFor(async () => expect(await violations()).toEqual([]));
  });
});

describe('menu', () => {
  test('opens by keyboard on its first item, goes round, and gives the focus back', async () => {
    button('More').element().focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focused()).toBe('Copy'));
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('Delete');
    await userEvent.keyboard('c');
    expect(focused()).toBe('Copy');
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(focused()).toBe('More'));
    await expect.element(button('More')).toHaveAttribute('aria-expanded', 'false');
  });

  test('does what was chosen once, and nothing for an item that is off', async () => {
    await button('More').click();
    await page.getByRole('menuitem', { name: 'Share' }).click({ force: true });
    expect(said()).toBe('Nothing yet');
    await userEvent.keyboard('{Home}{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(said()).toBe('Cover'));
    expect(focused()).toBe('More');
  });

  test('a press on its button closes it instead of opening it anew', async () => {
    await button('More').click();
    await expect.element(page.getByRole('menu', { name: 'More' })).toBeVisible();
    await button('More').click();
    await vi.waitFor(() => expect(button('More').element().getAttribute('aria-expanded')).toBe('false'));
  });

  test('stays inside a narrow window', async () => {
    await page.viewport(320, 500);
    await button('More').click();
    const box = page.getByRole('menu', { name: 'More' }).element().getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(320);
    expect(box.bottom).toBeLessThanOrEqual(500);
  });
});

describe('dialog', () => {
  test('holds the focus, closes by Escape and gives the focus back', async () => {
    await button('Open dialog').click();
    const dialog = page.getByRole('dialog', { name: 'Earlier wordings' });
    await expect.element(dialog).toBeVisible();
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(dialog.query()).toBeNull());
    expect(focused()).toBe('Open dialog');
    await button('Open dialog').click();
    await expect.element(dialog).toBeVisible();
  });

  test('a weighty question starts on the way out, so that Enter by habit loses nothing', async () => {
    await button('Delete this circle').click();
    await expect.element(page.getByRole('alertdialog', { name: 'Delete this circle?' })).toBeVisible();
    expect(focused()).toBe('Cancel');
    await userEvent.keyboard('{Enter}');
    expect(said()).toBe('Nothing yet');
    await button('Delete this circle').click();
    await button('Delete for good').click();
    expect(said()).toBe('Deleted');
  });
});

describe('toast', () => {
  test('Undo is reached by keyboard, works once, and the focus returns', async () => {
    button('Add contract').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Undo')).toBeVisible();
    button('New circle').element().focus();
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe('Undo');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(said()).toBe('Undone'));
    expect(button('Undo').query()).toBeNull();
    expect(focused()).toBe('New circle');
  });

  test('goes by itself, but not while somebody is on it', async () => {
    await button('Add contract').click();
    await expect.element(button('Undo')).toBeVisible();
    button('Undo').element().focus();
    await new Promise((later) => setTimeout(later, 2_000));
    expect(button('Undo').query()).not.toBeNull();
    button('Add contract').element().focus();
    await vi.waitFor(() => expect(button('Undo').query()).toBeNull(), { timeout: 3_000 });
  });

  test('is said politely in a region that was there before it', async () => {
    const region = document.querySelector('.toasts');
    expect(region?.getAttribute('aria-live')).toBe('polite');
    await button('Add contract').click();
    await vi.waitFor(() => expect(region?.textContent).toContain('Contract added'));
  });
});

describe('fields', () => {
  test('outcomes are radio buttons in one group: arrows choose, names are the words alone', async () => {
    const group = page.getByRole('group', { name: /Ask Professor Lindqvist/ });
    for (const name of ['Kept', 'Partly', 'Not yet', 'Released', 'Renegotiated'])
      await expect.element(group.getByRole('radio', { name, exact: true })).toBeInTheDocument();
    await group.getByRole('radio', { name: 'Kept' }).click();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(group.getByRole('radio', { name: 'Not yet' })).toBeChecked();
    await expect.element(group.getByRole('textbox', { name: 'Report' })).toBeInTheDocument();
  });

  test('Ctrl+Enter sends a text, Enter makes a line', async () => {
    const notes = page.getByRole('textbox', { name: 'Notes' });
    await notes.click();
    await userEvent.keyboard('a{Enter}b');
    expect(said()).toBe('Nothing yet');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(said()).toBe('Sent a\nb'));
  });

  test('a text area grows with its words', async () => {
    const notes = page.getByRole('textbox', { name: 'Notes' });
    const before = notes.element().getBoundingClientRect().height;
    await notes.fill('one\ntwo\nthree\nfour');
    await vi.waitFor(() =>
      expect(notes.element().getBoundingClientRect().height).toBeGreaterThan(before + 40),
    );
  });

  test('minutes are a spin button that counts by arrow and may be empty', async () => {
    const minutes = page.getByRole('spinbutton', { name: 'Minutes for Dana' });
    await minutes.click();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(minutes).toHaveValue(11);
    await minutes.fill('');
    await expect.element(minutes).toHaveValue(null);
  });

  test('a field says what is wrong with it', () => {
    const field = page.getByRole('textbox', { name: 'Calendar feed address' }).element();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(ids.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain('webcal');
  });

  test('a select is a combo box and a check box is named by its words', async () => {
    await page.getByRole('combobox', { name: 'Member' }).selectOptions('Bo Olsen');
    await expect.element(page.getByRole('combobox', { name: 'Member' })).toHaveValue('bo');
    await page.getByRole('checkbox', { name: 'Only me' }).click();
    await expect.element(page.getByRole('checkbox', { name: 'Only me' })).not.toBeChecked();
  });

  test('a busy button keeps its name and takes no second press', async () => {
    button('Import').element().focus();
    await userEvent.keyboard('{Enter}');
    expect(said()).toBe('Nothing yet');
    await expect.element(button('Import')).toHaveAttribute('aria-busy', 'true');
  });
});

test('nothing is wider than a window of 320 px', async () => {
  await page.viewport(320, 800);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
