import { randomUUID } from 'node:crypto';
import { ForgetCredential, ReapplyErasures } from '#contracts';
import { counted } from '../terminal/counted.js';
import { type Answer, Refused } from '../terminal/answer.js';
import { withServices } from '../terminal/with-services.js';

const actor = { kind: 'command-line' } as const;

/** After an older backup was put back: erases again whom the journal names. The server does it by itself when it starts. */
export const reapply = (): Promise<Answer> =>
  withServices(async ({ bus }) => {
    const reply = await bus.ask(ReapplyErasures, { commandId: randomUUID(), actor });
    if (reply.outcome === 'refused') throw new Refused(reply.reason);
    const { known, reapplied } = reply;
    for (const userId of reapplied)
      await bus.ask(ForgetCredential, { commandId: randomUUID(), actor, userId });
    return {
      fields: { known, reapplied },
      text: {
        fr: `Journal des effacements : ${counted('fr', known, 'personne')}, dont ${counted('fr', reapplied.length, 'effacée')} à nouveau.`,
        en: `Erasure journal: ${counted('en', known, 'person', 'persons')}, ${reapplied.length} erased again.`,
      },
    };
  });
