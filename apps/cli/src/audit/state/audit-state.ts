import { Command } from 'commander';
import { answering, Refused } from '../../terminal/answer.js';
import { schoolMembers } from '../export/streams-of.js';
import { instantOf } from '../instant.js';
import { langOption, type Language } from '../language/language.js';
import { momentIn } from '../language/moment.js';
import { type AuditedLog, withLog } from '../with-log.js';
import { accessAt, accessWithSessionsAt } from './access-at.js';
import { accessText } from './access-text.js';
import { schoolText } from './school-text.js';

type Options = Readonly<{ user?: string; school?: string; at?: string; lang: Language; json?: boolean }>;

/** `audit state`: with what a user could sign in at an instant, and who could have changed it; or a whole school's. */
export const auditState = (): Command =>
  new Command('state')
    .description('show the access of a user, or of everybody in a school, at any instant')
    .option('--user <id>', 'id of the user')
    .option('--school <id>', 'id of the school: everybody in it')
    .option('--at <instant>', 'the instant, ISO 8601; now by default')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ user, school, at, lang, json }: Options) =>
      answering(json, () =>
        withLog(async (log) => {
          const instant = instantOf(at ?? log.platform.clock.now());
          if ((user === undefined) === (school === undefined))
            throw new Refused('one-scope', 'Choisissez --user ou --school.');
          return school === undefined
            ? ofUser(log, user!, instant, lang)
            : ofSchool(log, school, instant, lang);
        }),
      ),
    );

const ofUser = async ({ store }: AuditedLog, user: string, at: string, lang: Language) => {
  const access = await accessWithSessionsAt(store, user, at);
  return { fields: { user, at, ...access }, text: `${momentIn(lang, at)}\n${accessText(lang, access)}` };
};

const ofSchool = async ({ store }: AuditedLog, school: string, at: string, lang: Language) => {
  const everybody: { user: string; access: Awaited<ReturnType<typeof accessAt>> }[] = [];
  for (const user of await schoolMembers(store, school, at))
    everybody.push({ user, access: await accessAt(store, user, at) });
  return {
    fields: { school, at, users: everybody.map(({ user, access }) => ({ user, ...access })) },
    text: schoolText(lang, at, everybody),
  };
};
