import * as z from 'zod/mini';

/** What is looked at: a file of ours, or addresses on a page, best first. */
export const LookSource = z.union([
  z.object({ key: z.string() }),
  z.object({ urls: z.array(z.string()), status: z.enum(['direct', 'hls', 'dash', 'blob']) }),
]);
export type LookSource = z.infer<typeof LookSource>;
