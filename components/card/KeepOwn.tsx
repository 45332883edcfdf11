import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { database } from '@/lib/store/database';
import { ownSpaces } from '@/lib/store/space-settings';
import { useSpace } from './use-space.ts';

/** Keeps one's own devices exchanged while the page is open, where there are several; shows nothing. */
export function KeepOwn() {
  const spaces = useLiveQuery(() => ownSpaces(database()), []);
  return spaces?.map((space) => <One key={space} space={space} />);
}

function One({ space }: { readonly space: string }) {
  useSpace(space);
  useEffect(() => {
    let stop = () => {};
    let isOver = false;
    void import('@/lib/store/tend-own').then(({ keepTended }) => {
      if (!isOver) stop = keepTended(database(), space);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [space]);
  return null;
}
