import { randomUUID } from 'node:crypto';
import { AddUser, AskProvisionalKey, ImportKey } from '#contracts';
import type { Sealer } from '#sealing';
import type { ServiceBus } from '#service-bus';
import { Refused } from '../../terminal/answer.js';
import type { Progress } from '../../terminal/progress.js';
import { importId } from './import-id.js';
import type { Outcome } from './outcome.js';

type Import = Readonly<{ bus: ServiceBus; sealer: Sealer; schoolId: string; sendWelcome: boolean }>;

/** Enough for the appends of many rows to share one write to disk; more would only wait. */
const AT_ONCE = 64;

/** Adds everybody, those who are there already included: their key may be missing still, and what is done is not done twice. */
export const applyOutcomes = async (
  outcomes: readonly Outcome[],
  work: Import,
  progress: Progress,
): Promise<readonly Outcome[]> => {
  const done: Outcome[] = [];
  const left = outcomes.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, outcome] of left) {
      if (failed) return;
      try {
        done[index] = await addOne(outcome, work);
      } catch (error) {
        failed = true;
        throw error;
      }
      progress.advance(1);
    }
  };
  // What is on its way ends before anybody hears of a failure: the services are stopped next.
  const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  const failure = workers.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
  return done;
};

const actor = { kind: 'command-line' } as const;

const addOne = async (outcome: Outcome, work: Import): Promise<Outcome> => {
  const { identifier, name, email, locale, role, hash } = outcome.candidate;
  const { bus, schoolId, sendWelcome } = work;
  if (role === null) throw new Error('only rows without problems are applied');
  const reply = await bus.ask(AddUser, {
    commandId: importId(schoolId, identifier),
    actor,
    schoolId,
    identifier,
    name,
    role,
    email,
    locale,
    // Whoever brings a key along needs no provisional one.
    welcome: sendWelcome && hash === null,
  });
  if (reply.outcome === 'refused') {
    // Somebody else was quicker since the check.
    return { ...outcome, status: 'error', problems: [reply.reason as 'identifier-taken'] };
  }
  const { userId } = reply;
  if (hash !== null) await importKey(outcome, userId, hash, work);
  else if (sendWelcome && outcome.status === 'present') await askWelcome(userId, bus);
  return { ...outcome, status: outcome.status === 'present' ? 'present' : 'added', userId };
};

const importKey = async (
  { candidate: { identifier, locale, role } }: Outcome,
  userId: string,
  hash: string,
  { bus, sealer, schoolId }: Import,
) => {
  const commandId = importId(schoolId, identifier, 'key');
  const sealedHash = await sealer.seal({ hash, binding: commandId });
  const told = { userId, schoolId, role: role!, locale, identifier };
  const reply = await bus.ask(ImportKey, { commandId, actor, ...told, sealedHash });
  // A key that was chosen here meanwhile stays.
  if (reply.outcome === 'refused' && reply.reason !== 'has-key') throw new Refused(reply.reason);
};

/** Whoever has a key, or has just been mailed one, is mailed nothing: auth and users see to that, and this run goes on. */
const askWelcome = (userId: string, bus: ServiceBus) =>
  bus.ask(AskProvisionalKey, { commandId: randomUUID(), actor, userId, welcome: true });
