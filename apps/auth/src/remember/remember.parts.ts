import type { Parts } from '#platform';
import { Families } from './families.step.js';
import { ForgetDeviceController } from './forget-device/forget-device.controller.js';
import { ForgetDeviceHandler } from './forget-device/forget-device.handler.js';
import { Remembering } from './remembering.step.js';
import { ResumeSessionController } from './resume-session/resume-session.controller.js';
import { ResumeSessionHandler } from './resume-session/resume-session.handler.js';

export const rememberParts: Parts = {
  controllers: [ResumeSessionController, ForgetDeviceController],
  providers: [ResumeSessionHandler, ForgetDeviceHandler, Families, Remembering],
};
