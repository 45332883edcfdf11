import { readdirSync, readFileSync } from 'node:fs';
import { spot } from '../../lib/calendar/spot/spot.ts';
import { type Labelled, toSeries } from './to-series.ts';

export interface Miss {
  title: string;
  label: Labelled['label'];
  verdict: string;
  score: number;
  why: string;
}

export interface Measured {
  file: string;
  total: number;
  circles: number;
  /** Of those called a circle, the share that is one. */
  precision: number;
  /** Of the circles, the share called one; a "maybe" does not count. */
  recall: number;
  falsePositives: readonly Miss[];
  missed: readonly Miss[];
  /** Quiet offers: how many circles and how many others are only asked about. */
  maybe: { circles: number; others: number };
}

const FOLDER = new URL('./', import.meta.url);

/** The sets the spotter is tuned on, those that were once held out among them; a set kept apart bears another name. */
export function labelledFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => /^labelled.*\.json$/.test(name))
    .sort();
}

export function read(file: string): Labelled[] {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Labelled[];
}

/** Spots every entry of a labelled set without any known circle and compares with its label. */
export function measure(file: string, entries: readonly Labelled[] = read(file)): Measured {
  const rows = entries.map((entry, i) => {
    const { verdict, score } = spot(toSeries(entry, i), []);
    return { title: entry.title, label: entry.label, verdict, score, why: entry.why };
  });
  const called = rows.filter((row) => row.verdict === 'circle');
  const circles = rows.filter((row) => row.label === 'circle');
  const right = called.filter((row) => row.label === 'circle');
  const maybe = rows.filter((row) => row.verdict === 'maybe');
  return {
    file,
    total: rows.length,
    circles: circles.length,
    precision: called.length === 0 ? 1 : right.length / called.length,
    recall: circles.length === 0 ? 1 : right.length / circles.length,
    falsePositives: called.filter((row) => row.label === 'not'),
    missed: circles.filter((row) => row.verdict !== 'circle'),
    maybe: {
      circles: maybe.filter((row) => row.label === 'circle').length,
      others: maybe.filter((row) => row.label === 'not').length,
    },
  };
}

/** The figures and the misses by name, for people. */
export function report(measured: Measured): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const line = (miss: Miss) =>
    `  ${miss.label === 'not' ? 'wrongly a circle' : 'missed'} (${miss.verdict} ${miss.score.toFixed(2)}): ${miss.title.slice(0, 80)} – ${miss.why}`;
  return [
    `${measured.file}: ${measured.total} series, ${measured.circles} circles; precision ${percent(measured.precision)}, recall ${percent(measured.recall)}; wrongly called a circle: ${measured.falsePositives.length}; missed: ${measured.missed.length}, ${measured.maybe.circles} of them asked about; others asked about: ${measured.maybe.others}`,
    ...[...measured.falsePositives, ...measured.missed].map(line),
  ].join('\n');
}
