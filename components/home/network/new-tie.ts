import type { Draft } from '@/lib/fact/fact';
import { type Tie, writeTie } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { newId } from '@/lib/platform/id';

/** Somebody new, of whom little is said yet. */
export const newTie = (known: Partial<Tie> & Pick<Tie, 'name'>): Draft =>
  writeTie(
    newId(),
    { email: '', support: [], closeness: null, category: null, standing: null, metIn: null, ...known },
    null,
    clock.now(),
  );
