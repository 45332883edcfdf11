import { useLiveQuery } from 'dexie-react-hooks';
import { useId, useState } from 'react';
import { Icon } from '@/components/ui/Icon';
import { FEWEST_IN_ALL, type Patterns, type Share, type Trait } from '@/lib/contract/patterns';
import { type MessageKey, t, tn } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { readPatterns } from '@/lib/store/patterns';
import type { CircleView } from '../circles/use-circles.ts';
import './patterns.css';

const TRAIT_KEYS = {
  day: 'patterns_day',
  know: 'patterns_know',
  ifThen: 'patterns_if_then',
  goal: 'patterns_goal',
  standing: 'patterns_standing',
  short: 'patterns_short',
} as const satisfies Record<Trait, MessageKey>;

/** What my own contracts show me, when I ask: read on opening, shown to nobody else, kept nowhere. */
export function MyPatterns({ circles }: { readonly circles: readonly CircleView[] }) {
  const [open, setOpen] = useState(false);
  const place = useId();
  return (
    <section className="patterns">
      <button
        type="button"
        className="patterns-toggle"
        aria-expanded={open}
        aria-controls={open ? place : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" />
        {t('patterns_title')}
      </button>
      {open ? (
        <div id={place} className="patterns-body">
          <p className="patterns-private">
            <Icon name="lock" />
            {t('patterns_private')}
          </p>
          <Found circles={circles} />
        </div>
      ) : null}
    </section>
  );
}

function Found({ circles }: { readonly circles: readonly CircleView[] }) {
  const found = useLiveQuery(() => readPatterns(database()), []);
  if (!found) return null;
  if (!found.all) return <p>{t('patterns_few', { count: FEWEST_IN_ALL, told: found.told })}</p>;
  const nameOf = (id: string) => circles.find(({ circle }) => circle.id === id)?.circle.name ?? '?';
  return (
    <>
      <ul className="plain-list patterns-list" aria-label={t('patterns_title')}>
        {linesOf(found, nameOf).map(({ words, share }) => (
          <li key={words}>
            <span>{words}</span>
            {share ? <Bar share={share} /> : null}
          </li>
        ))}
      </ul>
      <p className="patterns-private">{t('patterns_how')}</p>
    </>
  );
}

interface Line {
  words: string;
  share: Share | null;
}

const shareWords = ({ kept, of }: Share): string => t('patterns_share', { kept, of });

function linesOf({ all, traits, circles, took }: Patterns, nameOf: (id: string) => string): Line[] {
  return [
    ...(all ? [{ words: t('patterns_all', { share: shareWords(all) }), share: all }] : []),
    ...traits.map((one) => ({
      words: [
        t(TRAIT_KEYS[one.trait], { share: shareWords(one.with) }),
        one.without && t('patterns_without', { share: shareWords(one.without) }),
      ]
        .filter(Boolean)
        .join('; '),
      share: one.with,
    })),
    ...circles.map((one) => ({
      words: t('patterns_circle', { circle: nameOf(one.circleId), share: shareWords(one) }),
      share: one,
    })),
    ...(took ? [{ words: tn('patterns_took', took.middle, { of: took.of }), share: null }] : []),
  ];
}

/** The share as a row of marks: what was kept is filled. The words beside it say the same. */
function Bar({ share }: { readonly share: Share }) {
  return (
    <span className="patterns-bar" aria-hidden="true">
      <span style={{ inlineSize: `${(100 * share.kept) / share.of}%` }} />
    </span>
  );
}
