import { SetMetadata } from '@nestjs/common';

/**
 * Who may call a handler. Without a mark: only a session of level `full`. Whoever writes a new page or call and thinks
 * of nothing has closed it (FRG-02, TST-10).
 */
export type Access = 'everyone' | 'choose-key-too' | 'full';

export const ACCESS = 'trousseau:access';

/** For everybody, signed in or not. */
export const OpenToAll = () => SetMetadata<string, Access>(ACCESS, 'everyone');

/** Also for a session that a provisional key opened: choosing a key and signing out, nothing else (FRG-02). */
export const OpenToChooseKey = () => SetMetadata<string, Access>(ACCESS, 'choose-key-too');
