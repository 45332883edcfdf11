import type { Browser, Built } from '../guards/built.ts';
import type { Measured } from './measure.ts';

const LIMIT_KB = 1000;
const CONTENT_LIMIT_KB = 10;

/** What is sent to people, and what each call page has to read. */
export async function size(built: Record<Browser, Built>): Promise<Measured[]> {
  const { chrome } = built;
  const script = (chrome.manifest.content_scripts ?? []).flatMap(({ js }) => js ?? [])[0] ?? '';
  const kB = (bytes: number) => bytes / 1000;
  return [
    {
      bench: 'size',
      what: 'the packed extension',
      ours: kB(chrome.zipBytes),
      peer: LIMIT_KB,
      against: 'the limit',
      unit: 'kB',
      aim: '< 1 MB',
      runs: 1,
      beside: { 'edge, kB': kB(built.edge.zipBytes), 'firefox, kB': kB(built.firefox.zipBytes) },
    },
    {
      bench: 'size',
      what: 'the script in a call page',
      ours: kB(chrome.files.get(script) ?? Number.NaN),
      peer: CONTENT_LIMIT_KB,
      against: 'the limit',
      unit: 'kB',
      aim: '≤ 10 kB',
      runs: 1,
    },
    {
      bench: 'size',
      what: 'the script in a Teams call',
      ours: kB(chrome.files.get('teams-call.js') ?? Number.NaN),
      peer: CONTENT_LIMIT_KB,
      against: 'the limit',
      unit: 'kB',
      aim: '≤ 10 kB',
      runs: 1,
    },
  ];
}
