import type { HostTable } from '../http.ts';
import { style } from './shop.ts';
import { media, page } from './site.ts';

const post = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A morning at the wheel · Fern &amp; Clay journal</title>
<link rel="canonical" href="https://blog.example/a-morning-at-the-wheel">
<meta name="author" content="Inês Fernandes"><meta name="keywords" content="pottery, ceramics, slow morning">
<meta property="og:type" content="article"><meta property="og:title" content="A morning at the wheel">
<meta property="og:description" content="What happens between the first coffee and the first firing.">
<meta property="og:image" content="https://blog.example/img/table-morning.jpg"><meta property="article:tag" content="pottery"><meta property="article:tag" content="ceramics">
<style>${style} article { max-width: 720px; margin: 0 auto } figure { margin: 34px 0 } figcaption { color: var(--soft); font: 14px system-ui; padding-top: 8px }
  .wide { margin-inline: -8% } .tall { max-width: 340px; margin-inline: auto } .by { color: var(--soft); font: 15px system-ui; display: flex; gap: 10px; align-items: center } .by img { border-radius: 50% }</style></head><body>
<header><b>Journal</b><nav><a href="https://shop.example/">Shop</a> &nbsp; <a href="https://gallery.example/">Studio</a></nav></header>
<main><article><h1>A morning at the wheel</h1><p class="by"><img src="/img/avatar-fern.jpg" width="36" height="36" alt=""> Inês Fernandes · <time datetime="2026-11-14">14 November 2026</time></p>
<p>The kettle goes on at six. By half past, the studio is warm enough to touch clay without flinching.</p>
<figure class="wide"><picture><source type="image/jpeg" srcset="/img/table-morning.jpg 1400w"><img src="/img/table-morning.jpg" width="1400" height="934" alt="A jug, a mug and a bowl on the studio table"></picture><figcaption>Breakfast, more or less.</figcaption></figure>
<p>I throw the small things first. Mugs forgive; vases remember everything.</p>
<figure class="tall"><video controls playsinline preload="metadata" poster="/video/steam.jpg" width="720" height="1280"><source src="/video/steam.webm" type="video/webm"></video><figcaption>Coffee first.</figcaption></figure>
<p>At noon the glaze buckets come out. Eight colours, two dips each, and a rule: never the same pair twice in a day.</p>
<figure><img src="/img/glaze-test.jpg" width="1080" height="1080" alt="Four jars with test glazes" loading="lazy"><figcaption>Tuesday's pairs.</figcaption></figure>
<figure><img data-src="/img/bowl-stack.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" width="900" height="1200" alt="A rose bowl on a plate" class="lazy"><figcaption>Stacked, waiting for the kiln.</figcaption></figure>
<figure class="tall"><video muted loop playsinline preload="metadata" controls poster="/video/watering.jpg" src="/video/watering.mp4" width="1080" height="1920"></video><figcaption>The studio fern gets its water at two.</figcaption></figure>
<p>Then we wait. That is most of the work.</p></article></main>
<script>for (const image of document.querySelectorAll('img.lazy')) image.src = image.dataset.src;</script>
<footer>© Fern &amp; Clay</footer></body></html>`;

/** A blog post: pictures in figures, one loaded late by script, two films. */
export const blog: HostTable = {
  'blog.example': [
    page('/', post),
    page('/a-morning-at-the-wheel', post),
    media('/img/', 'photos/'),
    media('/video/', 'videos/'),
  ],
};
