import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

interface Part<Props extends object> {
  readonly waiting: ReactNode;
  loaded: ComponentType<Props> | undefined;
  preload(): Promise<void>;
}

/**
 * A part that is loaded when it is first wanted, with `waiting` in its place until then; once loaded, it is there at
 * once. A failure to load is thrown where the part would be drawn. Not React's `lazy`: whatever waits in a Suspense is
 * shown 300 ms later at the earliest (FALLBACK_THROTTLE_MS in react-dom), and a file of one's own is there in ten.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): ComponentType<Props> & Pick<Part<Props>, 'preload'> {
  const part: Part<Props> = {
    waiting,
    loaded: undefined,
    async preload() {
      part.loaded ??= await load();
    },
  };
  return Object.assign((props: Props) => <Loaded part={part} props={props} />, { preload: part.preload });
}

function Loaded<Props extends object>({
  part,
  props,
}: {
  readonly part: Part<Props>;
  readonly props: Props;
}) {
  const [Shown, setShown] = useState(() => part.loaded);
  const [failure, setFailure] = useState<{ readonly of: unknown } | null>(null);
  useEffect(() => {
    let isGone = false;
    part.preload().then(
      () => isGone || setShown(() => part.loaded),
      (of: unknown) => isGone || setFailure({ of }),
    );
    return () => {
      isGone = true;
    };
  }, [part]);
  if (failure) throw failure.of;
  return Shown ? <Shown {...props} /> : part.waiting;
}
