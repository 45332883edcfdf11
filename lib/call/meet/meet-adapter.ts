import type { CallAdapter } from '../adapter';
import { trackNamed } from '../call-tracker';
import { meetCode } from './meet-code';
import { meet } from './selectors';

/** Google Meet in the browser. */
export const meetAdapter: CallAdapter = {
  host: 'meet',
  // 2025-06: the bar is 80 px high in every layout read about.
  bars: () => ({ top: 0, bottom: 80 }),
  codeFrom: meetCode,
  follow: trackNamed,
  read(page) {
    const has = (selector: string) => page.querySelector(selector) !== null;
    const hasIcon = (name: RegExp) =>
      Array.from(page.querySelectorAll(meet.icon)).some((icon) => name.test(icon.textContent));
    const marked = has(meet.inCall);
    // The icons are many and read last: a call that shows its attributes never gets to them.
    const controls = marked || has(meet.leave) || hasIcon(meet.leaveIcon);
    const admitted = marked || (controls && (has(meet.tile) || hasIcon(meet.admittedIcon)));
    return { controls, admitted, ended: has(meet.ended) };
  },
  title: (page) => attribute(page, meet.title, meet.titleAttribute) ?? null,
  names(page) {
    const self = attribute(page, meet.self, meet.selfAttribute);
    const rows = Array.from(page.querySelectorAll(meet.person), (row) => row.ariaLabel?.trim());
    return [...new Set([self, ...rows].filter((name) => !!name) as string[])];
  },
  recording: meet.recording,
};

/** The trimmed value; undefined where there is none. */
function attribute(page: ParentNode, selector: string, name: string): string | undefined {
  return page.querySelector(selector)?.getAttribute(name)?.trim() || undefined;
}
