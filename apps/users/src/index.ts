export { UsersModule } from './users.module.js';
export { publishUsers } from './users.publish.js';
// What the auditor's command line reads the log with; it opens no data key but to see that a reason names nobody.
export { school } from './school/school.js';
export type { School } from './school/school.js';
export type { SchoolEvent } from './school/school.events.js';
export { user } from './user/user.js';
export type { User } from './user/user.js';
export { namesThePerson } from './user/names-the-person.js';
export type { UserEvent } from './user/user.events.js';
export { rebuildUserList } from './user-list/rebuild-user-list.step.js';
export { userSentences } from './user/told.language.js';
export { caseStreamsOf } from './support-case/cases-of.js';
export { identifier } from './identifier/identifier.js';
export { holderOf } from './identifier/holder-of.step.js';
export type { SupportCaseEvent } from './support-case/support-case.events.js';
export { supportCaseSentences } from './support-case/told.language.js';
