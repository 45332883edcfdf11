import type { TabCall } from './held-call';

/** `storage.session`, or anything that keeps JSON values: worker memory is never the truth. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What the member decided about a call; by its code, so that it holds in every tab and after coming back. */
export interface CallChoice {
  /** The circle this call is for, how that came about, and when, UTC ms. */
  chosen: { circleId: string; how: 'chosen' | 'time'; at?: number } | null;
  /** Meetings for which "Is this Thursday circle?" was answered with "Not now". */
  declined: readonly string[];
}

export interface TabMemory {
  call(tabId: number): Promise<TabCall | null>;
  keepCall(tabId: number, call: TabCall): Promise<void>;
  forgetCall(tabId: number): Promise<void>;
  choice(tabId: number, call: TabCall): Promise<CallChoice>;
  keepChoice(tabId: number, call: TabCall, choice: CallChoice): Promise<void>;
}

/** Keeps calls and choices until the browser closes. Entries are written by {@link TabMemory} only. */
export function tabMemory(area: SessionArea): TabMemory {
  const read = async <T>(key: string) => ((await area.get(key))[key] as T | undefined) ?? null;
  return {
    call: (tabId) => read<TabCall>(callKey(tabId)),
    keepCall: (tabId, call) => area.set({ [callKey(tabId)]: call }),
    async forgetCall(tabId) {
      await area.remove(callKey(tabId));
      await area.remove(`call.choice.tab.${tabId}`);
    },
    choice: async (tabId, call) =>
      (await read<CallChoice>(choiceKey(tabId, call))) ?? { chosen: null, declined: [] },
    keepChoice: (tabId, call, choice) => area.set({ [choiceKey(tabId, call)]: choice }),
  };
}

const CALL = 'call.tab.';

function callKey(tabId: number): string {
  return `${CALL}${tabId}`;
}

/** The tabs with a call, from all that a session area holds. */
export function callsOf(all: Readonly<Record<string, unknown>>): { tabId: number; call: TabCall }[] {
  return Object.entries(all).flatMap(([key, value]) =>
    key.startsWith(CALL) ? [{ tabId: Number(key.slice(CALL.length)), call: value as TabCall }] : [],
  );
}

/** A call whose code nobody could read is known by its tab. */
function choiceKey(tabId: number, { host, code }: TabCall): string {
  return code === null ? `call.choice.tab.${tabId}` : `call.choice.${host}/${code}`;
}
