import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { StaysIn, useKept } from '@/components/ui/use-stays-drawn';
import './long-list.css';

export interface LongListProps<T> {
  /** The list's name. */
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T, at: number) => ReactNode;
  /** How high an item is as a rule, in px, until it was drawn once. */
  readonly itemHeight: number;
  readonly className?: string | undefined;
}

/**
 * A list of any length that moves with the page: only what is near the window is drawn. Each item says its place and how
 * many there are, so that a screen reader hears "12 of 10,000". What has the focus, or says that something is open in it
 * (`useStaysDrawn`), stays drawn wherever one scrolls to.
 */
export function LongList<T>({ label, items, keyOf, children, itemHeight, className }: LongListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<string | null>(null);
  const [kept, keep] = useKept();

  // What stands above may grow or shrink (a form opens, a filter wraps).
  useLayoutEffect(() => {
    const measure = () => {
      const box = list.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, []);

  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => itemHeight,
    getItemKey: (at) => {
      const item = items[at];
      return item === undefined ? at : keyOf(item);
    },
    overscan: 6,
    scrollMargin: top,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
      const staying = new Set(focused === null ? kept : [...kept, focused]);
      const places = [...staying].map((key) => items.findIndex((item) => keyOf(item) === key));
      const apart = places.filter((at) => at >= 0 && (at < from || at > to));
      return apart.length === 0 ? shown : [...shown, ...apart].sort((a, b) => a - b);
    },
  });

  return (
    <ul
      ref={list}
      className={`plain-list long-list ${className ?? ''}`}
      aria-label={label}
      style={{ blockSize: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((place) => {
        const item = items[place.index];
        return item === undefined ? null : (
          <li
            key={place.key}
            ref={virtual.measureElement}
            data-index={place.index}
            aria-posinset={place.index + 1}
            aria-setsize={items.length}
            style={{ transform: `translateY(${place.start - top}px)` }}
            onFocus={() => setFocused(keyOf(item))}
            onBlur={() => setFocused(null)}
          >
            <StaysIn id={keyOf(item)} keep={keep}>
              {children(item, place.index)}
            </StaysIn>
          </li>
        );
      })}
    </ul>
  );
}
