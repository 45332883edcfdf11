import './visually-hidden.css';

/**
 * A polite status that is read out when its text changes. It must be on the screen, empty, before it has
 * something to say; the caller decides what is worth interrupting for.
 */
export function LiveRegion({ message }: { readonly message: string }) {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="visually-hidden">
      {message}
    </div>
  );
}
