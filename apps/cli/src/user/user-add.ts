import { randomUUID } from 'node:crypto';
import { Command, Option } from 'commander';
import { AddUser, type SchoolRole } from '#contracts';
import { answering, Refused, type Wanted } from '../terminal/answer.js';
import { langOption } from '../terminal/language.js';
import { withServices } from '../terminal/with-services.js';

type Options = Wanted &
  Readonly<{
    school: string;
    identifier: string;
    name: string;
    role: SchoolRole;
    email: string;
    locale: 'fr' | 'en';
  }>;

/** `user add`: adds a user to a school; their first provisional key leaves by mail. */
export const userAdd = (): Command =>
  new Command('add')
    .description('add a user to a school; they are mailed a first provisional key')
    .requiredOption('--school <id>', 'id of the school')
    .requiredOption('--identifier <identifier>', 'what the user types to sign in')
    .requiredOption('--name <name>', 'first and last name')
    .addOption(
      new Option('--role <role>', 'role in the school')
        .choices(['manager', 'office', 'instructor'])
        .makeOptionMandatory(),
    )
    .requiredOption('--email <address>', 'reference e-mail')
    .addOption(new Option('--locale <locale>', 'language of their mails').choices(['fr', 'en']).default('fr'))
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((options: Options) =>
      answering(options, () =>
        withServices(async ({ bus }) => {
          const { school: schoolId, identifier, name, role, email, locale } = options;
          const commandId = randomUUID();
          const reply = await bus.ask(AddUser, {
            commandId,
            actor: { kind: 'command-line' },
            schoolId,
            identifier,
            name,
            role,
            email,
            locale,
          });
          if (reply.outcome === 'refused') throw new Refused(reply.reason);
          const { userId, position } = reply;
          return {
            fields: { userId, position },
            text: {
              fr: `Utilisateur ajouté : ${userId}. Sa première clé provisoire part par e-mail.`,
              en: `User added: ${userId}. Their first provisional key leaves by mail.`,
            },
          };
        }),
      ),
    );
