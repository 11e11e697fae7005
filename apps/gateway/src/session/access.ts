import { SetMetadata } from '@nestjs/common';
import type { SessionLevel } from '#contracts';

/**
 * Who may call a handler. Without a mark: only a session of level `full`. Whoever writes a new page or call and thinks
 * of nothing has closed it (FRG-02, TST-10).
 */
export type Access =
  'everyone' | 'signed-in' | 'choose-key-too' | 'second-factor-too' | 'enrol-factor-too' | 'full';

export const ACCESS = 'trousseau:access';

/** The levels of session each opens to. */
const levels: Readonly<Record<Exclude<Access, 'everyone'>, readonly SessionLevel[]>> = {
  'signed-in': ['full', 'choose-key', 'second-factor', 'enrol-factor'],
  'choose-key-too': ['full', 'choose-key'],
  'second-factor-too': ['full', 'second-factor'],
  'enrol-factor-too': ['full', 'enrol-factor'],
  full: ['full'],
};

/** Whether a session of this level may call it. */
export const opensTo = (access: Access, level: SessionLevel): boolean =>
  access === 'everyone' || levels[access].includes(level);

/** For everybody, signed in or not. */
export const OpenToAll = () => SetMetadata<string, Access>(ACCESS, 'everyone');

/** Also for a session that a provisional key opened: choosing a key and signing out, nothing else (FRG-02). */
export const OpenToChooseKey = () => SetMetadata<string, Access>(ACCESS, 'choose-key-too');

/** Also for a session that has yet to give its second factor: that and signing out, nothing else. */
export const OpenToSecondFactor = () => SetMetadata<string, Access>(ACCESS, 'second-factor-too');

/** Also for a session that must set up a second factor before anything else (MFA-01). */
export const OpenToEnrolFactor = () => SetMetadata<string, Access>(ACCESS, 'enrol-factor-too');
