import { POPUP, REMINDERS, readSetting, writeSetting } from './settings.ts';

/** A circle goes on under another id (it was shared, or joined to a shared one): what was set for it on this device goes on. */
export async function moveCircleSettings(from: string, to: string): Promise<void> {
  const [popup, reminders] = await Promise.all([
    readSetting('popup', POPUP),
    readSetting('reminders', REMINDERS),
  ]);
  if (popup.circleId === from) await writeSetting('popup', { ...popup, circleId: to });
  if (reminders.muted.includes(from)) {
    const muted = [...new Set(reminders.muted.map((id) => (id === from ? to : id)))];
    await writeSetting('reminders', { ...reminders, muted });
  }
}
