import * as z from 'zod/mini';
import { PageFindings } from '../finder/finding';

export const pageQuestions = {
  /** Looks at a tab's page, or at the one the person has before them. */
  'page.look': { body: z.object({ tabId: z.optional(z.number()) }), answer: PageFindings },
};
