import * as z from 'zod/mini';

/** The work `relay`: puts files where TikTok can pull them. Result: `Urls`. */
export const RelayInput = z.object({ keys: z.array(z.string()) });
export type RelayInput = z.infer<typeof RelayInput>;

/** Public addresses, in the order of the files that went in. */
export const Urls = z.object({ urls: z.array(z.string()).check(z.minLength(1)) });
export type Urls = z.infer<typeof Urls>;
