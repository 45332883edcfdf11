import { expect, test } from 'vitest';
import { mount } from '../../test/gallery/mount.tsx';
import { Page } from './Page.tsx';

test('the tab’s title, which others see when a screen is shared, need not say what the page is named', async () => {
  const { show } = await mount(<Page title="Circles">{null}</Page>);
  expect(document.title).toMatch(/^Circles/);
  await show(
    <Page title="After the divorce" tabTitle="Circles">
      {null}
    </Page>,
  );
  expect(document.title).toMatch(/^Circles/);
  expect(document.querySelector('h1')?.textContent).toBe('After the divorce');
});
