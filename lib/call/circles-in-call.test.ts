import { describe, expect, it } from 'vitest';
import type { CallState } from '@/lib/platform/messages';
import { circlesInCall } from './circles-in-call';
import { heldCall } from './held-call';
import { type SessionArea, tabMemory } from './tab-memory';

const CODE = 'abc-defg-hij';

function session(): SessionArea & { all(): Promise<Record<string, unknown>> } {
  const kept: Record<string, unknown> = {};
  return {
    get: async (key) => (key in kept ? { [key]: kept[key] } : {}),
    set: async (items) => void Object.assign(kept, items),
    remove: async (key) => void delete kept[key],
    all: async () => ({ ...kept }),
  };
}

const book = {
  circleByCode: async (_: string, code: string) => (code === CODE ? { circleId: 'c' } : null),
  circleNow: async (circleId: string) => circleId,
};
const inFront = async () => ({ active: true, audible: false });

async function found(
  state: CallState,
  tab: Parameters<typeof circlesInCall>[3] = inFront,
  code: string | null = CODE,
) {
  const area = session();
  await tabMemory(area).keepCall(
    7,
    heldCall(null, { host: 'meet', code, state, title: null }, 0, () => '?'),
  );
  await area.set({ 'event.tab.7': { site: 'google' } });
  return [...(await circlesInCall(area, () => area.all(), book, tab, 0))];
}

describe('the circles in whose call one is', () => {
  it('are those of calls that are on, or at whose door one stands, with the tab', async () => {
    expect(await found('inCall')).toEqual([['c', 7]]);
    expect(await found('lobby')).toEqual([['c', 7]]);
    expect(await found('left')).toEqual([]);
    expect(await found('outside')).toEqual([]);
  });

  it('are not those of a tab that nobody sees or hears, which may have told of last week’s call', async () => {
    expect(await found('inCall', async () => ({ active: false, audible: false }))).toEqual([]);
    expect(await found('inCall', async () => ({ active: false, audible: true }))).toEqual([['c', 7]]);
    expect(await found('inCall', async () => null)).toEqual([]);
  });

  it('are none for a call that no circle has', async () => {
    expect(await found('inCall', inFront, 'xyz-xyzx-xyz')).toEqual([]);
    expect(await found('inCall', inFront, null)).toEqual([]);
  });

  it('go by the member’s own word before the code', async () => {
    const area = session();
    const seen = { host: 'meet', code: CODE, state: 'inCall', title: null } as const;
    const call = heldCall(null, seen, 0, () => '?');
    await tabMemory(area).keepCall(7, call);
    await tabMemory(area).keepChoice(7, call, { chosen: { circleId: 'd', how: 'chosen' }, declined: [] });
    expect([...(await circlesInCall(area, () => area.all(), book, inFront, 0))]).toEqual([['d', 7]]);
  });
});
