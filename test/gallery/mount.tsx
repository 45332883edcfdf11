import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastProvider } from '@/components/ui/ToastProvider';

interface ActWorld {
  IS_REACT_ACT_ENVIRONMENT?: boolean;
}

/** Puts `node` into the page for a test in a real browser. Returns how to show another and how to take it away. */
export async function mount(
  node: ReactNode,
): Promise<{ show(next: ReactNode): Promise<void>; remove(): void }> {
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  const show = async (next: ReactNode) => {
    const world: ActWorld = globalThis as ActWorld;
    world.IS_REACT_ACT_ENVIRONMENT = true;
    await act(async () => root.render(next));
    // Off again: what the test presses and types is not wrapped, as in the shipped page.
    world.IS_REACT_ACT_ENVIRONMENT = false;
  };
  await show(node);
  return {
    show,
    remove() {
      root.unmount();
      host.remove();
    },
  };
}

/** The same for what stands on the home page, which has toasts around it. */
export const mountAtHome = (node: ReactNode) =>
  mount(
    <ToastProvider>
      <main className="home-main">{node}</main>
    </ToastProvider>,
  );
