import { Command } from 'commander';
import { answering } from '../../terminal/answer.js';
import { instantOf } from '../instant.js';
import { langOption, type Language } from '../language/language.js';
import { withLog } from '../with-log.js';
import { accessText } from './access-text.js';
import { accessOf } from './access.js';
import { credentialAt, schoolAt, userAt } from './state-at.js';

type Options = Readonly<{ user: string; at?: string; lang: Language; json?: boolean }>;

/** `audit state`: with what a user could sign in at an instant, and who could have changed it. */
export const auditState = (): Command =>
  new Command('state')
    .description('show the access of a user at any instant')
    .requiredOption('--user <id>', 'id of the user')
    .option('--at <instant>', 'the instant, ISO 8601; now by default')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ user, at, lang, json }: Options) =>
      answering(json, () =>
        withLog(async ({ store, platform }) => {
          const instant = instantOf(at ?? platform.clock.now());
          const person = userAt(await store.read(`user-${user}`), instant);
          const held = credentialAt(await store.read(`credential-${user}`), instant);
          const tenant = 'schoolId' in person ? await store.read(`school-${person.schoolId}`) : [];
          const access = accessOf(instant, person, held, schoolAt(tenant, instant));
          return { fields: { user, at: instant, ...access }, text: accessText(lang, access) };
        }),
      ),
    );
