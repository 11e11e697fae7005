import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PlaceCallBack as contract } from '#contracts';
import { LOG, type Logger } from '#platform';
import { derivedId } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { Telephony, TelephonyUnavailable } from '../../telephony/telephony.js';
import { CaseWork } from '../case-work.step.js';
import { PhonesOnFile } from '../phones-on-file.step.js';
import { placeCallBack } from '../place-call-back.js';
import { PlaceCallBack } from './place-call-back.command.js';

/** The call first, then its record: what the trail says was dialled was. A repeated command may ring twice, which harms nobody. */
@CommandHandler(PlaceCallBack)
export class PlaceCallBackHandler implements ICommandHandler<PlaceCallBack> {
  constructor(
    private readonly work: CaseWork,
    private readonly phones: PhonesOnFile,
    private readonly telephony: Telephony,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async execute({ asked }: PlaceCallBack) {
    const callId = derivedId(asked.commandId, 'call');
    const placing: Parameters<CaseWork['take']>[2] = (state, facts) =>
      placeCallBack(state, { ...facts, callId });
    const considered = await this.work.consider(asked, contract.name, placing);
    if (considered.outcome === 'refused') return considered;
    const { number } = await this.phones.ofCase(considered.state);
    if (number === null) return refused('number-changed');
    try {
      await this.telephony.place({ callId, operatorId: considered.operatorId, number });
    } catch (error) {
      if (!(error instanceof TelephonyUnavailable)) throw error;
      this.log.error({ event: 'telephony_unavailable', why: error.message }, 'a call back was not placed');
      return refused('telephony-unavailable');
    }
    return this.work.take(asked, contract.name, placing);
  }
}
