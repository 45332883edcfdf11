import { isNode, type Module, place, quasisOf, type SyntaxNode, textOf, walk } from './source.ts';

/** Letters that make a word somebody would have to translate. */
const WORD = /\p{L}{2,}/u;
/** A name is the same in every language. */
const isWords = (text: string): boolean => WORD.test(text.replaceAll('Circlekeeper', ''));

/** Attributes whose text people see or hear; on our own components too. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'heading',
  'hint',
  'label',
  'placeholder',
  'summary',
  'text',
  'title',
]);

/** Every text in a module that people would see although it does not come from the catalogue, as `place: text`. */
export function textsOutsideCatalogue(module: Module): string[] {
  const found: string[] = [];
  const report = (node: SyntaxNode, text: string) => {
    if (isWords(text)) found.push(`${place(module, node)}: ${text.trim()}`);
  };
  for (const [node, parent] of walk(module.tree)) {
    if (node.type === 'JSXText') report(node, String(node.value));
    else if (node.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute') {
      for (const literal of shownBy(node.expression)) report(literal, wordsOf(literal));
    } else if (node.type === 'JSXAttribute' && SPOKEN.has(nameOf(node.name))) {
      for (const literal of shownBy(node.value)) report(literal, wordsOf(literal));
    } else if (node.type === 'Property' && /^aria-|^title$|^placeholder$/.test(nameOf(node.key))) {
      // The shell is built without JSX. Elsewhere `title` may be a field of data: only words with a space are texts.
      for (const literal of shownBy(node.value)) {
        if (SPOKEN.has(nameOf(node.key)) && /\s/.test(wordsOf(literal).trim()))
          report(literal, wordsOf(literal));
      }
    }
  }
  return found;
}

const nameOf = (node: unknown): string => (isNode(node) ? String(node.name ?? node.value ?? '') : '');
const wordsOf = (node: SyntaxNode): string =>
  textOf(node) ?? (node.type === 'TemplateLiteral' ? quasisOf(node).join(' ') : '');

/** The literals that an expression may come to. Arguments of calls are not: `t('key')` shows something else. */
function* shownBy(node: unknown): Generator<SyntaxNode> {
  if (!isNode(node)) return;
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
      yield node;
      break;
    case 'JSXExpressionContainer':
      yield* shownBy(node.expression);
      break;
    case 'ConditionalExpression':
      yield* shownBy(node.consequent);
      yield* shownBy(node.alternate);
      break;
    case 'LogicalExpression':
    case 'BinaryExpression':
      if (['&&', '||', '??', '+'].includes(String(node.operator))) {
        yield* shownBy(node.left);
        yield* shownBy(node.right);
      }
      break;
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      yield* shownBy(node.expression);
      break;
  }
}
