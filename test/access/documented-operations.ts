import { openApiDocument } from '#apps/gateway';

type Schema = Readonly<{ properties?: Readonly<Record<string, unknown>> }>;
type Described = Readonly<{
  operationId: string;
  security: readonly unknown[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}>;

/** A good value for every field, so that nothing but the caller can be what is wrong. */
const good: Readonly<Record<string, unknown>> = {
  identifier: 'quelqu-un',
  key: 'x',
  code: '123456',
  remember: false,
  email: 'neuve@ecole.example',
  currentKey: 'x',
  newKey: 'une clé de quinze signes',
  name: 'Anne Le Bris',
  role: 'office',
  locale: 'fr',
  slot: 'first',
  oldAddressUnusable: false,
  audience: 'planning',
};

const bodyOf = ({ requestBody }: Described) => {
  const properties = Object.keys(requestBody?.content['application/json'].schema.properties ?? {});
  return properties.length === 0
    ? {}
    : { json: Object.fromEntries(properties.map((name) => [name, good[name]])) };
};

/** Every operation of the OpenAPI document, with a request that is right but for who sends it. */
export const documentedOperations = () => {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      id: described.operationId,
      method: method.toUpperCase(),
      path,
      open: described.security.length === 0,
      body: bodyOf(described),
    })),
  );
};
