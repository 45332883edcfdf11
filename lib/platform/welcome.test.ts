import { expect, it } from 'vitest';
import { opensWelcome } from './welcome.ts';

it('opens once for whoever installs it from a store, so that they see where to begin', () => {
  expect(opensWelcome('install', 'normal')).toBe(true);
  expect(opensWelcome('install', 'sideload')).toBe(true);
});

it('opens no tab after updates, where an organisation installed it for everybody, or for those who develop it', () => {
  for (const reason of ['update', 'chrome_update', 'browser_update', 'shared_module_update'])
    expect(opensWelcome(reason, 'normal')).toBe(false);
  for (const type of ['admin', 'development', 'other']) expect(opensWelcome('install', type)).toBe(false);
});
