import { sealAll } from '../../lib/store/lock/convert.ts';
import { TEST_KEY, TEST_LOCK } from './sealed-database.ts';

/** Seals the database of this name, telling how far it is; to be ended in the middle. */
addEventListener('message', ({ data: name }: MessageEvent<string>) => {
  void sealAll(name, TEST_LOCK, TEST_KEY, { onProgress: (share) => postMessage(share) }).then(() =>
    postMessage('done'),
  );
});
