import * as z from 'zod/mini';
import { Addresses, Id } from '../platform/bounded';

/** What is looked at: a file of ours, or addresses on a page, best first. */
export const LookSource = z.union([
  z.object({ key: Id }),
  z.object({ urls: Addresses, status: z.enum(['direct', 'hls', 'dash', 'blob']) }),
]);
export type LookSource = z.infer<typeof LookSource>;
