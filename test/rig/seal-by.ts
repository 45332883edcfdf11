import type { Rig } from './launch.ts';

/** Sets a passphrase as a member does, without a copy. @returns the recovery code. */
export async function setPassphrase(rig: Rig, passphrase: string): Promise<string> {
  const home = await rig.open('home.html#/settings');
  await home.getByRole('button', { name: 'Set a passphrase' }).click();
  const dialog = home.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('Passphrase again').fill(passphrase);
  await dialog.getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: 'Next' }).click();
  const code = await dialog.getByText(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/).textContent();
  await dialog.getByText('I have the code on paper').click();
  await dialog.getByRole('button', { name: 'Seal everything' }).click();
  await home.getByText('What is kept here is sealed on the disk.').waitFor();
  await home.close();
  return code ?? '';
}

/** The same, and locks. */
export async function sealBy(rig: Rig, passphrase: string): Promise<void> {
  await setPassphrase(rig, passphrase);
  const popup = await rig.open('popup.html');
  await popup.getByRole('button', { name: 'Lock now' }).click();
  await popup.getByRole('heading', { name: 'Circlekeeper is locked' }).waitFor();
  await popup.close();
}
