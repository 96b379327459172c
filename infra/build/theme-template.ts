import Handlebars from 'handlebars';
import { type Place, ThemeError } from './theme-error.ts';

/** What a template may call. */
export type Known = { helpers: ReadonlySet<string>; partials: ReadonlySet<string> };

export type CompiledTemplate = { code: string; layout?: string };

const layoutMark = /^\s*\{\{!<\s*([\w./-]+)\s*\}\}/;

/**
 * One template as the source text of a JavaScript object for `Handlebars.template`.
 *
 * @param file where it stands, for messages
 * @throws ThemeError at a syntax error, a decorator, an unknown helper or partial
 */
export function compileTemplate(file: string, source: string, known: Known): CompiledTemplate {
  // express-hbs, which Ghost uses, does this to a template that ends in a mustache. Themes render the same here.
  const text = source.endsWith('}}') ? `${source} ` : source;
  check(parse(file, text), file, known);
  // A string and never the tree: compiling a tree is the way in of CVE-2021-23369 and its successors.
  const code = Handlebars.precompile(text, {
    knownHelpers: Object.fromEntries([...known.helpers].map((name) => [name, true])),
    knownHelpersOnly: true,
    preventIndent: true,
  }) as string;
  const layout = layoutMark.exec(source)?.[1];
  return { code, ...(layout ? { layout } : {}) };
}

function parse(file: string, text: string): hbs.AST.Program {
  try {
    return Handlebars.parse(text);
  } catch (cause) {
    const message = (cause as Error).message;
    const line = Number(/line (\d+)/i.exec(message)?.[1] ?? 1);
    const reason = `The template cannot be read. ${message.replaceAll('\n', ' ')}`;
    throw new ThemeError({ file, line, column: 1 }, reason, cause);
  }
}

function check(program: hbs.AST.Program, file: string, known: Known): void {
  const visitor = new Handlebars.Visitor();
  const refuse = (node: hbs.AST.Node, reason: string) => {
    throw new ThemeError(placeOf(file, node), reason);
  };
  const call = (node: hbs.AST.MustacheStatement | hbs.AST.SubExpression) => {
    const name = (node.path as hbs.AST.PathExpression).original;
    const called = node.type === 'SubExpression' || node.params.length > 0 || node.hash;
    if (called && !known.helpers.has(name)) refuse(node, unknownHelper(name, known));
  };
  const partial = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement) => {
    if (node.name.type !== 'PathExpression') return;
    const name = String((node.name as hbs.AST.PathExpression).original);
    if (name === '@partial-block' || known.partials.has(name)) return;
    refuse(node, `There is no partial "${name}". Add partials/${name}.hbs or correct the name.`);
  };
  const decorator = (node: hbs.AST.Node) =>
    refuse(node, 'Decorators and inline partials are not allowed. Make it a file in partials/.');
  Object.assign(visitor, {
    MustacheStatement: before('MustacheStatement', call),
    BlockStatement: before('BlockStatement', call),
    SubExpression: before('SubExpression', call),
    PartialStatement: before('PartialStatement', partial),
    PartialBlockStatement: before('PartialBlockStatement', partial),
    Decorator: decorator,
    DecoratorBlock: decorator,
  });
  visitor.accept(program);
}

type Visit = (this: Handlebars.Visitor, node: never) => void;

/** Looks at the node itself, then goes on to what is in it. */
function before(kind: string, look: (node: never) => void): Visit {
  const inner = (Handlebars.Visitor.prototype as unknown as Record<string, Visit>)[kind];
  return function (node) {
    look(node);
    inner?.call(this, node);
  };
}

function unknownHelper(name: string, { helpers }: Known): string {
  return `There is no helper "${name}". These are known: ${[...helpers].sort().join(', ')}.`;
}

function placeOf(file: string, node: hbs.AST.Node): Place {
  return { file, line: node.loc.start.line, column: node.loc.start.column + 1 };
}
