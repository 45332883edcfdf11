import { type ReactNode, useCallback, useState } from 'react';
import { Notice } from '@/components/ui/Notice';
import { useToast } from '@/components/ui/ToastProvider';
import { undoDraft } from '@/lib/fact/draft';
import type { Draft, Fact } from '@/lib/fact/fact';
import { showBadge } from '@/lib/platform/badge';
import { t } from '@/lib/platform/i18n';
import { keepWhatMatters } from '@/lib/platform/persist';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { NotInCircleError } from '@/lib/store/device-keys';
import { isDiskFull } from '@/lib/store/disk-room';

export interface Done {
  readonly facts: readonly Fact[];
  /** Takes it all back. */
  readonly undo: () => Promise<void>;
}

export interface Recorder {
  /**
   * Records drafts. With `said` a toast says so and offers Undo. Resolves once they are on disk; null when they could
   * not be stored, which `problem` then says.
   * @param wayBack what Undo records, made when it is pressed. Default: what was recorded counts no more, though its
   * words stay in the log.
   */
  readonly record: (
    drafts: readonly Draft[],
    said?: string,
    wayBack?: () => Promise<readonly Draft[]>,
  ) => Promise<Done | null>;
  /** What went wrong, to be shown near what was pressed. */
  readonly problem: ReactNode;
}

const TEXTS = {
  full: { title: 'disk_full', kept: 'disk_full_kept', todo: 'disk_full_todo' },
  outside: {
    title: 'circles_outside_title',
    kept: 'circles_not_saved_kept',
    todo: 'circles_outside_todo',
  },
  other: {
    title: 'circles_not_saved_title',
    kept: 'circles_not_saved_kept',
    todo: 'circles_not_saved_todo',
  },
} as const;

/** Undoes facts entity by entity, as the member who wrote them. */
function undoOf(facts: readonly Fact[]): Draft[] {
  const groups = Map.groupBy(facts, (fact) => `${fact.log}\n${fact.entity}`);
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    const hashes = group.map((fact) => fact.hash);
    return first ? [undoDraft(first.log, first.by, first.entity, hashes)] : [];
  });
}

export interface Recording extends Recorder {
  /**
   * Does what writes in another way than by drafts alone. Resolves with its outcome once it is on disk; null when it could
   * not be stored, which `problem` then says.
   */
  readonly attempt: <T>(write: () => Promise<T>) => Promise<{ readonly outcome: T } | null>;
}

/** How a page records what its member does: stored, said, undoable, and counted on the badge. */
export function useRecord(): Recording {
  const toast = useToast();
  const [failed, setFailed] = useState<keyof typeof TEXTS | null>(null);

  const attempt = useCallback(async <T,>(write: () => Promise<T>) => {
    try {
      const outcome = await write();
      setFailed(null);
      return { outcome };
    } catch (error) {
      if (error instanceof NotInCircleError) setFailed('outside');
      else setFailed((await isDiskFull()) ? 'full' : 'other');
      return null;
    }
  }, []);

  const store = useCallback(
    async (drafts: readonly Draft[]): Promise<readonly Fact[] | null> => {
      const done = await attempt(() => append(database(), drafts));
      if (!done) return null;
      void showBadge(database());
      void keepWhatMatters(done.outcome);
      return done.outcome;
    },
    [attempt],
  );

  const record = useCallback(
    async (
      drafts: readonly Draft[],
      said?: string,
      wayBack?: () => Promise<readonly Draft[]>,
    ): Promise<Done | null> => {
      const facts = await store(drafts);
      if (!facts) return null;
      // What no longer holds makes no drafts: nothing was done, and nothing is said of it.
      if (facts.length === 0) return { facts, undo: async () => undefined };
      const undo = async () => {
        if (await store(wayBack ? await wayBack() : undoOf(facts))) toast({ text: t('circles_undone') });
      };
      if (said) toast({ text: said, action: { label: t('circles_undo'), onAction: () => void undo() } });
      return { facts, undo };
    },
    [store, toast],
  );

  const problem = failed ? (
    <Notice
      kind="problem"
      title={t(TEXTS[failed].title)}
      kept={t(TEXTS[failed].kept)}
      todo={t(TEXTS[failed].todo)}
      onClose={() => setFailed(null)}
    />
  ) : null;
  return { record, attempt, problem };
}
