import { describe, expect, it } from 'vitest';
import { parseModule, shippedModules } from './source.ts';
import { textsOutsideCatalogue } from './texts.ts';

const texts = (jsx: string) =>
  textsOutsideCatalogue(parseModule('components/bad.tsx', `export const bad = (${jsx});`));

describe('every text people see comes from the catalogue', () => {
  it('so that no screen speaks English to somebody who reads another language', () => {
    // What people of the invented year wrote is no text of the interface; it has a file for each language of its own.
    const written = shippedModules().filter(({ path }) => !path.startsWith('lib/demo/words/'));
    expect(written.flatMap(textsOutsideCatalogue)).toEqual([]);
  });

  it.each([
    '<p>Hello there</p>',
    '<p>{"Hello"}</p>',
    `<p>{\`Hello \${name}\`}</p>`,
    '<p>{ready ? t("a") : "Wait"}</p>',
    '<p>{ready && "Ready"}</p>',
    '<button aria-label="Close" />',
    '<input placeholder={"Your name"} />',
    '<a title={old ? "Old" : t("new")} />',
    '<Button label="Save" />',
    'make("button", { "aria-label": "Close it" })',
    '<p>Grüße</p>',
  ])('the guard sees %s', (jsx) => {
    expect(texts(jsx)).toHaveLength(1);
  });

  it.each([
    '<p className="card wide">{t("card_open")} · {name}</p>',
    '<input type="text" name="title" value="abc" />',
    '<h1>Circlekeeper</h1>',
    '<b>{count > 1 ? "›" : "–"}</b>',
    '<Icon name="check" />',
    '<li>{items.map((item) => t(item.key))}</li>',
  ])('the guard leaves %s alone', (jsx) => {
    expect(texts(jsx)).toEqual([]);
  });
});
