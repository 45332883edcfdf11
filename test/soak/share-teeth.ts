/**
 * Whether the simulator of sharing bites: `node test/soak/share-teeth.ts [--seed=N] [--most=N] [--fault=N]`. Each of
 * these faults is put into the code while it is loaded, nothing is written, and histories run until one shows it.
 */
import { spawnSync } from 'node:child_process';
import { registerHooks } from 'node:module';

interface Fault {
  what: string;
  file: string;
  from: string;
  to: string;
}

const FAULTS: readonly Fault[] = [
  {
    what: 'folds read in the order of arrival',
    file: 'lib/fact/fact.ts',
    from: '  if (a.at !== b.at) return a.at < b.at ? -1 : 1;',
    to: '  if (a) return 0;',
  },
  {
    what: 'words count whoever says them, as whomever',
    file: 'lib/circle/rights.ts',
    from: '  if (!isOfMember(rights, fact)) return false;',
    to: '',
  },
  {
    what: 'acts count without a right',
    file: 'lib/circle/rights.ts',
    from: 'return [devices, right ? [right] : []];',
    to: 'return [devices];',
  },
  {
    what: 'the last number of a removed device is not looked at',
    file: 'lib/circle/rights.ts',
    from: 'one.member === by && (one.last === null || seq <= one.last)',
    to: 'one.member === by',
  },
  {
    what: 'an author is adopted that was met elsewhere',
    file: 'test/builders/memory-share-store.ts',
    from: '      this.disk.retired = true;',
    to: '',
  },
  {
    what: 'a new author is not let in by the old one',
    file: 'lib/circle/succession.ts',
    from: '  if (!last) return null;',
    to: '  if (last || !last) return null;',
  },
  {
    what: 'the secret is not handed to whom the epoch missed',
    file: 'lib/circle/epoch-readers.ts',
    from: '  if (!without || without.length >= MOST_LEFT_OUT) return [];',
    to: '  return [];',
  },
  {
    what: 'no new epoch after somebody left',
    file: 'lib/circle/epoch-readers.ts',
    from: '  const isFull = without.length >= MOST_LEFT_OUT;',
    to: '  return false;',
  },
  {
    what: 'nobody is led out of an older epoch',
    file: 'lib/share/exchange/speaker.ts',
    from: '      if (authors.length === 0) return;',
    to: '      return;',
  },
  {
    what: 'facts of a later version are not passed on',
    file: 'lib/share/exchange/fact-inbox.ts',
    from: '      if (facts.length === 0) return;',
    to: '      facts = facts.filter((fact) => fact.v === 1);',
  },
  {
    what: 'signatures are not looked at',
    file: 'test/builders/memory-share-store.ts',
    from: 'open.filter((_, i) => !verdicts[i])',
    to: 'open.filter((_, i) => false)',
  },
  {
    what: 'words that were erased come back',
    file: 'lib/store/spaces.ts',
    from: 'kept.push(isTaken(fact) ? erase(fact) : fact)',
    to: 'kept.push(fact)',
  },
  {
    what: 'of two facts of one number one is asked for',
    file: 'lib/share/exchange/author-sums.ts',
    from: '  if (within.length === theirs.count && sumOf(within.map(({ hash }) => hash)) === theirs.sum) return null;',
    to: '  if (within.length >= theirs.last) return null;',
  },
  {
    what: 'nothing that is missing is asked for',
    file: 'lib/share/exchange/repair.ts',
    from: "  const effects: RepairEffect[] = [{ do: 'want'",
    to: "  if (claim) return [repair, []];\n  const effects: RepairEffect[] = [{ do: 'want'",
  },
];

const option = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const seed = Number(option('seed') ?? 1);
const most = Number(option('most') ?? 1000);
const only = option('fault');

if (only === undefined)
  for (const index of FAULTS.keys()) {
    const given = [`--seed=${seed}`, `--most=${most}`, `--fault=${index}`];
    spawnSync(process.execPath, [import.meta.filename, ...given], { stdio: 'inherit' });
  }
else await tryFault(FAULTS[Number(only)]);

async function tryFault(fault: Fault | undefined): Promise<void> {
  if (!fault) throw new Error('no such fault');
  let isIn = false;
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith(`/${fault.file}`)) return loaded;
      const source = String(loaded.source ?? '');
      if (!source.includes(fault.from)) throw new Error(`${fault.file} does not say: ${fault.from}`);
      isIn = true;
      return { ...loaded, source: source.replace(fault.from, () => fault.to) };
    },
  });
  const { checkSharing } = await import('./share-course.ts');
  if (!isIn) throw new Error(`${fault.file} is not loaded`);
  for (let done = 0; done < most; done++)
    try {
      await checkSharing({ seed: seed + done, histories: 1 });
    } catch (error) {
      const cause = String(error instanceof Error ? error.cause : error).slice(0, 110);
      console.log(`${fault.what}: found by history ${done + 1} (${cause})`);
      return;
    }
  console.log(`${fault.what}: not found in ${most} histories`);
}
