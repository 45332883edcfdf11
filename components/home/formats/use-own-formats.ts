import { useLiveQuery } from 'dexie-react-hooks';
import type { OwnFormat } from '@/lib/me/own-format';
import { database } from '@/lib/store/database';
import { listOwnFormats } from '@/lib/store/own-formats';

/** The formats I made, followed; undefined while they are being read. */
export const useOwnFormats = (): readonly OwnFormat[] | undefined =>
  useLiveQuery(() => listOwnFormats(database()), []);
