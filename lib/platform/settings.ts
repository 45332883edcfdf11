import { browser } from 'wxt/browser';

/**
 * Small device settings in `storage.local`: how things look here, nothing that anybody said. Content scripts read
 * them too, so no setting may tell who is in a circle.
 */
export interface Settings {
  /** The sidebar beside a call: its width in CSS px, and whether it was last folded to its slim tab. */
  shell: { width: number; folded: boolean };
  /** The language that the member chose; empty: as the browser. */
  language: { chosen: string };
  /** In the sidebar: whether the chime is off. */
  sidebar: { muted: boolean };
  /** The circle last written for in the popup: its random id, which tells nothing. Empty at first. */
  popup: { circleId: string };
  /** Nudges about contracts: circle's random id → how many days before its next meeting, and at what minute of the day. */
  nudges: { words: boolean; circles: readonly { circleId: string; days: number; minute: number }[] };
  /** Whether suggestions are offered while a contract is written. */
  hints: { contracts: boolean };
  /**
   * Reminders of meetings: how many minutes before, 0 for never; whether they name the circle; and the circles, by
   * their random ids, that the member wants none of; whether one also comes when it is time for a word.
   */
  reminders: { early: number; soon: number; named: boolean; muted: readonly string[]; ties: boolean };
  /** How one's network was last looked at. */
  network: { view: 'map' | 'list' };
  /** With a passphrase: after how many minutes without use it locks itself. */
  lock: { minutes: number };
  /** The card in a calendar's page: whether it was last folded to one line. */
  card: { folded: boolean };
  /** The calendars on the web in whose pages the member wants the card. */
  calendarPages: { google: boolean; outlook: boolean };
  /** The call pages, besides Meet's, beside which the member wants the sidebar. */
  callPages: { teams: boolean };
  /** Pages that were switched on and that the browser took away since; said until they are switched on or off again. */
  withdrawnPages: { google: boolean; outlook: boolean; teams: boolean };
}

/** What holds until the member changes it. One each, so that the script in a call page carries its own only. */
export const SHELL: Settings['shell'] = { width: 360, folded: false };
export const LANGUAGE: Settings['language'] = { chosen: '' };
export const SIDEBAR: Settings['sidebar'] = { muted: false };
export const POPUP: Settings['popup'] = { circleId: '' };
/** Without the name: a notification stands on locked and on shared screens. */
export const REMINDERS: Settings['reminders'] = {
  early: 24 * 60,
  soon: 10,
  named: false,
  muted: [],
  ties: false,
};
/** Neutral words, for the same reason; and none before somebody asks for one. */
export const NUDGES: Settings['nudges'] = { words: false, circles: [] };
export const HINTS: Settings['hints'] = { contracts: true };
export const NETWORK: Settings['network'] = { view: 'map' };
export const LOCK: Settings['lock'] = { minutes: 15 };
export const CARD: Settings['card'] = { folded: false };
export const CALENDAR_PAGES: Settings['calendarPages'] = { google: false, outlook: false };
export const CALL_PAGES: Settings['callPages'] = { teams: false };
export const WITHDRAWN_PAGES: Settings['withdrawnPages'] = { google: false, outlook: false, teams: false };

/** The stored value over the default, also where part of it was stored by an older version or cannot be read. */
export async function readSetting<K extends keyof Settings>(
  key: K,
  fallback: Settings[K],
): Promise<Settings[K]> {
  try {
    const stored = await browser.storage.local.get<Partial<Settings>>(key);
    return { ...fallback, ...stored[key] };
  } catch {
    return fallback;
  }
}

/** Keeps `value`. Resolves also when it could not be kept: a lost width is not worth an error beside a call. */
export async function writeSetting<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
  try {
    await browser.storage.local.set({ [key]: value });
  } catch {
    // Storage is full, or the extension was updated under this page.
  }
}
