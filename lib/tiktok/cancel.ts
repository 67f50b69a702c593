import * as z from 'zod/mini';
import { judge } from './envelope';
import type { Http } from './http';

/** Asks TikTok to stop fetching. Documented for addresses it pulls; an upload is cancelled by not sending on. */
export async function cancelPublish(http: Http, token: string, publishId: string): Promise<void> {
  const body = { publish_id: publishId };
  judge(await http.post('/v2/post/publish/cancel/', { token, body }), z.unknown());
}
