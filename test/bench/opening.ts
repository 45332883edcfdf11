import type { Measured } from './measure.ts';
export async function opening(_: string): Promise<Measured[]> {
  throw new Error('not yet');
}
