/**
 * Keeps what is typed while the popup is still opening its data, so that a hurried hand loses no letter.
 * Returns the function that ends this and gives the text.
 */
export function earlyKeys(page: Document): () => string {
  let text = '';
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace') text = text.slice(0, -1);
    else if ([...event.key].length === 1) text += event.key;
  };
  page.addEventListener('keydown', keep);
  return () => {
    page.removeEventListener('keydown', keep);
    return text.trimStart();
  };
}
