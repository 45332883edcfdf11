export interface CirclesPageProps {
  /** From `#/circles/<id>`: that circle's own page; null for all of them. */
  readonly circleId: string | null;
}

/** The home page's section Circles: all of them, or one. Needs a ToastProvider above; brings its own heading level 1. */
export function CirclesPage(_props: CirclesPageProps) {
  return null;
}
