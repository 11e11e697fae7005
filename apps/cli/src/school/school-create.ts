import { randomUUID } from 'node:crypto';
import { Command, Option } from 'commander';
import { RegisterSchool } from '#contracts';
import { answering, Refused, type Wanted } from '../terminal/answer.js';
import { langOption } from '../terminal/language.js';
import { withServices } from '../terminal/with-services.js';

type Options = Wanted &
  Readonly<{
    name: string;
    managerName: string;
    managerEmail: string;
    managerPhone: string;
    managerIdentifier: string;
    locale: 'fr' | 'en';
  }>;

/** `school create`: registers a school and its manager, whose first provisional key leaves by mail. */
export const schoolCreate = (): Command =>
  new Command('create')
    .description('register a school and its manager; the manager is mailed a first provisional key')
    .requiredOption('--name <name>', 'name of the school')
    .requiredOption('--manager-name <name>', 'first and last name of the manager')
    .requiredOption('--manager-email <address>', 'reference e-mail of the manager')
    .requiredOption('--manager-phone <number>', 'mobile phone of the manager, called back by support')
    .requiredOption('--manager-identifier <identifier>', 'what the manager types to sign in')
    .addOption(new Option('--locale <locale>', 'language of their mails').choices(['fr', 'en']).default('fr'))
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((options: Options) =>
      answering(options, () =>
        withServices(async ({ bus }) => {
          const reply = await bus.ask(RegisterSchool, {
            commandId: randomUUID(),
            actor: { kind: 'command-line' },
            name: options.name,
            manager: {
              identifier: options.managerIdentifier,
              name: options.managerName,
              email: options.managerEmail,
              phone: options.managerPhone,
              locale: options.locale,
            },
          });
          if (reply.outcome === 'refused') throw new Refused(reply.reason);
          const { schoolId, userId, position } = reply;
          return {
            fields: { schoolId, userId, position },
            text: {
              fr: `Auto-école enregistrée : ${schoolId}\nGérant : ${userId}. Sa première clé provisoire part par e-mail.`,
              en: `School registered: ${schoolId}\nManager: ${userId}. Their first provisional key leaves by mail.`,
            },
          };
        }),
      ),
    );
