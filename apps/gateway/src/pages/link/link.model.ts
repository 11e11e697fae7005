import type { GetReferenceEmailChange, ReplyOf } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';

export type LinkModel = Readonly<{
  heading: string;
  text: string;
  /** Null when there is nothing left to do. */
  button: string | null;
  danger: boolean;
  action: string;
}>;

export const linkView = view<LinkModel>('link/link');

type Shown = Extract<ReplyOf<typeof GetReferenceEmailChange>, { outcome: 'done' }>;

/** The page only shows what the button would do: mail scanners that open links consume nothing (FRG-12). */
export const linkModel = (t: Catalogue, shown: Shown, value: string): LinkModel => {
  const { intent, state, name, schoolName, maskedNew } = shown;
  if (state !== 'pending') return settledModel(t, state);
  return {
    heading: t.link.titles[intent],
    text: t.link.texts[intent](name, schoolName, maskedNew),
    button: t.link.buttons[intent],
    danger: intent === 'veto',
    action: `/lien/${value}`,
  };
};

const settled = { button: null, danger: false, action: '' };

/** After the button, or when it is too late for it. */
export const settledModel = (t: Catalogue, state: keyof Catalogue['link']['doneTitles']): LinkModel => ({
  ...settled,
  heading: t.link.doneTitles[state],
  text: t.link.doneTexts[state],
});

export const decidedModel = (t: Catalogue): LinkModel => ({
  ...settled,
  heading: t.link.decidedTitle,
  text: t.link.decided,
});

export const unknownLinkModel = (t: Catalogue): LinkModel => ({
  ...settled,
  heading: t.link.unknownTitle,
  text: t.link.unknown,
});
