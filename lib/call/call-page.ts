import { browser } from 'wxt/browser';
import { callPageAnswers } from '@/lib/platform/messages';
import { answer, type Body, type Reply, send } from '@/lib/platform/messenger';
import type { PageContext } from '@/lib/platform/page-context';
import { readSetting, type Settings, SHELL, writeSetting } from '@/lib/platform/settings';
import type { CallAdapter } from './adapter';
import { createShell, removeOrphans } from './shell/shell';
import { watchCall } from './watch-call';

/**
 * Stands beside the host's call: watches it, asks the background whose call it is, and draws the shell. Decides only
 * what is shown; whose circle it is never reaches this page.
 */
export function callPage(ctx: PageContext, adapter: CallAdapter): void {
  removeOrphans();
  let call: Body<'call.seen'> = { host: adapter.host, code: null, state: 'outside', title: null };
  /** What the member did with the shell in this call: goes before what the background thinks. */
  let wish: 'open' | 'closed' | null = null;
  let isOpen = false;
  let question = 0;
  /** Which of this tab's calls the shell is for. */
  let shown = 0;
  let remembered = SHELL;

  const shell = createShell({
    frame: browser.runtime.getURL('/sidebar.html'),
    bars: () => adapter.bars(document),
    signal: ctx.signal,
    opened: () => {
      wish = 'open';
      void openShell();
    },
    folded,
    answered: async (yes) => {
      wish = yes ? 'open' : 'closed';
      apply(await send('call.answer', { yes }));
    },
    resized: (width) => remember({ ...remembered, width }),
  });

  function remember(next: Settings['shell']): void {
    remembered = next;
    void writeSetting('shell', next);
  }

  function showLauncher(): void {
    isOpen = false;
    shell.show({ kind: 'launcher' });
  }

  function folded(): void {
    remember({ ...remembered, folded: true });
    shell.show({ kind: 'folded' });
  }

  /** Opens as it was left last time; by the member's wish it opens in any case and takes the keyboard there. */
  async function openShell(): Promise<void> {
    isOpen = true;
    remembered = await readSetting('shell', SHELL);
    if (!isOpen) return;
    // A look here notices a dead extension, which opens on its notice.
    const byHand = wish === 'open' || !ctx.isValid;
    if (byHand && remembered.folded) remember({ ...remembered, folded: false });
    shell.setWidth(remembered.width);
    shell.show(remembered.folded ? { kind: 'folded' } : { kind: 'open', focus: byHand });
  }

  function apply(reply: Reply<'call.seen' | 'call.answer'>): void {
    // Without an answer the member still finds the way in.
    const show = reply.ok ? reply.show : 'launcher';
    if (reply.ok && reply.call !== shown) {
      shown = reply.call;
      wish = null;
      isOpen = false;
    }
    if (show === 'nothing' || call.state === 'outside') {
      isOpen = false;
      shell.show({ kind: 'none' });
    } else if (isOpen) {
      // What is open stays so until the call, or the member, says otherwise: people write contracts after hanging up.
    } else if (show === 'circle' && call.state === 'inCall' && wish !== 'closed') {
      void openShell();
    } else if (reply.ok && reply.show === 'ask' && wish === null) {
      shell.show({ kind: 'ask', weekday: reply.weekday });
    } else showLauncher();
  }

  async function seen(next: Body<'call.seen'>): Promise<void> {
    call = next;
    const current = ++question;
    let reply = await send('call.seen', call);
    // A worker that is stopped in the middle of an answer is started again by the next question.
    if (!reply.ok) reply = await send('call.seen', call);
    if (current === question && !ctx.signal.aborted) apply(reply);
  }

  const stopAnswering = answer(callPageAnswers, {
    'page.again': () => {
      void seen(call);
      return { ok: true };
    },
    'page.collapse': () => {
      if (isOpen) folded();
      return { ok: true };
    },
    'page.close': () => {
      wish = 'closed';
      if (isOpen) showLauncher();
      return { ok: true };
    },
    'page.names': () => ({
      ok: true,
      names: adapter.names(document),
      recording: !!document.querySelector(adapter.recording),
    }),
  });

  // Leaving the site: nobody else tells the side panel that the call is gone from this tab.
  addEventListener('pagehide', () => void send('call.seen', { ...call, state: 'outside' }), {
    signal: ctx.signal,
  });
  ctx.signal.addEventListener(
    'abort',
    () => {
      stopAnswering();
      // Either the extension was updated under this page, or a newer instance of it stands here now.
      if (browser.runtime?.id === undefined) shell.outdate();
      else shell.show({ kind: 'none' });
    },
    { once: true },
  );
  watchCall(ctx, adapter, (next) => void seen(next), shell.settle);
}
