import * as z from 'zod/mini';
import { PageFindings } from '../finder/finding';
import { TabId } from '../platform/bounded';

export const pageQuestions = {
  /** Looks at a tab's page, or at the one the person has before them. */
  'page.look': { body: z.object({ tabId: z.optional(TabId) }), answer: PageFindings },
  /** A small copy of a picture that its host lets nobody embed; `needs` names the origin to ask for first. */
  'page.thumbnail': {
    body: z.object({ url: z.url({ protocol: /^https?$/ }).check(z.maxLength(4_096)) }),
    answer: z.object({ data: z.optional(z.string()), needs: z.optional(z.string()) }),
  },
};
