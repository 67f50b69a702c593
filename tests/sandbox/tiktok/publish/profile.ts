import type { World } from '../world.ts';
import type { Publication } from './publications.ts';

/** A public video shows up among its creator's videos; video.list knows no photo posts. */
export function appearOnProfile(post: Publication, world: World): void {
  const user = world.users.get(post.openId);
  if (!user || !post.postId || post.kind !== 'video') return;
  const facts = post.files[0]?.facts;
  const title = String(post.postInfo.title ?? '').slice(0, 150);
  user.videos.push({
    id: post.postId,
    createTime: Math.floor((post.at ?? world.clock.now()) / 1000),
    title,
    description: title,
    duration: Math.round(facts?.durationSeconds ?? 0),
    width: facts?.width ?? 0,
    height: facts?.height ?? 0,
    likes: 0,
    comments: 0,
    shares: 0,
    views: 0,
    cover: '/covers/new.jpg',
    visibleAt: (post.at ?? 0) + post.timing.moderationMs,
  });
}
