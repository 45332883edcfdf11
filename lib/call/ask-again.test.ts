import { expect, it } from 'vitest';
import { askAgain } from './ask-again.ts';

it('asks each tab that is at or in a call, and none that has left the site', async () => {
  const call = (state: string) => ({ host: 'meet', code: 'abc-defg-hij', state });
  const asked: number[] = [];
  await askAgain(
    {
      'call.tab.3': call('inCall'),
      'call.tab.4': call('outside'),
      'call.tab.5': call('lobby'),
      'call.choice.tab.6': { chosen: null, declined: [] },
      'lock.key': {},
    },
    async (tabId) => asked.push(tabId),
  );
  expect(asked).toEqual([3, 5]);
});
