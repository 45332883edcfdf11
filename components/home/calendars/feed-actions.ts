import { askForHost, giveHostBack, readableHosts } from '@/lib/platform/feeds';
import { hasScriptOn } from '@/lib/platform/page-scripts';
import { removeSource } from '@/lib/store/calendar';
import { database, type Source } from '@/lib/store/database';
import { keepSplits } from '@/lib/store/decisions';
import type { SourceResult } from '@/lib/store/sources';
import { type JobResult, runJob } from '../run-job.ts';
import type { Failure } from './failure-text.ts';

export type Added =
  | { kind: 'added'; source: Source }
  /** The member, or the browser, said no to the host. */
  | { kind: 'refused' }
  | { kind: 'failed'; reason: Failure };

const hostOf = (url: string): string => new URL(url).hostname;

/**
 * Asks for leave to read from the feed's host and reads it. Called directly by a click, or the browser will not ask.
 * What could not be read leaves nothing behind, the leave included.
 */
export async function allowAndAdd(
  feed: { url: string; host: string },
  onReading: () => void,
): Promise<Added> {
  if (!(await askForHost(feed.host))) return { kind: 'refused' };
  onReading();
  const allowed = await allowedHosts(feed.host);
  const outcome = outcomeOf(await runJob({ do: 'add-feed', url: feed.url, allowed }));
  if (outcome.ok) {
    // Where that fails the next reading does it.
    await keepSplits(database()).catch(() => undefined);
    return { kind: 'added', source: outcome.source };
  }
  await giveBackUnused(feed.host);
  return { kind: 'failed', reason: outcome.reason === 'removed' ? 'failed' : outcome.reason };
}

/** Reads a feed again. Null: it went well, or the feed is gone; what went wrong is also kept with the source. */
export async function refreshNow(source: Source): Promise<Failure | null> {
  const allowed = await allowedHosts(hostOf(source.url ?? ''));
  const outcome = outcomeOf(await runJob({ do: 'refresh-feed', sourceId: source.id, allowed }));
  if (outcome.ok) await keepSplits(database()).catch(() => undefined);
  return outcome.ok || outcome.reason === 'removed' ? null : outcome.reason;
}

/** Asks again for leave that was taken back, and reads. Called directly by a click. */
export async function allowAgain(source: Source): Promise<Failure | null> {
  const granted = await askForHost(hostOf(source.url ?? ''));
  return granted ? refreshNow(source) : 'not-allowed';
}

/** Forgets a calendar; the last feed of a host gives the leave to read from it back. */
export async function forgetSource(source: Source): Promise<void> {
  await removeSource(database(), source.id);
  if (source.url) await giveBackUnused(hostOf(source.url));
}

async function giveBackUnused(host: string): Promise<void> {
  const hosts = await feedHosts();
  if (!hosts.includes(host) && !(await hasScriptOn(host))) await giveHostBack(host);
}

async function feedHosts(): Promise<string[]> {
  const sources = await database().sources.toArray();
  return sources.flatMap((source) => (source.url ? [hostOf(source.url)] : []));
}

/** A feed may lead on to the host of another feed. */
const allowedHosts = async (host: string): Promise<string[]> => readableHosts([host, ...(await feedHosts())]);

function outcomeOf(result: JobResult<SourceResult>): SourceResult | { ok: false; reason: 'failed' } {
  return result.kind === 'done' ? result.outcome : { ok: false, reason: 'failed' };
}
