import ts from 'typescript';
import { commentOf, parse } from './doc-comments.js';

export type EventType = Readonly<{ type: string; comment: string; fields: readonly string[] }>;

/**
 * The event types a file of events declares, in its order. They are written `DomainEvent<'Type', { field: … }>`, or with a
 * generic of the file's own in the place of DomainEvent.
 */
export const eventTypes = (file: string): EventType[] => {
  const source = parse(file);
  const found: EventType[] = [];
  const visit = (node: ts.Node): void => {
    const event = ts.isTypeReferenceNode(node) ? eventOf(node, source) : undefined;
    if (event !== undefined && !found.some(({ type }) => type === event.type)) found.push(event);
    else node.forEachChild(visit);
  };
  visit(source);
  return found;
};

const eventOf = (node: ts.TypeReferenceNode, source: ts.SourceFile): EventType | undefined => {
  const [name, data] = node.typeArguments ?? [];
  if (name === undefined || !ts.isLiteralTypeNode(name) || !ts.isStringLiteral(name.literal))
    return undefined;
  if (!/^[A-Z]/.test(name.literal.text)) return undefined;
  return {
    type: name.literal.text,
    comment:
      commentOf(node, source) ||
      (ts.isTypeAliasDeclaration(node.parent) ? commentOf(node.parent, source) : ''),
    fields: data ? fieldsOf(data, source) : [],
  };
};

/** The fields of a type literal, of an alias in the same file, or of both joined; an alias of another file by its name. */
const fieldsOf = (data: ts.TypeNode, source: ts.SourceFile): string[] => {
  if (ts.isTypeLiteralNode(data)) return data.members.map((member) => member.name?.getText(source) ?? '');
  if (ts.isIntersectionTypeNode(data)) return data.types.flatMap((type) => fieldsOf(type, source));
  if (!ts.isTypeReferenceNode(data)) return [];
  const named = data.typeName.getText(source);
  if (named === 'Readonly') return (data.typeArguments ?? []).flatMap((type) => fieldsOf(type, source));
  const alias = source.statements.find(
    (statement): statement is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(statement) && statement.name.text === named,
  );
  return alias ? fieldsOf(alias.type, source) : [`${named} …`];
};
