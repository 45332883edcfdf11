import { useLiveQuery } from 'dexie-react-hooks';
import { database } from '@/lib/store/database';
import { togetherOf } from '@/lib/store/together';
import type { CircleView } from '../use-circles.ts';
import { CommonSection } from './CommonSection.tsx';
import { LackSection } from './LackSection.tsx';
import { OffersSection } from './OffersSection.tsx';
import './together.css';

/** What members share, what each offers and looks for, and whom they lack outside. */
export function TogetherSections({ view }: { readonly view: CircleView }) {
  const { circle } = view;
  const rows = useLiveQuery(() => togetherOf(database(), circle.id), [circle.id]);
  if (!rows) return null;
  return (
    <>
      <CommonSection view={view} rows={rows.filter((row) => row.part === 'common')} />
      <OffersSection view={view} rows={rows.filter((row) => row.part === 'offer' || row.part === 'seek')} />
      <LackSection view={view} rows={rows.filter((row) => row.part === 'lack')} />
    </>
  );
}
