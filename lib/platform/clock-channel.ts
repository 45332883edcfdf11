const NAME = 'circlekeeper-clock';

/**
 * What the windows with a clock, and the sidebars beside them, tell each other: there is one clock at most. Within one
 * browser profile, between our own pages only.
 */
export type ClockNews =
  /** A clock was opened, in the window `holder` when that is a clock itself: the others close. */
  | { kind: 'opened'; id: string; holder: string }
  /** A sidebar asks whether there is one. */
  | { kind: 'who' }
  | { kind: 'here'; id: string }
  /** A sidebar puts the clock back. */
  | { kind: 'close' }
  | { kind: 'gone'; id: string }
  /** A sidebar was covered or is shown again, since somebody shares the screen: the clock goes with it. */
  | { kind: 'covered'; on: boolean };

export interface ClockChannel {
  tell(news: ClockNews): void;
  close(): void;
}

const isNews = (data: unknown): data is ClockNews =>
  typeof data === 'object' && data !== null && 'kind' in data && typeof data.kind === 'string';

/** Joins; `heard` gets what others tell. */
export function joinClocks(heard: (news: ClockNews) => void): ClockChannel {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => {
    if (isNews(data)) heard(data);
  };
  return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
}
