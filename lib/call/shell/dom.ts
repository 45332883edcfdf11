/** Makes an element; the page's Trusted Types allow no markup from text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? '');
  element.append(...children);
  return element;
}

/** A button that only a person can press: the page can reach into an open shadow root and click. */
export function makeButton(
  attributes: Readonly<Record<string, string>>,
  text: string,
  pressed: () => void,
): HTMLButtonElement {
  const button = make('button', attributes, text);
  button.onclick = (event) => {
    if (event.isTrusted) pressed();
  };
  return button;
}
