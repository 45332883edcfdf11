import { t } from '@/lib/platform/i18n';
import { make, makeButton } from './dom';
import { freeTop } from './free-top';
import { separator } from './separator';
import css from './shell.css?inline';

/** The one element of ours in the page, ever. */
export const SHELL_TAG = 'circlekeeper-sidebar';

/** What the shell shows: nothing, the launcher, its question, the open panel, or the panel folded to a slim tab. */
export type ShellView =
  | { kind: 'none' | 'launcher' | 'folded' }
  | { kind: 'ask'; weekday: string }
  | { kind: 'open'; focus: boolean };

export interface ShellWorld {
  /** Address of the frame. */
  frame: string;
  /** CSS px at the window's top and bottom that are the host's, just now. */
  bars(): { top: number; bottom: number };
  signal: AbortSignal;
  /** The launcher or the slim tab was pressed. */
  opened(): void;
  folded(): void;
  answered(yes: boolean): void;
  /** The width to remember, CSS px. */
  resized(width: number): void;
}

export interface Shell {
  show(view: ShellView): void;
  /** The width wished for, CSS px; the window may allow less. */
  setWidth(width: number): void;
  /** Puts the host element back if the page took it out. Cheap: it is called every second. */
  settle(): void;
  /** The extension behind this page is gone: the panel says so, at once or when it is next opened. */
  outdate(): void;
}

/** Removes what an earlier instance of the extension left in the page, so that there is one shell, ever. */
export function removeOrphans(): void {
  for (const orphan of document.querySelectorAll(SHELL_TAG)) orphan.remove();
}

/** Builds the shell, out of the page until something is shown. All texts are read now: a dead extension has none. */
export function createShell(world: ShellWorld): Shell {
  const early = { capture: true, signal: world.signal };
  const host = document.createElement(SHELL_TAG);
  // A box of its own, since what has none counts as hidden for assistive tools and tests.
  host.style.cssText = 'all:initial;position:fixed;padding:1px';
  const root = host.attachShadow({ mode: 'open' });
  // A content script's own style is not subject to the page's CSP; in Firefox only if its text is set as a whole (153).
  root.appendChild(make('style', {})).textContent = css;

  let view: ShellView = { kind: 'none' };

  const frame = make('iframe', { title: t('appName'), src: world.frame });
  const panel = make('div', { class: 'panel' });
  const panelEdge = separator(panel, world.resized);
  const fold = makeButton({ class: 'fold', 'aria-label': t('callFold') }, '›', world.folded);
  panel.append(frame, fold, panelEdge.element);

  const question = make('p', { id: 'q' });
  const ask = make(
    'div',
    { class: 'ask', role: 'group', 'aria-labelledby': 'q' },
    question,
    makeButton({ class: 'main' }, t('callYes'), () => world.answered(true)),
    makeButton({}, t('callNotNow'), () => {
      // It goes, and the keyboard would go to the host's page.
      open.focus();
      world.answered(false);
    }),
  );
  const open = makeButton({ class: 'open', 'aria-label': t('callOpen') }, '', world.opened);
  const edge = make('div', { class: 'edge' }, ask, open);

  const reload = makeButton({ class: 'main' }, t('callReload'), () => location.reload());
  const notice = make('div', { class: 'note', role: 'alert' }, make('p', {}, t('callUpdated')), reload);

  // Pages have one-key shortcuts that listen on the window. Listeners of all worlds run in order of registration, and
  // this one is there before the page's scripts. The focused button still gets its click.
  const guard = (event: KeyboardEvent) => {
    if (event.target !== host) return;
    event.stopImmediatePropagation();
    const isOnEdge = event.type === 'keydown' && root.activeElement === panelEdge.element;
    if (isOnEdge && panelEdge.key(event.key)) event.preventDefault();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    addEventListener(type, guard, early);
  }
  // What a click opens may lie under the launcher, a moment later.
  for (const type of ['resize', 'click'] as const) {
    addEventListener(type, () => setTimeout(arrange, 500), early);
  }

  function show(next: ShellView): void {
    const { kind } = next;
    const isFolded = kind === 'folded';
    panel.classList.toggle('folded', isFolded);
    edge.classList.toggle('tab', isFolded);
    ask.hidden = kind !== 'ask';
    if (kind === 'ask') question.textContent = t('callAsk', { weekday: next.weekday });
    // Taking the frame out of the page ends it; folding keeps it, so that its clock and chime go on.
    place(panel, isFolded || kind === 'open');
    place(edge, kind !== 'open');
    const wasOpen = view.kind === 'open';
    view = next;
    settle();
    arrange();
    if (kind === 'open' && next.focus) (frame.isConnected ? frame : reload).focus();
    if (isFolded && wasOpen) open.focus();
  }

  /** Puts `part` into the shadow root or takes it out; what is there already stays, since moving a frame reloads it. */
  function place(part: Element, wanted: boolean): void {
    if (!wanted) part.remove();
    else if (part.parentNode !== root) root.append(part);
  }

  function settle(): void {
    if (view.kind === 'none') host.remove();
    else if (!host.isConnected) document.documentElement.append(host);
  }

  function arrange(): void {
    const { top, bottom } = world.bars();
    panel.style.top = `${top + 8}px`;
    panel.style.bottom = `${bottom + 8}px`;
    panelEdge.set();
    if (!edge.isConnected || edge.matches(':hover,:focus-within')) return;
    edge.style.top = `${freeTop(edge.getBoundingClientRect(), bottom, host)}px`;
  }

  return {
    show,
    settle,
    setWidth: panelEdge.set,
    outdate() {
      frame.remove();
      panel.append(notice);
      if (view.kind === 'ask') show({ kind: 'launcher' });
    },
  };
}
