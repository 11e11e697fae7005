import type { Parts } from '#platform';
import { FindSchoolsController } from './find-schools/find-schools.controller.js';
import { FindSchoolsHandler } from './find-schools/find-schools.handler.js';
import { ListSupportCasesController } from './list-support-cases/list-support-cases.controller.js';
import { ListSupportCasesHandler } from './list-support-cases/list-support-cases.handler.js';
import { SupportDesk } from './support-desk.projection.js';

export const supportDeskParts: Parts = {
  controllers: [FindSchoolsController, ListSupportCasesController],
  providers: [FindSchoolsHandler, ListSupportCasesHandler, SupportDesk],
};
