import type { Parts } from '#platform';
import { ChangeManagerPhoneController } from './change-manager-phone/change-manager-phone.controller.js';
import { ChangeManagerPhoneHandler } from './change-manager-phone/change-manager-phone.handler.js';
import { ManagerCount } from './count-manager.step.js';
import { RegisterSchoolController } from './register-school/register-school.controller.js';
import { RegisterSchoolHandler } from './register-school/register-school.handler.js';
import { SchoolNames } from './school-names.step.js';

export const schoolParts: Parts = {
  controllers: [RegisterSchoolController, ChangeManagerPhoneController],
  providers: [RegisterSchoolHandler, ChangeManagerPhoneHandler, ManagerCount, SchoolNames],
};
