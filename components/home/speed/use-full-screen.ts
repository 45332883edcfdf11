import { type RefObject, useEffect, useState } from 'react';

export interface FullScreen {
  /** Whether the element fills the screen. */
  readonly isOn: boolean;
  readonly isPossible: boolean;
  readonly toggle: () => void;
}

/** Lets an element fill the screen, for a projector; Escape is the browser's way out. */
export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const changed = () =>
      setOn(document.fullscreenElement !== null && document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [element]);
  const toggle = () => {
    const done = isOn ? document.exitFullscreen() : element.current?.requestFullscreen();
    // Refused by the browser or the system: the page stays as it is.
    done?.catch(() => setOn(false));
  };
  return { isOn, isPossible: document.fullscreenEnabled, toggle };
}
