import { useLiveQuery } from 'dexie-react-hooks';
import { database } from '@/lib/store/database';
import { sharedHere } from '@/lib/store/space-settings';
import { useSpace } from './use-space.ts';

/** Keeps every shared circle of this device exchanged while the page is open; shows nothing. */
export function KeepShared() {
  const spaces = useLiveQuery(() => sharedHere(database()), []);
  return spaces?.map((space) => <One key={space} space={space} />);
}

function One({ space }: { readonly space: string }) {
  useSpace(space);
  return null;
}
