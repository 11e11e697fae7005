import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { ChangeManagerPhone } from '#contracts';
import { answering, Refused, type Wanted } from '../terminal/answer.js';
import { langOption } from '../terminal/language.js';
import { withServices } from '../terminal/with-services.js';

type Options = Wanted & Readonly<{ school: string; phone: string }>;

/** `school phone`: changes the number that support calls back; it is not believed for 30 days (TEL-03). */
export const schoolPhone = (): Command =>
  new Command('phone')
    .description('change the mobile phone of the manager; support does not rely on it for 30 days')
    .requiredOption('--school <id>', 'id of the school')
    .requiredOption('--phone <number>', 'the new number')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ school: schoolId, phone, ...wanted }: Options) =>
      answering(wanted, () =>
        withServices(async ({ bus }) => {
          const reply = await bus.ask(ChangeManagerPhone, {
            commandId: randomUUID(),
            actor: { kind: 'command-line' },
            schoolId,
            phone,
          });
          if (reply.outcome === 'refused') throw new Refused(reply.reason);
          return {
            fields: { schoolId, position: reply.position },
            text: {
              fr: 'Numéro enregistré. L’assistance ne s’y fiera que dans 30 jours.',
              en: 'Number recorded. Support relies on it in 30 days only.',
            },
          };
        }),
      ),
    );
