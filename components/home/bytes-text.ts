import { numberFormat } from '@/lib/platform/intl';

const STEPS = [
  { unit: 'gigabyte', bytes: 1e9 },
  { unit: 'megabyte', bytes: 1e6 },
  { unit: 'kilobyte', bytes: 1e3 },
] as const;

/** A size as people read it: "2.9 MB". */
export function bytesText(bytes: number): string {
  const step = STEPS.find((one) => bytes >= one.bytes) ?? { unit: 'byte', bytes: 1 };
  const value = bytes / step.bytes;
  return numberFormat({
    style: 'unit',
    unit: step.unit,
    maximumFractionDigits: value < 10 && step.bytes > 1e3 ? 1 : 0,
  }).format(value);
}
