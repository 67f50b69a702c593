import { inRequests, largeClip } from './carry/kill.ts';
import { clip, videoFromFile } from './carry/posts.ts';
import { sweep } from './carry/sweep.ts';

sweep({
  'a large file in chunks': {
    make: async (at, who, caption) => videoFromFile(who, caption, await at.stash(await largeClip())),
    points: inRequests(
      [
        ['upload', 1],
        ['upload', 3],
        ['upload', 6],
      ],
      ['worker', 'hands', 'both'],
    ),
  },
  'a file to the inbox': {
    make: async (at, who, caption) => videoFromFile(who, caption, await at.stash(clip), { mode: 'inbox' }),
    points: inRequests(['inbox.init', 'upload', 'status'], ['both']),
  },
});
