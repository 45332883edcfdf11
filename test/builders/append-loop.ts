// A worker that appends contracts as fast as it can and tells each once it was acknowledged; `name` is the database's.
import { makeContract } from '../../lib/contract/commands.ts';
import { append } from '../../lib/store/append.ts';
import { Database } from '../../lib/store/database.ts';
import { holdTestKey, isSealedRun } from './sealed-database.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<{ name: string; tab: string }>) => void;
  postMessage(hashes: readonly string[]): void;
};

scope.onmessage = async ({ data: { name, tab } }) => {
  if (isSealedRun()) holdTestKey();
  const db = new Database(name, () => Date.UTC(2026, 10, 5, 17));
  for (let i = 0; ; i += 1) {
    const drafts = [0, 1, 2].map((one) =>
      makeContract(
        {
          id: `${tab}-${i}-${one}`,
          circleId: 'b',
          memberId: 'm',
          meetingId: null,
          text: 'x',
          isPrivate: false,
        },
        null,
        i,
      ),
    );
    scope.postMessage((await append(db, drafts)).map((fact) => fact.hash));
  }
};
