import type { Parts } from '#platform';
import { ErasureJournal } from './erasure-journal.adapter.js';
import { ErasureFollower } from './erasure.follower.js';
import { Erasure } from './erasure.step.js';
import { PastErasures } from './past-erasures.step.js';
import { ReapplyErasuresController } from './reapply-erasures/reapply-erasures.controller.js';
import { ReapplyErasuresHandler } from './reapply-erasures/reapply-erasures.handler.js';

export const erasureParts: Parts = {
  controllers: [ReapplyErasuresController],
  providers: [ReapplyErasuresHandler, Erasure, PastErasures, ErasureFollower, ErasureJournal],
};
