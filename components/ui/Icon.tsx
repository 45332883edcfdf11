import { cx } from './cx.ts';
import './icon.css';

const ROUND = 'M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z';
const EYE =
  'M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5zM10 7.9a2.1 2.1 0 1 0 0 4.2a2.1 2.1 0 1 0 0-4.2z';
const BELL =
  'M10 3a4.4 4.4 0 0 1 4.4 4.4c0 4 1.6 4.9 1.6 6.1H4c0-1.2 1.6-2.1 1.6-6.1A4.4 4.4 0 0 1 10 3zM8.4 16.2a1.7 1.7 0 0 0 3.2 0';
const SLASH = 'M3.5 3.5l13 13';
const TRAY = 'M3.5 13.5v2a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-2';

interface Drawing {
  /** Drawn with the pen. */
  readonly line?: string;
  /** Filled. */
  readonly solid?: string;
  /** Drawn in dashes. */
  readonly dashed?: string;
  /** Points along the line of reading, so it is mirrored where one reads from the right. */
  readonly turns?: true;
}

/** Drawn on a grid of 20 × 20. */
const DRAWINGS = {
  arrow: { line: 'M4 10h12M11 5l5 5-5 5', turns: true },
  award: { line: 'M10 3.5a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4zM7.4 11.2L6.2 16.5l3.8-2 3.8 2-1.2-5.3' },
  bell: { line: BELL },
  'bell-off': { line: BELL + SLASH },
  calendar: {
    line: 'M4.5 4.5h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1zM3.5 8.5h13M7 2.8v3M13 2.8v3',
  },
  cap: { line: 'M10 4.5L2.5 8l7.5 3.5L17.5 8zM5.5 9.5v4c1.2 1.4 7.8 1.4 9 0v-4M17.5 8v5' },
  case: {
    line: 'M4 7h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM7.5 7V5.2a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1V7M3 11h14',
  },
  chart: { line: 'M3.5 16.5h13M6 13.5v-4M10 13.5v-8M14 13.5v-6' },
  check: { line: 'M4.5 10.5l3.7 3.7 7.3-8' },
  chevron: { line: 'M7.5 5l5 5-5 5', turns: true },
  circle: { line: ROUND },
  'circle-dashed': { dashed: ROUND },
  clock: { line: `${ROUND}M10 6.5V10l2.3 1.6` },
  close: { line: 'M5 5l10 10M15 5L5 15' },
  copy: {
    line: 'M8 7h7.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM4.2 13a.7.7 0 0 1-.7-.7V4.5a1 1 0 0 1 1-1h7.8a.7.7 0 0 1 .7.7',
  },
  cover: { line: EYE + SLASH },
  down: { line: 'M5 7.5l5 5 5-5' },
  download: { line: `${TRAY}M10 3.5v9M6 9l4 4 4-4` },
  edit: {
    line: 'M4 16l.8-3.4 8.4-8.4a1.3 1.3 0 0 1 1.9 0l.7.7a1.3 1.3 0 0 1 0 1.9l-8.4 8.4zM11.8 5.6l2.6 2.6',
  },
  eye: { line: EYE },
  flag: { line: 'M5.5 17V3.5h9.2l-2.4 3.6 2.4 3.6H5.5' },
  float: {
    line: 'M9 15.5H4.5a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h11a1 1 0 0 1 1 1V8',
    solid: 'M11 10.5h6.5v6H11z',
  },
  half: { line: ROUND, solid: 'M10 3.5a6.5 6.5 0 0 0 0 13z' },
  link: {
    line: 'M8.3 11.7a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1M11.7 8.3a3 3 0 0 0-4.3 0L4.7 11A3 3 0 0 0 9 15.3l1-1',
  },
  lock: {
    line: 'M5.5 9h9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM7 9V6.7a3 3 0 0 1 6 0V9',
  },
  more: {
    solid:
      'M4.5 8.6a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 1 0 0-2.8zM10 8.6a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 1 0 0-2.8zM15.5 8.6a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 1 0 0-2.8z',
  },
  mail: {
    line: 'M4 5h12a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3.5 6l6.5 5 6.5-5',
  },
  network: {
    line: 'M10 7.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8zM4 3.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3zM16.2 4.4a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3zM12.6 14.6a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3zM5.2 5.9l2.9 2.6M14.8 6.8l-2.6 1.9M10.9 12.3l.7 2.4',
  },
  note: {
    line: 'M5 3.5h10a1 1 0 0 1 1 1v7.3l-4.2 4.7H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM16 11.8h-3.2a1 1 0 0 0-1 1v3.7M7 7.5h6M7 10.5h3',
  },
  pass: { line: 'M4.5 5.5l5 4.5-5 4.5M10.5 5.5l5 4.5-5 4.5', turns: true },
  pause: { solid: 'M6 4.5h2.6v11H6zM11.4 4.5H14v11h-2.6z' },
  people: {
    line: 'M7.5 4.5a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2zM2.8 16c0-2.6 2.1-4.2 4.7-4.2s4.7 1.6 4.7 4.2M12.6 4.7a2.6 2.6 0 0 1 0 4.8M14.2 12.1c1.8.5 3 1.9 3 3.9',
  },
  play: { solid: 'M6.5 4.4v11.2l9.2-5.6z' },
  plus: { line: 'M10 4.5v11M4.5 10h11' },
  print: {
    line: 'M6 8V3.5h8V8M6 14H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-2M6 11.8h8v4.7H6z',
  },
  search: { line: 'M9 4a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM12.7 12.7l3.8 3.8' },
  speech: {
    line: 'M4.5 4h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H10l-3.5 3.3V13h-2a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM7 7.2h6M7 9.9h4',
  },
  sprout: {
    line: 'M10 17v-7M10 10c0-3.2-2.2-5-6-5 0 3.5 2.2 5 6 5zM10 11.5c0-2.6 2-4.2 5.8-4.2 0 3-2 4.2-5.8 4.2z',
  },
  steps: { line: 'M3.5 16.5h3.6v-4h3.6v-4h3.6v-4h2.2' },
  trash: {
    line: 'M4 5.8h12M8 5.8V4.5a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.3M5.5 5.8l.7 9.8a1 1 0 0 0 1 .9h5.6a1 1 0 0 0 1-.9l.7-9.8M8.5 9v4.5M11.5 9v4.5',
  },
  undo: { line: 'M7.5 4.5L4 8l3.5 3.5M4 8h7.8a4 4 0 0 1 0 8H8.5', turns: true },
  up: { line: 'M5 12.5l5-5 5 5' },
  upload: { line: `${TRAY}M10 12.7V3.6M6 7.5l4-4 4 4` },
} as const satisfies Readonly<Record<string, Drawing>>;

export type IconName = keyof typeof DRAWINGS;

/** Every drawing there is, for a page that shows them all. */
export const iconNames = Object.keys(DRAWINGS) as readonly IconName[];

/** A drawing beside a word: always decoration, the name comes from the word or the control's label. */
export function Icon({
  name,
  className,
}: {
  readonly name: IconName;
  readonly className?: string | undefined;
}) {
  const drawing: Drawing = DRAWINGS[name];
  return (
    <svg
      className={cx('icon', drawing.turns && 'icon-turns', className)}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      {drawing.solid ? <path className="icon-solid" d={drawing.solid} /> : null}
      {drawing.line ? <path d={drawing.line} /> : null}
      {drawing.dashed ? <path d={drawing.dashed} strokeDasharray="2.6 2.5" /> : null}
    </svg>
  );
}
