import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CARD_TAG, createCard, HEIGHTS, isDarkAt, removeOrphans } from './card';

/** What is inside; the page has no way to it, and the test one of its own. */
let root: ShadowRoot;

beforeEach(() => {
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function card(isDark = false) {
  const made = createCard('about:blank', isDark);
  document.body.append(made.element);
  return made;
}

describe('the card’s element', () => {
  it('shows the page neither what is inside nor a name', () => {
    const { element } = card();
    expect(root.mode).toBe('closed');
    expect(element.shadowRoot).toBeNull();
    expect(element.getAttributeNames()).toEqual([]);
    expect(element.innerHTML).toBe('');
  });

  it('has a frame with a title, and an address that says nothing but the scheme', () => {
    card(true);
    const frame = root.querySelector('iframe');
    expect(frame?.title).toBe('Circlekeeper');
    expect(frame?.getAttribute('src')).toBe('about:blank#dark');
  });

  it('has one height for each kind of card, whatever is in it', () => {
    const made = card();
    const heights = (['circle', 'offer'] as const).map((show) => {
      made.size(show, false);
      return root.querySelector('iframe')?.offsetHeight;
    });
    made.size('circle', true);
    expect([...heights, root.querySelector('iframe')?.offsetHeight]).toEqual([
      HEIGHTS.circle,
      HEIGHTS.offer,
      HEIGHTS.folded,
    ]);
  });

  it('says that the page is to be loaded again in the place of a frame that is dead', () => {
    card().outdate();
    expect(root.querySelector('iframe')).toBeNull();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Circlekeeper was updated.');
    expect(root.querySelector('button')?.textContent).toBe('Reload this page');
  });

  it('is removed when an earlier instance left it behind', () => {
    document.body.append(document.createElement(CARD_TAG), document.createElement(CARD_TAG));
    removeOrphans();
    expect(document.querySelectorAll(CARD_TAG)).toHaveLength(0);
  });

  it.each([
    ['rgb(32, 33, 36)', false],
    ['rgb(232, 234, 237)', true],
    ['rgba(255, 255, 255, 0.9)', true],
  ])('takes the scheme from the words around it: %s', (color, isDark) => {
    document.body.style.color = color;
    expect(isDarkAt(document.body)).toBe(isDark);
    document.body.style.color = '';
  });
});
