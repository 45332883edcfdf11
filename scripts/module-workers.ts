import type { Plugin } from 'vite';
import type { Entrypoint, EntrypointGroup } from 'wxt';

/** Scripts that pages run as workers. As modules they share their code with the pages instead of carrying a copy. */
const WORKERS = ['import-worker'];

/**
 * Builds the workers together with the pages. While developing, pages come from Vite's server and workers stay files
 * of their own; both start as modules.
 */
export function groupWorkers(groups: EntrypointGroup[]): void {
  const pages = groups.find((group): group is Entrypoint[] => Array.isArray(group));
  if (!pages) return;
  for (const name of WORKERS) {
    const index = groups.findIndex((group) => !Array.isArray(group) && group.name === name);
    const [worker] = index < 0 ? [] : groups.splice(index, 1);
    if (worker && !Array.isArray(worker)) pages.push(worker);
  }
}

/** What Vite lays around an `import()` names styles and chunks in the document; a worker has none and needs no styles. */
export function preloadInWorkers(): Plugin {
  return {
    name: 'circlekeeper:preload-in-workers',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('vite/preload-helper')) return null;
      const wanted = 'deps && deps.length > 0';
      if (!code.includes(wanted)) throw new Error('Vite loads its chunks in another way now.');
      return { code: code.replace(wanted, `typeof document !== 'undefined' && ${wanted}`), map: null };
    },
  };
}
