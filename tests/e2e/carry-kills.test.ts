import { atStates, inRequests } from './carry/kill.ts';
import { clip, videoFromFile } from './carry/posts.ts';
import { sweep } from './carry/sweep.ts';

sweep({
  'an uploaded file': {
    make: async (at, who, caption) => videoFromFile(who, caption, await at.stash(clip)),
    points: [
      ...inRequests(['creator_info', 'video.init', 'status'], ['worker', 'both']),
      ...inRequests(['upload'], ['worker', 'hands', 'both']),
      ...atStates(
        ['waiting', 'preparing', 'initiating', 'uploading', 'processing'],
        ['worker', 'hands', 'both'],
      ),
    ],
  },
});
