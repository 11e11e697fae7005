import { Command } from 'commander';
import { auditExport } from './export/audit-export.js';
import { auditVerifyExport } from './export/audit-verify-export.js';
import { auditReadings } from './readings/audit-readings.js';
import { auditReplay } from './replay/audit-replay.js';
import { auditDiff } from './state/audit-diff.js';
import { auditState } from './state/audit-state.js';
import { auditCheckpoints } from './verify/audit-checkpoints.js';
import { auditConsistency } from './verify/audit-consistency.js';
import { auditInclusion } from './verify/audit-inclusion.js';
import { auditKey } from './verify/audit-key.js';
import { auditSign } from './verify/audit-sign.js';
import { auditVerify } from './verify/audit-verify.js';

/** `audit …`: what an auditor asks of the log. Nothing here records an event but `sign`, and `replay --unlock`; who reads is in a journal beside it. */
export const audit = (): Command =>
  [
    auditReplay,
    auditState,
    auditDiff,
    auditReadings,
    auditVerify,
    auditConsistency,
    auditInclusion,
    auditExport,
    auditVerifyExport,
    auditSign,
    auditCheckpoints,
    auditKey,
  ].reduce(
    (command, make) => command.addCommand(make()),
    new Command('audit').description('replay and prove what happened'),
  );
