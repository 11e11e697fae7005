import { randomUUID } from 'node:crypto';
import { Command, Option } from 'commander';
import { AddOperator, type VendorRole } from '#contracts';
import { answering, Refused, type Wanted } from '../terminal/answer.js';
import { langOption } from '../terminal/language.js';
import { withServices } from '../terminal/with-services.js';

type Options = Wanted &
  Readonly<{
    identifier: string;
    name: string;
    email: string;
    role: VendorRole;
    locale: 'fr' | 'en';
  }>;

/** `operator add`: adds one of the vendor's people; their first provisional key leaves by mail. */
export const operatorAdd = (): Command =>
  new Command('add')
    .description('add one of our own people, for support or audit; they are mailed a first provisional key')
    .requiredOption('--identifier <identifier>', 'what the operator types to sign in')
    .requiredOption('--name <name>', 'first and last name')
    .requiredOption('--email <address>', 'reference e-mail')
    .addOption(
      new Option('--role <role>', 'what the operator may do')
        .choices(['support', 'auditor'])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--locale <locale>', 'language of their mails').choices(['fr', 'en']).default('fr'))
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ json, lang, ...options }: Options) =>
      answering({ json, lang }, () =>
        withServices(async ({ bus }) => {
          const reply = await bus.ask(AddOperator, {
            commandId: randomUUID(),
            actor: { kind: 'command-line' },
            ...options,
          });
          if (reply.outcome === 'refused') throw new Refused(reply.reason);
          const { userId, position } = reply;
          return {
            fields: { userId, position },
            text: {
              fr: `Opérateur ajouté : ${userId}. Sa première clé provisoire part par e-mail.`,
              en: `Operator added: ${userId}. Their first provisional key leaves by mail.`,
            },
          };
        }),
      ),
    );
