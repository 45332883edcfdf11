import { browser } from 'wxt/browser';
import type { Reminder } from '../meeting/reminders.ts';
import type { Spoken } from '../store/remind.ts';
import { clock } from './clock.ts';
import { t } from './i18n.ts';
import { readReminderId, reminderId } from './reminder-id.ts';
import { reminderWords } from './reminder-words.ts';
import { REMINDERS, readSetting } from './settings.ts';

const SAMPLE = 'remind-sample';
/** There is one: it says that somebody waits, not who. */
export const TIE_REMINDER = 'remind-ties';

/** Whether the browser lets notifications through; what the computer's own settings say it cannot know. */
export async function mayNotify(): Promise<boolean> {
  // Firefox has no such question, and always lets them through.
  const ask = (browser.notifications as Partial<typeof browser.notifications>).getPermissionLevel;
  return ask === undefined || (await ask()) !== 'denied';
}

/** Shows a reminder as the member wants it. Rejects when the browser refuses. */
export async function showReminder(spoken: Spoken): Promise<void> {
  await show(reminderId(spoken.reminder), spoken);
}

/** Shows a reminder of a meeting that begins in `leadMs`, to try how it looks here. A click on it does nothing. */
export async function showSample(circleName: string, openContracts: number, leadMs: number): Promise<void> {
  const start = clock.now() + leadMs;
  const reminder = { kind: 'early', circleId: '', meetingId: '', start, at: clock.now() } as const;
  // Browsers show nothing new for a name that stands there already.
  await browser.notifications.clear(SAMPLE);
  await show(SAMPLE, { reminder, lengthMs: 0, circleName, openContracts });
}

/** Says that it may be time for a word; names nobody. Rejects when the browser refuses. */
export async function showTieReminder(): Promise<void> {
  await browser.notifications.clear(TIE_REMINDER);
  await browser.notifications.create(TIE_REMINDER, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: t('remind_ties_title'),
    message: t('remind_ties_message'),
  });
}

async function show(id: string, spoken: Spoken): Promise<void> {
  const { named } = await readSetting('reminders', REMINDERS);
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    ...reminderWords(spoken, named, clock.now()),
  });
}

/** The reminders that stand on the screen or in the computer's list. */
export async function shownReminders(): Promise<Omit<Reminder, 'at'>[]> {
  return Object.keys(await browser.notifications.getAll()).flatMap((id) => readReminderId(id) ?? []);
}

/** Takes a reminder away. */
export async function hideReminder(reminder: Omit<Reminder, 'at'>): Promise<void> {
  await browser.notifications.clear(reminderId(reminder));
}
