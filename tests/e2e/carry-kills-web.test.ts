import { atStates, inRequests } from './carry/kill.ts';
import { photosFromUrls, shopVideo, verifiedPhotos, verifiedVideo, videoFromUrl } from './carry/posts.ts';
import { sweep } from './carry/sweep.ts';

sweep({
  'a pulled video': {
    make: (_at, who, caption) => videoFromUrl(who, caption, verifiedVideo),
    points: [
      ...inRequests(['creator_info', 'video.init', 'status'], ['worker']),
      ...atStates(['waiting', 'initiating', 'processing'], ['worker']),
    ],
  },
  'pulled photos': {
    make: (_at, who, caption) => photosFromUrls(who, caption, verifiedPhotos),
    points: inRequests(['creator_info', 'content.init', 'status'], ['worker']),
  },
  'a video fetched from a page': {
    // Another address each time, or the browser's cache would answer for the site.
    make: (_at, who, caption) => videoFromUrl(who, caption, `${shopVideo}?for=${caption}`),
    points: [
      ...inRequests(['media'], ['worker', 'hands', 'both']),
      ...atStates(['fetching', 'preparing', 'uploading'], ['both']),
    ],
  },
});
