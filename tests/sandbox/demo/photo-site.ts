import type { HostTable } from '../http.ts';
import { media, page } from './site.ts';

/**
 * Built as Instagram is: the post in a JSON block of many, the author's other posts beside it, addresses that end.
 * `window.openPost(code)` opens another one over it, as the profile's dialog does: nothing in the document names it.
 */
const cdn = (name: string) =>
  `https://scontent.cdninstagram.com/v/t51.82787-15/${name}?stp=dst-jpg_e35&oh=00_AQ&oe=7FFFFFFF`;
const picture = (name: string) => ({
  image_versions2: { candidates: [{ url: cdn(name), width: 1080, height: 1350 }] },
});
const user = {
  pk: '77',
  username: 'fern.clay',
  full_name: 'Fern & Clay',
  profile_pic_url: 'https://scontent.cdninstagram.com/v/t51.82787-19/avatar-fern.jpg',
};

const carousel = {
  code: 'DeFernVase1',
  pk: '3990000000000000001',
  user: {
    ...user,
    polaris_ordered_timeline_connection: {
      edges: [{ node: { code: 'DeFernReel2', display_uri: cdn('jar-rose.jpg') } }],
    },
  },
  caption: { text: 'Three views of one wave. #stoneware #Porto' },
  carousel_media: [
    picture('vase-sage.jpg'),
    {
      video_versions: [
        { type: 101, url: 'https://scontent.cdninstagram.com/o1/v/turning-vase.mp4?oe=7FFFFFFF' },
      ],
      ...picture('vase-shelf.jpg'),
      video_duration: 8,
    },
    picture('vase-pair.jpg'),
  ],
};
const reel = {
  code: 'DeFernReel2',
  user,
  caption: { text: 'Steam. #kiln' },
  video_versions: [
    { url: 'https://scontent.cdninstagram.com/o1/v/watering.mp4?oe=7FFFFFFF', width: 720, height: 1280 },
  ],
  video_duration: 6,
};

const block = (value: unknown) =>
  `<script type="application/json" data-sjs>${JSON.stringify({ require: [['ScheduledServerJS', 'handle', null, [value]]] })}</script>`;

const post = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Instagram</title><meta property="og:url" content="https://www.instagram.com/p/DeFernVase1/"></head><body>
${block({ canonicalRouteName: 'comet.igweb.PolarisPostRoute' })}${block({ result: { data: { xig_polaris_media: { code: carousel.code, inner: carousel } } } })}
<main><article><img src="${user.profile_pic_url}" width="150" height="150"><img src="${cdn('vase-sage.jpg')}"></article></main>
<script>window.openPost = (code) => { history.pushState({}, '', '/p/' + code + '/'); const dialog = document.createElement('div'); dialog.role = 'dialog'; document.body.append(dialog); };</script></body></html>`;

/** As the real CDN does: nobody else's page may show them. */
const ownPagesOnly = { headers: { 'cross-origin-resource-policy': 'same-site' } };

export const photoSite: HostTable = {
  'www.instagram.com': [
    page('/p/DeFernVase1/', post),
    {
      name: 'page',
      method: 'GET',
      path: /^\/api\/v1\/media\/\d+\/info\/$/,
      handle: ({ headers }) => ({
        status: headers['x-ig-app-id'] ? 200 : 400,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ items: [reel] }),
      }),
    },
  ],
  'scontent.cdninstagram.com': [
    media('/v/t51.82787-15/', 'photos/', ownPagesOnly),
    media('/v/t51.82787-19/', 'photos/', ownPagesOnly),
    media('/o1/v/', 'videos/'),
  ],
};
