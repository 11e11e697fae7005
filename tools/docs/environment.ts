import { z } from 'zod';
import { environment } from '#settings';
import { code, page, table } from './table.js';

type Variable = Readonly<{ description?: string; enum?: readonly string[]; type?: string }>;

const values = ({ enum: listed, type }: Variable) =>
  listed ? listed.map(code).join(', ') : type === 'integer' ? 'whole number' : 'text';

/** A switch is written `on` or `off`, whatever its value becomes inside. */
const written = (value: unknown) => (typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));

/** docs/reference/environment.md: every variable the product reads. */
export const environmentPage = (): string => {
  const { properties = {} } = z.toJSONSchema(environment, { io: 'input', unrepresentable: 'any' });
  const defaults: Readonly<Record<string, unknown>> = environment.parse({});
  return page(
    'Environment',
    'Every variable the product reads. They are checked at start: a process whose settings cannot be used names every problem and ends. An empty variable counts as unset.',
    table(
      ['variable', 'default', 'values', 'meaning'],
      (Object.entries(properties) as [string, Variable][]).map(([name, variable]) => [
        code(name),
        [undefined, ''].includes(defaults[name] as string) ? '' : code(written(defaults[name])),
        values(variable),
        variable.description ?? '',
      ]),
    ),
  );
};
