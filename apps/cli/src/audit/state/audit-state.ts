import { Command } from 'commander';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { schoolMembers } from '../export/streams-of.js';
import { pastInstantOf } from '../instant.js';
import { inEach, langOption } from '../../terminal/language.js';
import { inParis } from '../language/moment.js';
import { type ReadingOptions, readingOptions } from '../readings/reading-options.js';
import { recordReading } from '../readings/record-reading.js';
import { schoolNamed, userNamed } from '../whom.js';
import { type AuditedLog, withLog } from '../with-log.js';
import { accessAt, accessWithSessionsAt } from './access-at.js';
import { accessText } from './access-text.js';
import { schoolText } from './school-text.js';

type Options = Wanted & ReadingOptions & Readonly<{ user?: string; school?: string; at?: string }>;

/** `audit state`: with what a user could sign in at an instant, and who could have changed it; or a whole school's. */
export const auditState = (): Command =>
  readingOptions(
    new Command('state')
      .description('show the access of a user, or of everybody in a school, at any instant')
      .option('--user <id>', 'id or identifier of the user')
      .option('--school <id>', 'id of the school: everybody in it')
      .option('--at <instant>', 'the instant, in Paris time or with a zone; now by default'),
  )
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((options: Options) =>
      answering(options, () =>
        withLog(async (log) => {
          const { user, school, at } = options;
          if ((user === undefined) === (school === undefined)) throw new Refused('user-scope');
          const now = log.platform.clock.now();
          const instant = at === undefined ? now : pastInstantOf(at, now);
          return school === undefined
            ? ofUser(log, user!, instant, options)
            : ofSchool(log, school, instant, options);
        }),
      ),
    );

const ofUser = async (log: AuditedLog, typed: string, at: string, reader: Options) => {
  const user = await userNamed(log, typed);
  await recordReading(log, { ...reader, command: 'state', about: { user } });
  const access = await accessWithSessionsAt(log.store, user, { at, now: log.platform.clock.now() });
  return {
    fields: { user, at, ...access },
    text: inEach((lang) => `${inParis(lang, at)}\n${accessText(lang, access, user)}`),
  };
};

const ofSchool = async (log: AuditedLog, typed: string, at: string, reader: Options) => {
  const [school, { store }] = [await schoolNamed(log, typed), log];
  await recordReading(log, { ...reader, command: 'state', about: { school } });
  const everybody: { user: string; access: Awaited<ReturnType<typeof accessAt>> }[] = [];
  for (const user of await schoolMembers(store, school, at))
    everybody.push({ user, access: await accessAt(store, user, at) });
  return {
    fields: { school, at, users: everybody.map(({ user, access }) => ({ user, ...access })) },
    text: inEach((lang) => schoolText(lang, at, everybody)),
  };
};
