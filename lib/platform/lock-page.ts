import { isDemonstration } from './demonstration.ts';
import { followUse, onLock } from './lock-key.ts';

/** In every page of ours: it begins anew when the store is locked or unlocked, and being used puts off the locking. */
export function keepWithLock({ isSealed }: { readonly isSealed: boolean }): void {
  if (isDemonstration()) return;
  onLock(() => location.reload());
  if (isSealed) followUse(window);
}
