import type { HostTable } from '../http.ts';
import { serveFixture } from '../media/serve.ts';
import { page } from './site.ts';

/**
 * Built as YouTube is: one document whose address, title and player move on while the variables and meta tags of the
 * first video stay. `window.go(id)` navigates within it.
 */
const films = {
  kilnFilm001: {
    title: 'Throwing the tide vase',
    seconds: '138',
    text: 'From lump to lip. #pottery #tidevase',
  },
  kilnFilm002: { title: 'The second firing', seconds: '61', text: 'Opening the kiln. #kiln' },
  /** As long as the file of that name among the fixtures, which stands for its maker's own. */
  turningVase: {
    title: 'Turning a vase',
    seconds: '8',
    text: 'Ten minutes in eight seconds. #wheel #pottery',
  },
  kilnShort01: { title: 'One wave #shorts', seconds: '14', text: '#glaze' },
};
type Id = keyof typeof films;
const isFilm = (id: string): id is Id => Object.hasOwn(films, id);

const player = (id: Id) => ({
  videoDetails: {
    videoId: id,
    title: films[id].title,
    lengthSeconds: films[id].seconds,
    shortDescription: films[id].text,
    author: 'Fern & Clay',
    isOwnerViewing: true,
  },
  streamingData: { formats: [{ url: `https://rr1---sn-demo.googlevideo.com/videoplayback?id=${id}` }] },
  microformat: {
    playerMicroformatRenderer: {
      ownerProfileUrl: 'http://www.youtube.com/@fernandclay',
      thumbnail: { thumbnails: [{ url: `https://i.ytimg.com/vi/${id}/hqdefault.jpg` }] },
    },
  },
});

const watch = (
  id: Id,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${films[id].title} - YouTube</title>
<meta property="og:title" content="${films[id].title}"><meta property="og:url" content="https://www.youtube.com/watch?v=${id}"><meta property="og:image" content="https://i.ytimg.com/vi/${id}/hqdefault.jpg">
<style>body { margin: 0; font: 16px system-ui; background: #111; color: #eee } #movie_player { width: 854px; height: 480px; background: #222 } .reel { height: 90vh; background: #333; margin: 8px auto; width: 400px }</style></head><body>
<script>var ytInitialPlayerResponse = ${JSON.stringify(player(id))};</script>
<div id="movie_player"><video muted></video></div><h1 class="title">${films[id].title}</h1>
<div id="related"><a href="/watch?v=kilnFilm002"><img src="https://i.ytimg.com/vi/kilnFilm002/hqdefault.jpg" width="320" height="180"></a></div>
<script>
  const players = ${JSON.stringify(
    Object.fromEntries(
      Object.keys(films)
        .filter(isFilm)
        .map((key) => [key, player(key)]),
    ),
  )};
  let now = ${JSON.stringify(id)};
  document.querySelector('#movie_player').getPlayerResponse = () => players[now];
  window.go = (next) => {
    now = next;
    history.pushState({}, '', next.startsWith('kilnShort') ? '/shorts/' + next : '/watch?v=' + next);
    document.title = players[next].videoDetails.title + ' - YouTube';
    document.querySelector('h1').textContent = players[next].videoDetails.title;
  };
</script></body></html>`;

const wanted = (id: string | null | undefined) => (id && isFilm(id) ? id : 'kilnFilm001');

export const videoSite: HostTable = {
  'www.youtube.com': [
    page('/watch', ({ url }) => watch(wanted(url.searchParams.get('v')))),
    page('/shorts/kilnShort01', watch('kilnShort01')),
  ],
  'i.ytimg.com': [
    {
      name: 'media',
      method: 'GET',
      path: /^\/vi\//,
      handle: (request) => serveFixture(request, 'photos/vase-sage.jpg'),
    },
  ],
};
