import type { FormEvent } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '@/test/gallery/mount';
import { useOneAtATime } from './use-one-at-a-time.ts';

interface FormProps {
  readonly act: () => Promise<void>;
  readonly onFailed: () => void;
  readonly onKept: (isKept: boolean) => void;
}

function Form({ act, onFailed, onKept }: FormProps) {
  const save = useOneAtATime((_event: FormEvent) => act());
  return (
    <form
      onSubmit={(event) => {
        void save(event).catch(onFailed);
        onKept(event.defaultPrevented);
      }}
    >
      <button type="submit">Save</button>
    </form>
  );
}

let remove = (): void => undefined;
afterEach(() => remove());

test('an act is not begun again while it is under way, and is free again also after it failed', async () => {
  const begun: { done(): void; fail(): void }[] = [];
  const act = () =>
    new Promise<void>((done, reject) => begun.push({ done, fail: () => reject(new Error('full')) }));
  const [onFailed, onKept] = [vi.fn(), vi.fn()];
  ({ remove } = await mount(<Form act={act} onFailed={onFailed} onKept={onKept} />));
  const press = () => page.getByRole('button', { name: 'Save' }).click();
  await press();
  await press();
  expect(begun.length).toBe(1);
  // Also where nothing is done the browser does not send the form.
  expect(onKept.mock.calls).toEqual([[true], [true]]);
  begun[0]?.fail();
  await vi.waitFor(() => expect(onFailed).toHaveBeenCalledOnce());
  await press();
  expect(begun.length).toBe(2);
  begun[1]?.done();
  await press();
  expect(begun.length).toBe(3);
});
