import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { icons } from './icons.js';

const pagesFolder = fileURLToPath(new URL('..', import.meta.url));
const layoutFolder = join(pagesFolder, 'layout');

/**
 * Everything is escaped, a name that the model lacks throws instead of vanishing, and only these helpers exist.
 * `{{{` is not used anywhere: a spec reads the templates and says so.
 */
const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { eq: true },
  noEscape: false,
} as const;

/** The name of a template and the type of what it shows. */
export type View<Model> = Readonly<{ name: string; shows?: (model: Model) => void }>;

/** Names a template: `view<SignInModel>('sign-in/sign-in')` is `pages/sign-in/sign-in.hbs`. */
export const view = <Model>(name: string): View<Model> => ({ name });

/** Every template of the pages, read and compiled once, when the gateway starts. */
export class Views {
  private readonly templates = new Map<string, Handlebars.TemplateDelegate>();

  constructor() {
    const handlebars = Handlebars.create();
    handlebars.registerHelper('eq', (a: unknown, b: unknown) => a === b);
    for (const [name, drawing] of Object.entries(icons)) handlebars.registerPartial(name, drawing);
    for (const file of templatesIn(pagesFolder)) {
      const template = handlebars.compile(readFileSync(file, 'utf8'), options);
      if (file.startsWith(layoutFolder)) handlebars.registerPartial(basename(file, '.hbs'), template);
      else this.templates.set(relative(pagesFolder, file).slice(0, -'.hbs'.length), template);
    }
  }

  render<Model extends object>({ name }: View<Model>, model: Model & object): string {
    const template = this.templates.get(name);
    if (!template) throw new Error(`there is no template ${name}`);
    return template(model);
  }
}

/** The files of all templates below a folder. */
const templatesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name));
