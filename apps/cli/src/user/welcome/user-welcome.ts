import { Command } from 'commander';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption } from '../../terminal/language.js';
import { withServices } from '../../terminal/with-services.js';
import { welcomeFields, welcomeText } from './report.js';
import { welcomeUsers } from './welcome-users.js';

type Options = Wanted & Readonly<{ school?: string; user?: string; apply?: boolean }>;

/** `user welcome`: mails a first provisional key to whoever has no key yet; without `--apply` it only says to whom. */
export const userWelcome = (): Command =>
  new Command('welcome')
    .description(
      'mail a first provisional key to those who have no key yet; without --apply it only counts them',
    )
    .option('--school <id>', 'id of the school: everybody in it')
    .option('--user <id>', 'id of one user')
    .option('--apply', 'send the mails')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ school: schoolId, user: userId, apply = false, ...wanted }: Options) =>
      answering(wanted, async () => {
        if ((schoolId === undefined) === (userId === undefined)) throw new Refused('user-scope');
        const scope = userId === undefined ? { schoolId: schoolId! } : { userId };
        return withServices(async (platform) => {
          const welcomed = await welcomeUsers(platform, scope, apply);
          return {
            fields: welcomeFields(welcomed, apply),
            text: inEach((lang) => welcomeText(lang, welcomed, apply)),
          };
        });
      }),
    );
