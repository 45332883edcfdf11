import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { database } from '@/lib/store/database';
import { serveImports, type WorkerScope } from '@/lib/store/import-job';

export default defineUnlistedScript(() => {
  // A dedicated worker's own scope, which the types of a page do not know.
  serveImports(globalThis as unknown as WorkerScope, database());
});
