import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { HoldRecoveryCode, IssueRecoveryCode as contract } from '#contracts';
import { ServiceBus } from '#service-bus';
import { contextOf, derivedId, step } from '../../command.context.js';
import { OperatorPaces } from '../../operator/pace.step.js';
import { refused } from '../../refused.reply.js';
import { holdContacts } from '../../user/hold-contacts.js';
import { user } from '../../user/user.js';
import { CaseWork } from '../case-work.step.js';
import { CodesOfCases } from '../codes-of-cases.step.js';
import { codeExpiry, heldWhileChoosing } from '../deadlines.js';
import { issueRecoveryCode } from '../issue-recovery-code.js';
import { supportCase } from '../support-case.js';
import { IssueRecoveryCode } from './issue-recovery-code.command.js';

/**
 * Contacts are held, auth holds the code, the case records it, and only then is it shown: whatever fails in between, nobody has seen a code.
 * A case that ends in between takes its code with it.
 */
@CommandHandler(IssueRecoveryCode)
export class IssueRecoveryCodeHandler implements ICommandHandler<IssueRecoveryCode> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly work: CaseWork,
    private readonly codes: CodesOfCases,
    private readonly paces: OperatorPaces,
    private readonly bus: ServiceBus,
  ) {}

  async execute({ asked }: IssueRecoveryCode) {
    const { caseId, commandId: codeId } = asked;
    const issuing: Parameters<CaseWork['take']>[2] = (state, facts) =>
      issueRecoveryCode(state, { ...facts, codeId });
    const considered = await this.work.consider(asked, contract.name, issuing);
    if (considered.outcome === 'refused') return considered;
    const { state, at, operatorId } = considered;
    if (state.status === 'unknown') return refused('unknown-case');
    const { userId, recovery } = state;
    const context = { ...contextOf(asked, at), channel: 'support' as const };
    if (!(await this.paces.mayGoOn(operatorId, 'reveal', context))) return refused('too-many-acts');
    await this.aggregates.transact(user, userId, step(context, 'hold'), (manager) =>
      holdContacts(manager, { caseId, until: heldWhileChoosing(at) }),
    );
    const byMail = recovery?.mailbox === 'read';
    const held = await this.bus.ask(HoldRecoveryCode, {
      commandId: derivedId(codeId, 'hold-code'),
      ...{ userId, caseId, codeId, byMail, factorsLost: recovery?.factorsLost ?? false },
      sealedCode: asked.sealedCode,
      expiresAt: codeExpiry(at),
    });
    if (held.outcome === 'refused') return refused('busy');
    const issued = await this.work.take(asked, contract.name, issuing);
    if (issued.outcome === 'refused') {
      await this.codes.cancel(caseId, userId, codeId);
      return issued;
    }
    const { state: now } = await this.aggregates.load(supportCase, caseId);
    const expiresAt = (now.status !== 'unknown' && now.recovery?.code?.expiresAt) || codeExpiry(at);
    return { outcome: 'done' as const, position: issued.position, expiresAt, byMail };
  }
}
