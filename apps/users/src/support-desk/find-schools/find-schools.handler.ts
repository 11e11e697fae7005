import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindSchools as contract } from '#contracts';
import { Operators } from '../../operator/operators.step.js';
import { refused } from '../../refused.reply.js';
import { maskPhone } from '../../support-case/mask-phone.js';
import { PhonesOnFile } from '../../support-case/phones-on-file.step.js';
import { schoolsNamed } from '../school.table.js';
import { SupportDesk } from '../support-desk.projection.js';
import { FindSchools } from './find-schools.query.js';

const MOST = 20;

@QueryHandler(FindSchools)
export class FindSchoolsHandler implements IQueryHandler<FindSchools> {
  constructor(
    private readonly operators: Operators,
    private readonly phones: PhonesOnFile,
    private readonly desk: SupportDesk,
  ) {}

  async execute({ asked: { actor, q } }: FindSchools) {
    if ((await this.operators.support(actor, contract.name)) === null) return refused('not-allowed');
    if (this.desk.sql === null) return refused('not-yet');
    const rows = schoolsNamed(this.desk.sql, q, MOST + 1);
    const schools = await Promise.all(
      rows.slice(0, MOST).map(async ({ schoolId, name }) => {
        const { lastDigits } = await this.phones.ofSchool(schoolId);
        return { schoolId, name, maskedPhone: maskPhone(lastDigits) };
      }),
    );
    return { outcome: 'done' as const, schools, more: rows.length > MOST };
  }
}
