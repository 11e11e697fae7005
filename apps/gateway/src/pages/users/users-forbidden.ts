import type { Profile } from '#contracts';
import type { FastifyReply } from 'fastify';
import type { Pages } from '../view/pages.js';
import { view } from '../view/views.js';

const forbiddenView = view<{ text: string; narrow: boolean }>('users/users-forbidden');

/** For everybody but the manager: no list, but whom to ask (403). */
export const showUsersForbidden = (pages: Pages, reply: FastifyReply, { schoolName }: Profile): void => {
  const { t } = pages.language(reply);
  const model = { text: t.usersForbidden.text(schoolName), narrow: true, troubled: false };
  pages.show(reply, forbiddenView, model, 403);
};
