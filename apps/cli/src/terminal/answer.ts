import { SettingsRefused } from '#settings';
import { ServiceUnavailable } from '#service-bus';
import type { Language, Said } from './language.js';
import { refusalText } from './refusal-text.js';

/** What a command has to say: fields for `--json`, sentences for a person. */
export type Answer = Readonly<{ fields: Readonly<Record<string, unknown>>; text: Said }>;

/** The command could not be carried out; nothing was recorded. `said`: what the texts of refusals cannot know. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly reason: string,
    private readonly said?: Said,
  ) {
    super(said?.fr ?? reason);
  }

  /** Why, to the person who typed it. */
  text(language: Language): string {
    return this.said?.[language] ?? refusalText(language, this.reason);
  }
}

/** How somebody wants to be answered: what was typed after `--json` and `--lang`, which every command knows. */
export type Wanted = Readonly<{ json?: boolean | undefined; lang: Language }>;

/** Prints what a command answers (nothing, where it has said everything itself), as text or JSON, and sets the exit code: 0 done, 1 refused, 3 unavailable. */
export const answering = async (
  { json, lang }: Wanted,
  task: () => Promise<Answer | undefined>,
): Promise<void> => {
  try {
    const answer = await task();
    if (answer === undefined) return;
    const { fields, text } = answer;
    process.stdout.write(json ? `${JSON.stringify(fields)}\n` : `${text[lang]}\n`);
  } catch (error) {
    const known =
      error instanceof Refused || error instanceof SettingsRefused || error instanceof ServiceUnavailable;
    if (!known) throw error;
    if (error instanceof Refused) {
      const [reason, message] = [error.reason, error.text(lang)];
      process.stderr.write(json ? `${JSON.stringify({ error: reason, message })}\n` : `${message}\n`);
    } else {
      const { name, message } = error;
      const text = `${refusalText(lang, name)} ${message}`;
      process.stderr.write(json ? `${JSON.stringify({ error: name, message })}\n` : `${text}\n`);
    }
    process.exitCode = error instanceof ServiceUnavailable ? 3 : 1;
  }
};
