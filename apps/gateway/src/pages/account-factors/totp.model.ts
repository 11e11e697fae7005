import { Fields, type TextField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';
import { type QrCode, qrCode } from './qr-code.js';
import { spellSecret, totpAddress } from './totp-secret.js';

/** An app being set up: its secret as a picture, as text and as a link, and the first code. */
export type TotpModel = Readonly<{
  qr: QrCode;
  secret: string;
  spelled: string;
  address: string;
  identifier: string;
  code: TextField;
  problems: readonly ProblemLine[];
  wait: string | null;
  reminder: null;
  narrow: boolean;
}>;

export const totpView = view<TotpModel>('account-factors/totp');

export const totpModel = (
  t: Catalogue,
  { secret, identifier }: Readonly<{ secret: string; identifier: string }>,
  { slips = {}, wait = null }: Readonly<{ slips?: Problems; wait?: string | null }> = {},
): TotpModel => {
  const code = new Fields(t, slips).text({
    name: 'code',
    label: t.secondFactor.code,
    hint: t.factors.firstCodeHint,
    autocomplete: 'one-time-code',
    maxlength: 16,
    digits: true,
  });
  const address = totpAddress(secret, identifier);
  return {
    qr: qrCode(address),
    secret,
    spelled: spellSecret(secret),
    address,
    identifier,
    code,
    problems: problemList([code]),
    wait,
    reminder: null,
    narrow: true,
  };
};
