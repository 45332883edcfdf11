import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createShell, removeOrphans, SHELL_TAG, type Shell, type ShellWorld } from './shell';

let life = new AbortController();
let told: ReturnType<typeof worldOf>;
let shell: Shell;

function worldOf(signal: AbortSignal) {
  return {
    frame: 'about:blank',
    bars: () => ({ top: 30, bottom: 80 }),
    signal,
    opened: vi.fn(),
    folded: vi.fn(),
    answered: vi.fn(),
    resized: vi.fn(),
  } satisfies ShellWorld;
}

beforeEach(() => {
  life = new AbortController();
  told = worldOf(life.signal);
  shell = createShell(told);
  shell.setWidth(360);
});
afterEach(() => {
  shell.show({ kind: 'none' });
  life.abort();
  document.body.replaceChildren();
});

const hosts = () => document.querySelectorAll(SHELL_TAG).length;
const button = (name: string) => page.getByRole('button', { name });

describe('the shell', () => {
  it('is not in the page before there is something to show, nor after', () => {
    expect(hosts()).toBe(0);
    shell.show({ kind: 'launcher' });
    expect(hosts()).toBe(1);
    shell.show({ kind: 'none' });
    expect(hosts()).toBe(0);
  });

  it('leaves the bars of the host free, at the top and at the bottom', () => {
    shell.show({ kind: 'open', focus: false });
    const root = document.querySelector(SHELL_TAG)?.shadowRoot;
    const box = root?.querySelector('.panel')?.getBoundingClientRect();
    expect(box?.top).toBe(38);
    expect(innerHeight - (box?.bottom ?? 0)).toBe(88);
  });

  it('asks by the weekday alone, and tells which answer was given', async () => {
    shell.show({ kind: 'ask', weekday: 'Thursday' });
    await expect.element(page.getByRole('group', { name: 'Is this Thursday circle?' })).toBeVisible();
    await expect.element(button('Open Circlekeeper')).toBeVisible();
    await userEvent.click(button('Yes'));
    await userEvent.click(button('Not now'));
    expect(told.answered.mock.calls).toEqual([[true], [false]]);
  });

  it('keeps the keyboard after "Not now", and takes it from nobody who is elsewhere', async () => {
    shell.show({ kind: 'ask', weekday: 'Thursday' });
    await userEvent.click(button('Not now'));
    shell.show({ kind: 'launcher' });
    const root = document.querySelector(SHELL_TAG)?.shadowRoot;
    expect(root?.activeElement?.className).toBe('open');
    const chat = document.body.appendChild(document.createElement('input'));
    shell.show({ kind: 'ask', weekday: 'Thursday' });
    chat.focus();
    shell.show({ kind: 'launcher' });
    expect(document.activeElement).toBe(chat);
  });

  it('takes the keyboard into the frame only when a person opened it, since people may be typing in the chat', () => {
    const chat = document.body.appendChild(document.createElement('input'));
    chat.focus();
    shell.show({ kind: 'open', focus: false });
    expect(document.activeElement).toBe(chat);
    shell.show({ kind: 'open', focus: true });
    expect(document.activeElement?.localName).toBe(SHELL_TAG);
  });

  it('hears no click that a script makes', async () => {
    shell.show({ kind: 'launcher' });
    document.querySelector(SHELL_TAG)?.shadowRoot?.querySelector<HTMLElement>('.open')?.click();
    expect(told.opened).not.toHaveBeenCalled();
    await userEvent.click(button('Open Circlekeeper'));
    expect(told.opened).toHaveBeenCalledOnce();
  });

  it('moves off a control that a click brought up under it, and back when it is gone', async () => {
    const top = () =>
      document.querySelector(SHELL_TAG)?.shadowRoot?.querySelector('.edge')?.getBoundingClientRect().top ?? 0;
    shell.show({ kind: 'launcher' });
    const before = top();
    const control = document.createElement('button');
    control.textContent = 'The host’s own';
    Object.assign(control.style, {
      position: 'fixed',
      right: '0',
      top: `${before + 5}px`,
      width: '60px',
      height: '30px',
    });
    const toggle = document.body.appendChild(document.createElement('button'));
    toggle.textContent = 'Panel';
    toggle.onclick = () => (control.isConnected ? control.remove() : document.body.append(control));
    await userEvent.click(button('Panel'));
    await expect.poll(top).toBeGreaterThanOrEqual(before + 35);
    await userEvent.click(button('Panel'));
    await expect.poll(top).toBe(before);
  });

  it('says that it is out of date at once when open, and without the question when asking', async () => {
    shell.show({ kind: 'ask', weekday: 'Thursday' });
    shell.outdate();
    expect(page.getByRole('group').query()).toBeNull();
    shell.show({ kind: 'open', focus: true });
    expect(page.getByRole('alert').element().textContent).toContain('Circlekeeper was updated.');
    const root = document.querySelector(SHELL_TAG)?.shadowRoot;
    expect(root?.activeElement?.textContent).toBe('Reload this page');
    expect(root?.querySelector('iframe')).toBeNull();
  });

  it('takes all listeners off the page with its life', async () => {
    shell.show({ kind: 'open', focus: false });
    const heard = vi.fn();
    addEventListener('keydown', heard);
    const edge = document.querySelector(SHELL_TAG)?.shadowRoot?.querySelector('hr');
    const press = () =>
      edge?.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true, composed: true }));
    press();
    expect(heard).not.toHaveBeenCalled();
    life.abort();
    press();
    expect(heard).toHaveBeenCalledOnce();
    removeEventListener('keydown', heard);
  });

  it('removes what a dead instance left behind', () => {
    document.documentElement.append(document.createElement(SHELL_TAG), document.createElement(SHELL_TAG));
    removeOrphans();
    expect(hosts()).toBe(0);
  });
});
