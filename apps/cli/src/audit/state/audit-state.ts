import { Command } from 'commander';
import { answering, Refused } from '../../terminal/answer.js';
import { schoolMembers } from '../export/streams-of.js';
import { pastInstantOf } from '../instant.js';
import { langOption, type Language } from '../../terminal/language.js';
import { inParis } from '../language/moment.js';
import { schoolNamed, userNamed } from '../whom.js';
import { type AuditedLog, withLog } from '../with-log.js';
import { accessAt, accessWithSessionsAt } from './access-at.js';
import { accessText } from './access-text.js';
import { schoolText } from './school-text.js';

type Options = Readonly<{ user?: string; school?: string; at?: string; lang: Language; json?: boolean }>;

/** `audit state`: with what a user could sign in at an instant, and who could have changed it; or a whole school's. */
export const auditState = (): Command =>
  new Command('state')
    .description('show the access of a user, or of everybody in a school, at any instant')
    .option('--user <id>', 'id or identifier of the user')
    .option('--school <id>', 'id of the school: everybody in it')
    .option('--at <instant>', 'the instant, in Paris time or with a zone; now by default')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ user, school, at, lang, json }: Options) =>
      answering({ json, lang }, () =>
        withLog(async (log) => {
          if ((user === undefined) === (school === undefined)) throw new Refused('user-scope');
          const now = log.platform.clock.now();
          const instant = at === undefined ? now : pastInstantOf(at, now);
          return school === undefined
            ? ofUser(log, user!, instant, lang)
            : ofSchool(log, school, instant, lang);
        }),
      ),
    );

const ofUser = async (log: AuditedLog, typed: string, at: string, lang: Language) => {
  const user = await userNamed(log, typed);
  const access = await accessWithSessionsAt(log.store, user, { at, now: log.platform.clock.now() });
  return {
    fields: { user, at, ...access },
    text: `${inParis(lang, at)}\n${accessText(lang, access, user)}`,
  };
};

const ofSchool = async (log: AuditedLog, typed: string, at: string, lang: Language) => {
  const [school, { store }] = [await schoolNamed(log, typed), log];
  const everybody: { user: string; access: Awaited<ReturnType<typeof accessAt>> }[] = [];
  for (const user of await schoolMembers(store, school, at))
    everybody.push({ user, access: await accessAt(store, user, at) });
  return {
    fields: { school, at, users: everybody.map(({ user, access }) => ({ user, ...access })) },
    text: schoolText(lang, at, everybody),
  };
};
