import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/platform/i18n';
import type { Relay } from '@/lib/share/invite/invitation';
import type { ProbeResult } from '@/lib/share/transport/probe';
import { probeWords } from '@/lib/share/transport/relay-words';

export type Tried = { at: 'not' } | { at: 'trying'; host: string } | { at: 'done'; result: ProbeResult };

export interface TryRelayProps {
  /** The relays as typed; null, with the problem shown, where they cannot be read. */
  readonly read: () => readonly Relay[] | null;
  readonly tried: Tried;
  readonly onTried: (tried: Tried) => void;
}

/** Tries a relay before a circle depends on it, and says in plain words what it can do. */
export function TryRelay({ read, tried, onTried }: TryRelayProps) {
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const tryIt = async () => {
    const first = read()?.[0];
    if (!first) return;
    stop.current?.abort();
    const signal = new AbortController();
    stop.current = signal;
    onTried({ at: 'trying', host: URL.parse(first.address)?.host ?? '' });
    const { probeRelay } = await import('@/lib/share/transport/probe');
    const result = await probeRelay(first, { signal: signal.signal });
    if (!signal.signal.aborted) onTried({ at: 'done', result });
  };
  const trying = tried.at === 'trying';
  const words = trying ? t('share_relay_trying', { host: tried.host }) : '';
  return (
    <div className="share-try">
      <Button busy={trying} onClick={() => void tryIt()}>
        {t('share_relay_try')}
      </Button>
      {trying ? <p className="quiet">{words}</p> : null}
      <LiveRegion message={words} />
      {tried.at === 'done' ? <Found result={tried.result} /> : null}
    </div>
  );
}

function Found({ result }: { readonly result: ProbeResult }) {
  const { tone, text } = probeWords(result);
  if (tone === 'not') return <Notice kind="problem" title={text} />;
  return (
    <p className="share-found" role="status">
      <Icon name={tone === 'works' ? 'check' : 'circle-dashed'} /> {text}
    </p>
  );
}
