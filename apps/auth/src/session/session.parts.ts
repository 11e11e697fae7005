import type { Parts } from '#platform';
import { Challenges } from './challenges.step.js';
import { ConfirmKeyController } from './confirm-key/confirm-key.controller.js';
import { ConfirmKeyHandler } from './confirm-key/confirm-key.handler.js';
import { EndOtherSessionsController } from './end-other-sessions/end-other-sessions.controller.js';
import { EndOtherSessionsHandler } from './end-other-sessions/end-other-sessions.handler.js';
import { EndSessionController } from './end-session/end-session.controller.js';
import { EndSessionHandler } from './end-session/end-session.handler.js';
import { ListSessionsController } from './list-sessions/list-sessions.controller.js';
import { ListSessionsHandler } from './list-sessions/list-sessions.handler.js';
import { LivingSessions } from './living-sessions.step.js';
import { SessionTurns } from './session-turns.step.js';
import { TouchSessionController } from './touch-session/touch-session.controller.js';
import { TouchSessionHandler } from './touch-session/touch-session.handler.js';
import { VerifySessionController } from './verify-session/verify-session.controller.js';
import { VerifySessionHandler } from './verify-session/verify-session.handler.js';

export const sessionParts: Parts = {
  controllers: [
    VerifySessionController,
    TouchSessionController,
    ListSessionsController,
    EndSessionController,
    EndOtherSessionsController,
    ConfirmKeyController,
  ],
  providers: [
    VerifySessionHandler,
    TouchSessionHandler,
    ListSessionsHandler,
    EndSessionHandler,
    EndOtherSessionsHandler,
    ConfirmKeyHandler,
    Challenges,
    LivingSessions,
    SessionTurns,
  ],
};
