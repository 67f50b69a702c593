import type { HostTable } from '../http.ts';
import { serveFixture } from '../media/serve.ts';
import { media, page } from './site.ts';

/** Pages that a saved copy cannot show: what plays, what is held in memory, what hides in shadow roots, what never ends. */
const around = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>body { font: 16px system-ui; margin: 24px } img, video { display: block; max-width: 480px; margin: 12px 0 }</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

const playing = around(
  'What plays',
  `<video id="still" src="/v/watering.mp4" muted></video><div style="height: 1200px"></div><video id="playing" src="/v/turning-vase.mp4" muted loop controls></video>
<script>const film = document.querySelector('#playing'); film.scrollIntoView(); film.play();</script>`,
);

const blobs = around(
  'Held in memory',
  `<video id="file" controls></video><video id="stream" controls></video><script>
fetch('/held').then((answer) => answer.blob()).then((blob) => { document.querySelector('#file').src = URL.createObjectURL(blob); document.body.dataset.ready = 'yes'; });
document.querySelector('#stream').src = URL.createObjectURL(new MediaSource());</script>`,
);

const shadow = around(
  'In the shade',
  `<film-box></film-box><div id="plain"></div><script>
customElements.define('film-box', class extends HTMLElement { connectedCallback() {
  const outer = this.attachShadow({ mode: 'open' }); outer.innerHTML = '<section><inner-box></inner-box></section>'; } });
customElements.define('inner-box', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<video src="/v/turning-vase.mp4" controls></video>'; } });
document.querySelector('#plain').attachShadow({ mode: 'open' }).innerHTML = '<img src="/i/vase-sage.jpg" alt="A vase in the shade">';</script>`,
);

const pieces = [
  'bottle-dusk',
  'bowl-ink',
  'bowl-stack',
  'glaze-test',
  'jar-moss',
  'jar-rose',
  'jug-ochre',
  'mug-set',
];
const lazy = around(
  'A lazy gallery',
  `${pieces.map((name) => `<img data-src="/i/${name}.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="${name}" width="480" height="480">`).join('')}
<script>new IntersectionObserver((seen) => { for (const { isIntersecting, target } of seen) if (isIntersecting) target.src = target.dataset.src; }).observe(document.images[0]);</script>`,
);

const endless = around(
  'Without an end',
  `<div id="feed"></div><script>
const feed = document.querySelector('#feed'); let count = 0;
const more = (many) => { for (let i = 0; i < many; i += 1) { count += 1; const image = new Image(480, 300); image.src = '/i/' + ${JSON.stringify(pieces)}[count % 8] + '.jpg?id=' + count; image.id = 'n' + count; feed.append(image); } };
more(600); window.more = more;</script>`,
);

const framed = around(
  'In a frame',
  '<iframe src="/inside" width="640" height="400"></iframe><iframe src="https://cdn.corners.example/player" width="640" height="400"></iframe>',
);

export const corners: HostTable = {
  'corners.example': [
    page('/playing', playing),
    page('/blobs', blobs),
    page('/shadow', shadow),
    page('/lazy', lazy),
    page('/endless', endless),
    page('/framed', framed),
    page('/inside', '<!doctype html><video src="/v/turning-vase.mp4" controls></video>'),
    // No name that gives it away as a film.
    {
      name: 'media',
      method: 'GET',
      path: '/held',
      handle: (request) => serveFixture(request, 'videos/turning-vase.mp4'),
    },
    media('/v/', 'videos/'),
    media('/i/', 'photos/'),
  ],
  'cdn.corners.example': [
    page('/player', '<!doctype html><video src="/v/watering.mp4" controls></video>'),
    media('/v/', 'videos/'),
  ],
};
