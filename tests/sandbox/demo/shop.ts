import type { HostTable } from '../http.ts';
import { media, page } from './site.ts';

const product = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Sage tide vase',
  image: ['vase-sage', 'vase-sage-detail', 'vase-shelf'].map(
    (name) => `https://shop.example/img/${name}.jpg`,
  ),
  description: 'Thrown in one piece, dipped twice. No two waves meet at the same height.',
  brand: { '@type': 'Brand', name: 'Fern & Clay' },
  offers: {
    '@type': 'Offer',
    price: '64.00',
    priceCurrency: 'EUR',
    availability: 'https://schema.org/InStock',
  },
};

const picture = (name: string, alt: string, sizes: string) =>
  `<img src="/img/${name}.jpg" srcset="/img/${name}-480.jpg 480w, /img/${name}.jpg 1200w" sizes="${sizes}" alt="${alt}">`;

const also = [
  ['mug-terra', 'Terracotta mug', '28'],
  ['planter-fern', 'Fern planter', '46'],
  ['vase-pair', 'Bottle and vase', '112'],
] as const;

export const style = `
  :root { --ink: #2c2a26; --soft: #7a736a; --line: #e6dfd3; --paper: #fbf8f3; --leaf: #4d6250 }
  * { box-sizing: border-box } body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 Georgia, serif }
  header { display: flex; align-items: baseline; gap: 28px; padding: 22px 5vw; border-bottom: 1px solid var(--line) }
  header b { font-size: 24px; letter-spacing: .02em; margin-right: auto } nav a, header a { color: var(--soft); text-decoration: none; font: 15px system-ui, sans-serif }
  main { max-width: 1120px; margin: 0 auto; padding: 36px 5vw 80px } h1 { font-size: 38px; line-height: 1.15; margin: 0 0 8px; font-weight: 500 }
  img, video { display: block; max-width: 100%; height: auto; border-radius: 6px; background: #eee } a { color: var(--leaf) }
  footer { border-top: 1px solid var(--line); padding: 26px 5vw; color: var(--soft); font: 14px system-ui, sans-serif }`;

const shopPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sage tide vase · Fern &amp; Clay</title>
<link rel="canonical" href="https://shop.example/products/sage-tide-vase">
<meta name="author" content="Fern &amp; Clay">
<meta property="og:type" content="product"><meta property="og:site_name" content="Fern &amp; Clay">
<meta property="og:title" content="Sage tide vase">
<meta property="og:description" content="Thrown in one piece, dipped twice.">
<meta property="og:image" content="https://shop.example/img/vase-sage.jpg"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="1200">
<meta property="og:video" content="https://cdn.shop.example/video/turning-vase.mp4"><meta property="og:video:type" content="video/mp4">
<script type="application/ld+json">${JSON.stringify(product)}</script>
<style>${style}
  .product { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 44px } .thumbs { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; margin-top: 12px }
  .thumbs img { aspect-ratio: 1; object-fit: cover } .price { font-size: 24px } button { font: 600 16px system-ui; background: var(--leaf); color: #fff; border: 0; border-radius: 6px; padding: 14px 28px }
  .film { margin-top: 56px; display: grid; grid-template-columns: minmax(0, 300px) 1fr; gap: 36px; align-items: center } .also { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px } .also img { aspect-ratio: 1; object-fit: cover; width: 100% }
  .also a { color: inherit; text-decoration: none } @media (max-width: 760px) { .product, .film { grid-template-columns: 1fr } }
</style></head><body>
<header><b>Fern &amp; Clay</b><nav><a href="/">Shop</a> &nbsp; <a href="https://blog.example/">Journal</a> &nbsp; <a href="https://gallery.example/">Studio</a></nav></header>
<main><article class="product"><div class="gallery">
  ${picture('vase-sage', 'Sage tide vase with dried grass', '(max-width: 760px) 90vw, 620px')}
  <div class="thumbs">${picture('vase-sage-detail', 'The wave where two glazes meet', '200px')}
  ${picture('vase-shelf', 'On a shelf with a jug and a jar', '200px')}
  <img src="https://cdn.shop.example/img/vase-pair.jpg" alt="Next to its terracotta sister" loading="lazy"></div></div>
  <div><h1>Sage tide vase</h1><p class="price">€64</p><p>Thrown in one piece, dipped twice. No two waves meet at the same height, so yours is the only one like it.</p>
  <p>Stoneware, 27 cm. Holds water, holds stems, holds a shelf together.</p><button type="button">Add to basket</button>
  <p style="color:var(--soft);font:14px system-ui">Made in Porto · sent within three days</p></div></article>
<section class="film"><video controls muted playsinline preload="metadata" width="720" height="1280" poster="https://cdn.shop.example/video/turning-vase.jpg" src="https://cdn.shop.example/video/turning-vase.mp4"></video>
  <div><h2>Eight quiet seconds</h2><p>The first light of the day on the first vase out of the kiln. We film every firing.</p></div></section>
<h2>Goes well with</h2><section class="also">${also
  .map(
    ([name, title, price]) =>
      `<a href="#${name}">${picture(name, title, '300px')}<p>${title}<br><small>€${price}</small></p></a>`,
  )
  .join('')}</section></main>
<footer><img src="/logo.svg" alt="" width="28" height="28" style="display:inline;background:none;vertical-align:middle"> Fern &amp; Clay, Rua das Flores, Porto</footer></body></html>`;

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><circle cx="14" cy="14" r="13" fill="#4d6250"/><path d="M14 6c5 5 5 11 0 16c-5-5-5-11 0-16" fill="#fbf8f3"/></svg>`;

const logoRoute = {
  name: 'media',
  method: 'GET',
  path: '/logo.svg',
  handle: () => ({ status: 200, headers: { 'content-type': 'image/svg+xml' }, body: logo }),
};

/** A shop's product page: pictures in several sizes, one of them and the film on a CDN of its own. */
export const shop: HostTable = {
  'shop.example': [
    page('/', shopPage),
    page('/products/sage-tide-vase', shopPage),
    media('/img/', 'photos/'),
    media('/verified/', 'photos/'),
    logoRoute,
  ],
  'cdn.shop.example': [media('/img/', 'photos/'), media('/video/', 'videos/')],
};
