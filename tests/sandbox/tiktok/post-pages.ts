import { escapeHtml, html, type Reply, type Route, text } from '../http.ts';
import { serveFile } from '../media/serve.ts';
import type { Publication, Publications } from './publish/publications.ts';
import type { World } from './world.ts';

const style = `body { margin: 0; font: 16px/1.45 system-ui, sans-serif; color: #161823; background: #fff } header { padding: 14px 24px; border-bottom: 1px solid #e4e5e8; font-weight: 700 }
  main { max-width: 900px; margin: 28px auto; padding: 0 24px; display: flex; gap: 28px; flex-wrap: wrap } video, img { max-height: 70vh; max-width: 100%; border-radius: 12px } small { color: #6b6e78 }`;

/** What people see behind the link of a published post, and on a profile. */
export function postPages(world: World, publications: Publications): Route[] {
  const userOf = (path: string) => {
    const name = decodeURIComponent(path.split('/')[1] ?? '').slice(1);
    return [...world.users.values()].find((user) => user.username === name);
  };
  return [
    {
      name: 'page',
      method: 'GET',
      path: /^\/@[^/]+\/(video|photo)\/\d+\/?$/,
      handle: ({ url }) => {
        const id = url.pathname.split('/')[3];
        const post = publications.published().find((one) => one.postId === id);
        const video = userOf(url.pathname)?.videos.find((one) => one.id === id);
        if (!post && !video) return text("Couldn't find this post", 404);
        const words = post ? String(post.postInfo.title ?? '') : (video?.title ?? '');
        return page(
          `${post ? media(post) : ''}<div><h1>${escapeHtml(words)}</h1><small>${escapeHtml(url.pathname)}</small></div>`,
        );
      },
    },
    {
      name: 'page',
      method: 'GET',
      path: /^\/media\/\d+\/\d+$/,
      handle: (request) => {
        const [, , id, index] = request.url.pathname.split('/');
        const file = publications.published().find((one) => one.postId === id)?.files[Number(index)];
        if (!file?.path) return text('Not kept', 404);
        return serveFile(request, file.path, {
          type: file.facts?.durationSeconds === null ? 'image/jpeg' : 'video/mp4',
        });
      },
    },
    {
      name: 'page',
      method: 'GET',
      path: /^\/@[^/]+\/?$/,
      handle: ({ url }) => {
        const user = userOf(url.pathname);
        if (!user) return text("Couldn't find this account", 404);
        const posts = publications.published().filter((post) => post.openId === user.openId && post.postId);
        return page(
          `<div><h1>${escapeHtml(user.nickname)}</h1><p>${escapeHtml(user.bio)}</p></div>${posts.map(media).join('')}`,
        );
      },
    },
    { name: 'page', method: 'GET', path: '/', handle: () => page('<h1>TikTok (sandbox)</h1>') },
  ];
}

function media(post: Publication): string {
  return post.files
    .map((_, index) => `/media/${post.postId}/${index}`)
    .map((src) =>
      post.kind === 'photo' ? `<img src="${src}" alt="">` : `<video src="${src}" controls></video>`,
    )
    .join('');
}

function page(body: string): Reply {
  return html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>TikTok</title><style>${style}</style><header>TikTok sandbox</header><main>${body}</main></html>`,
  );
}
