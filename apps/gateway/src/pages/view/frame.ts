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
  assets: Readonly<{ css: string; js: string; icon: string }>;
  /** The address to come back to when the language is changed. */
  here: string;
  /** Somebody is signed in and may use the bar. */
  signedIn: boolean;
  said: string | null;
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
}>;

export const frameOf = ({ lang, t, request, csrf, assets, status }: Given): Frame => ({
  lang,
  t,
  csrf,
  assets: { css: assets.css.url, js: assets.js.url, icon: assets.icon.url },
  here: samePath(request.url.split('?', 1)[0]),
  signedIn: request.signedIn?.session.level === 'full',
  said: said(t, (request.query as Record<string, unknown> | undefined)?.['dit']),
  troubled: status >= 400,
  section: null,
  narrow: false,
  foot: true,
});
