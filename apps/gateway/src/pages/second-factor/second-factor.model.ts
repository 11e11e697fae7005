import type { GetFactors, ReplyOf } from '#contracts';
import { Fields, type TextField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';

export type MyFactors = Extract<ReplyOf<typeof GetFactors>, { outcome: 'done' }>;

/** The second factor asked for: at sign-in, or once more before something sensitive. */
export type SecondFactorModel = Readonly<{
  intro: string;
  app: boolean;
  code: TextField;
  secours: TextField;
  problems: readonly ProblemLine[];
  wait: string | null;
  /** What came of a passkey, when it was not accepted. */
  refused: string | null;
  /** What the passkey is asked, as JSON; null where there is none. */
  passkey: string | null;
  /** The page is asked for inside a full session. */
  confirming: boolean;
  /** The recovery codes stand open: there is something to correct, or nothing else to choose. */
  recoveryOpen: boolean;
  suite: string;
  rester: boolean;
}>;

export const secondFactorView = view<SecondFactorModel>('second-factor/second-factor');

type Given = Readonly<{
  name: string;
  factors: MyFactors;
  passkey: string | null;
  confirming: boolean;
  suite: string;
  rester: boolean;
  slips?: Problems;
  wait?: string | null;
  refused?: string | null;
}>;

export const secondFactorModel = (t: Catalogue, given: Given): SecondFactorModel => {
  const { name, factors, passkey, confirming, suite, rester } = given;
  const { slips = {}, wait = null, refused = null } = given;
  const fields = new Fields(t, slips);
  const code = fields.text({
    name: 'code',
    label: t.secondFactor.code,
    hint: t.secondFactor.codeHint,
    autocomplete: 'one-time-code',
    maxlength: 16,
    digits: true,
  });
  const secours = fields.text({
    name: 'secours',
    label: t.secondFactor.recovery,
    hint: t.secondFactor.recoveryHint,
    maxlength: 64,
  });
  return {
    intro: confirming ? t.secondFactor.confirming : t.secondFactor.intro(name),
    app: factors.totp !== null,
    code,
    secours,
    problems: problemList([code, secours]),
    wait,
    refused,
    passkey,
    confirming,
    recoveryOpen: Object.hasOwn(slips, 'secours'),
    suite,
    rester,
  };
};
