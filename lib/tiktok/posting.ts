import { cancelPublish } from './cancel';
import { type Creator, fetchCreator } from './creator';
import type { PostingHttp } from './once';
import { type Begun, begin } from './publish';
import { fetchStatus, type PublishStatus } from './status';
import { listVideos, type Video } from './videos';

/** What carrying a post asks of TikTok. */
export interface PostingApi {
  /** Whether this worker knows how `begin` can be sent so that it arrives once; asking about the creator tells. */
  readonly isSounded: boolean;
  creator(token: string): Promise<Creator>;
  begin(token: string, call: Parameters<typeof begin>[2]): Promise<Begun>;
  status(token: string, publishId: string): Promise<PublishStatus>;
  cancel(token: string, publishId: string): Promise<void>;
  /** The newest public ones: that one is missing here proves nothing. */
  videos(token: string): Promise<Video[]>;
}

export const createPostingApi = (http: PostingHttp): PostingApi => ({
  get isSounded() {
    return http.isSounded;
  },
  creator: (token) => fetchCreator(http, token),
  begin: (token, call) => begin(http, token, call),
  status: (token, publishId) => fetchStatus(http, token, publishId),
  cancel: (token, publishId) => cancelPublish(http, token, publishId),
  videos: async (token) => (await listVideos(http, { token })).videos,
});
