import type { FastifyRequest } from 'fastify';
import type { Locale } from '#contracts';
import type { Assets } from '../../assets/assets.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { samePath } from './return-path.js';
import { said } from './said.js';

/** What the layout around every page shows; a page's own model may say more. */
export type Frame = Readonly<{
  lang: Locale;
  t: Catalogue;
  csrf: string;
  assets: Readonly<{ css: string; js: string; passkey: string; icon: string }>;
  /** The address to come back to when the language is changed. */
  here: string;
  /** Somebody is signed in and may use the bar. */
  signedIn: boolean;
  said: string | null;
  /** A second factor is compulsory and not set up: how long there still is (MFA-01). */
  reminder: string | null;
  /** The page reports a mistake; its title says so first. */
  troubled: boolean;
  section: string | null;
  narrow: boolean;
  /** The foot of the page, with its choice of language. */
  foot: boolean;
}>;

type Given = Readonly<{
  lang: Locale;
  t: Catalogue;
  request: FastifyRequest;
  csrf: string;
  assets: Assets;
  status: number;
  now: string;
}>;

export const frameOf = ({ lang, t, request, csrf, assets, status, now }: Given): Frame => ({
  lang,
  t,
  csrf,
  assets: { css: assets.css.url, js: assets.js.url, passkey: assets.passkey.url, icon: assets.icon.url },
  here: samePath(request.url.split('?', 1)[0]),
  signedIn: request.signedIn?.session.level === 'full',
  said: said(t, (request.query as Record<string, unknown> | undefined)?.['dit']),
  reminder: reminderOf(t, request.signedIn, now),
  troubled: status >= 400,
  section: null,
  narrow: false,
  foot: true,
});

const DAY_MS = 24 * 60 * 60 * 1000;

const reminderOf = (t: Catalogue, signedIn: FastifyRequest['signedIn'], now: string): string | null => {
  const enrolBy = signedIn?.session.enrolBy;
  if (enrolBy === undefined || signedIn?.session.level !== 'full') return null;
  const days = Math.ceil((Date.parse(enrolBy) - Date.parse(now)) / DAY_MS);
  return t.factors.reminder(Math.max(1, days));
};
