import './spinner.css';

/** A turning mark beside words that say what is going on; never alone. It stands still under reduced motion. */
export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}
