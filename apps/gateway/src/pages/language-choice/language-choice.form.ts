import { z } from 'zod';
import { locale } from '#contracts';

export const languageChoiceForm = z.object({ langue: locale });
