import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../test/gallery/mount.tsx';
import { TextArea } from './TextArea.tsx';
import { TextField } from './TextField.tsx';

const nothing = () => {};

test('what is typed stays here: no spelling server, no suggestions, no form history', async () => {
  await mount(
    <>
      <TextArea label="Contract" value="" onChange={nothing} />
      <TextField label="Name" value="" onChange={nothing} />
      <TextField label="Passphrase" value="" onChange={nothing} autoComplete="new-password" />
    </>,
  );
  for (const name of ['Contract', 'Name']) {
    const field = page.getByRole('textbox', { name });
    await expect.element(field).toHaveAttribute('spellcheck', 'false');
    await expect.element(field).toHaveAttribute('writingsuggestions', 'false');
    await expect.element(field).toHaveAttribute('autocomplete', 'off');
  }
  await expect
    .element(page.getByRole('textbox', { name: 'Passphrase' }))
    .toHaveAttribute('autocomplete', 'new-password');
});
