import type { Locale } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { exactMoment } from '../language/moments.js';
import type { MyFactors } from '../second-factor/second-factor.model.js';
import { view } from '../view/views.js';

type Line = Readonly<{
  factorId: string;
  device: string;
  added: string;
  removable: boolean;
  removeWhich: string;
}>;

/** My second factors, and what can be done with them. */
export type AccountFactorsModel = Readonly<{
  intro: string;
  /** It can wait no longer: nothing else is possible. */
  late: boolean;
  app: Readonly<{ added: string; removable: boolean }> | null;
  passkeys: readonly Line[];
  any: boolean;
  codes: string | null;
  /** Nothing can be removed, and why. */
  keep: string | null;
  reminder: null;
  narrow: boolean;
}>;

export const accountFactorsView = view<AccountFactorsModel>('account-factors/account-factors');

type Around = Readonly<{ t: Catalogue; lang: Locale; late: boolean }>;

export const accountFactorsModel = (factors: MyFactors, { t, lang, late }: Around): AccountFactorsModel => {
  const { totp, passkeys, codesLeft, compulsory } = factors;
  const count = passkeys.length + (totp === null ? 0 : 1);
  const removable = !(compulsory && count === 1);
  const added = (at: string) => t.factors.added(exactMoment(at, lang));
  return {
    intro: compulsory ? t.factors.compulsory : t.factors.offered,
    late,
    app: totp === null ? null : { added: added(totp.addedAt), removable },
    passkeys: passkeys.map(({ factorId, device, addedAt }) => {
      const name = device === '' ? t.account.unknownDevice : device;
      return {
        factorId,
        device: name,
        added: added(addedAt),
        removable,
        removeWhich: t.factors.passkeyOf(name),
      };
    }),
    any: count > 0,
    codes: count === 0 ? null : t.factors.codesLeft(codesLeft ?? 0),
    keep: count === 1 && !removable ? t.factors.keep : null,
    reminder: null,
    narrow: true,
  };
};
