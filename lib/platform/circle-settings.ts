import { NUDGES, POPUP, REMINDERS, readSetting, writeSetting } from './settings.ts';

/** A circle goes on under another id (it was shared, or joined to a shared one): what was set for it on this device goes on, where nothing is set there. */
export async function moveCircleSettings(from: string, to: string): Promise<void> {
  const [popup, reminders, nudges] = await Promise.all([
    readSetting('popup', POPUP),
    readSetting('reminders', REMINDERS),
    readSetting('nudges', NUDGES),
  ]);
  const nudge = nudges.circles.find((one) => one.circleId === from);
  if (nudge) {
    const others = nudges.circles.filter((one) => one.circleId !== from);
    const isSet = others.some((one) => one.circleId === to);
    const circles = isSet ? others : [...others, { ...nudge, circleId: to }];
    await writeSetting('nudges', { ...nudges, circles });
  }
  if (popup.circleId === from) await writeSetting('popup', { ...popup, circleId: to });
  if (reminders.muted.includes(from)) {
    const muted = [...new Set(reminders.muted.map((id) => (id === from ? to : id)))];
    await writeSetting('reminders', { ...reminders, muted });
  }
}
