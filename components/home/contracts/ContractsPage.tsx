/** The home page's section Contracts. Needs a ToastProvider above; brings its own heading level 1. */
export function ContractsPage() {
  return null;
}
