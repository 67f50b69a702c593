import type { HostTable } from '../http.ts';
import { style } from './shop.ts';
import { media, page } from './site.ts';

const pictures = [
  'vase-sage',
  'bottle-dusk',
  'planter-fern',
  'mug-set',
  'jug-ochre',
  'bowl-ink',
  'bowl-stack',
  'studio-row',
  'jar-moss',
  'planter-moss',
  'plate-sky',
  'vase-shelf',
  'jar-rose',
  'glaze-test',
];

const gallery = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Studio shelf · Fern &amp; Clay</title><meta property="og:title" content="Studio shelf"><meta property="og:image" content="https://gallery.example/img/studio-row.jpg">
<style>${style} main { max-width: 1320px } .wall { columns: 4 260px; column-gap: 16px } .wall a { display: block; margin-bottom: 16px; break-inside: avoid }</style></head><body>
<header><b>Studio shelf</b><nav><a href="https://shop.example/">Shop</a> &nbsp; <a href="https://blog.example/">Journal</a></nav></header>
<main><h1>Everything out of the kiln this autumn</h1><p>Fourteen pieces, in the order in which they cooled.</p><div class="wall">
${pictures.map((name) => `<a href="/img/${name}.jpg"><img src="/img/${name}.jpg" alt="${name.replace('-', ' ')}" loading="lazy"></a>`).join('\n')}
</div></main><footer>© Fern &amp; Clay</footer></body></html>`;

const empty = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Opening hours · Fern &amp; Clay</title><style>${style}</style></head><body>
<header><b>Fern &amp; Clay</b></header><main><h1>Opening hours</h1><p>Tuesday to Saturday, ten to six. Mondays belong to the kiln.</p></main></body></html>`;

/** Fourteen pictures that link to themselves; and a page with nothing to post. */
export const gallerySites: HostTable = {
  'gallery.example': [page('/', gallery), media('/img/', 'photos/')],
  'empty.example': [page('/', empty)],
};
