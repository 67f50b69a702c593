import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find } from '../../../lib/finder/find';
import { PageFindings } from '../../../lib/finder/finding';
import { mergeFrames } from '../../../lib/finder/merge-frames';
import { sites } from '../../../lib/finder/sites';
import { documentOf, environmentOf, fixture, look, urlsOf } from './page-of';

const at = 'https://kiln.example/journal/tide-vase';

describe('a page that means harm', () => {
  it('cannot hide its pictures behind forms whose fields are named like methods', () => {
    const names = [
      'querySelectorAll',
      'getAttribute',
      'parentNode',
      'closest',
      'localName',
      'shadowRoot',
      'children',
      'className',
    ];
    const inputs = names.map((name) => `<input name="${name}">`).join('');
    const found = look(
      `<form>${inputs}<img src="/vase-in-a-form.jpg"></form>${names.map((name) => `<img name="${name}">`).join('')}`,
      at,
    );
    expect(urlsOf(found)).toContain('https://kiln.example/vase-in-a-form.jpg');
  });

  it('cannot break the look by getters that throw or prototypes that lie', () => {
    const document = documentOf(
      '<main><h1>Vase</h1><img id="a" src="/the-vase-itself.jpg"><img id="b" src="/the-second-vase.jpg"></main>',
      at,
    );
    const bad = document.querySelector('#a');
    if (!bad) throw new Error('the page has no picture');
    for (const name of ['getBoundingClientRect', 'getAttribute', 'getAttributeNames'])
      Object.defineProperty(bad, name, {
        get: () => {
          throw new Error('no');
        },
      });
    Object.defineProperty(document, 'title', { get: () => ({ length: 1e9 }) });
    const found = PageFindings.parse(find(document, environmentOf(at), sites));
    expect(urlsOf(found)).toContain('https://kiln.example/the-second-vase.jpg');
  });

  it('gets no more answers than the contract holds from 50 000 pictures', () => {
    const html = Array.from({ length: 50_000 }, (_, n) => `<img src="/feed/picture-${n}.jpg">`).join('');
    const found = look(html, at);
    expect(found.findings.length).toBeLessThanOrEqual(200);
    expect(found.findings.length).toBeGreaterThan(100);
  }, 60_000);

  it('is not followed into 20 MB of JSON, nor down a thousand levels of it', () => {
    const huge = `{"@type":"Product","image":"/x.jpg","pad":"${'a'.repeat(20_000_000)}"}`;
    const deep = `${'{"@graph":['.repeat(1_000)}{"@type":"Product","image":"/deep.jpg"}${']}'.repeat(1_000)}`;
    const script = (json: string) => `<script type="application/ld+json">${json}</script>`;
    expect(urlsOf(look(script(huge) + script(deep), at))).toEqual([]);
  });

  it('may not name addresses of other kinds, nor endless ones', () => {
    const bad = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'chrome://settings/a.png',
      `https://a.example/${'a'.repeat(9_000)}.jpg`,
      'https://user:secret@a.example/a.jpg',
      '[object Object]',
      'undefined',
      '/a_{width}x.jpg',
      'data:text/html,<p>',
    ];
    const found = look(
      bad
        .map(
          (src) =>
            `<img src="${src}"><video src="${src}"></video><meta property="og:image" content="${src}">`,
        )
        .join(''),
      at,
    );
    expect(found.findings).toEqual([]);
  });

  it('may not send the person into their own network', () => {
    const local = [
      'http://192.168.1.1/a.jpg',
      'https://localhost/a.jpg',
      'http://10.0.0.7/cam.mp4',
      'http://[::1]/a.jpg',
      'http://router/a.jpg',
      'http://169.254.169.254/latest',
      'http://printer.local/a.jpg',
      'http://172.20.1.1/a.jpg',
    ];
    const finding = (url: string, n: number) => ({
      id: `${n}`,
      kind: 'photo',
      status: 'direct',
      urls: [url],
      from: 'img',
      confidence: 0.5,
      poster: url,
    });
    const result = {
      pageUrl: at,
      site: 'generic',
      findings: [...local, 'https://kiln.example/a.jpg'].map(finding),
      material: { hashtags: [] },
    };
    const merged = mergeFrames([{ frameId: 0, result }], 200);
    expect(merged?.findings.flatMap(({ urls }) => urls)).toEqual(['https://kiln.example/a.jpg']);
    const atHome = mergeFrames([{ frameId: 0, result: { ...result, pageUrl: 'http://192.168.1.1/' } }], 200);
    expect(atHome?.findings.map(({ urls }) => urls[0])).toContain('http://192.168.1.1/a.jpg');
  });

  it('is not believed when it forges the answer', () => {
    for (const result of [
      null,
      'x',
      {},
      { pageUrl: at, site: 'x', findings: 'all', material: {} },
      {
        pageUrl: at,
        site: 'generic',
        findings: [
          { id: 'a', kind: 'photo', status: 'direct', urls: ['javascript:1'], from: 'x', confidence: 1 },
        ],
        material: { hashtags: [] },
      },
    ])
      expect(mergeFrames([{ frameId: 0, result }], 200)).toBeUndefined();
  });
});

const names = [
  'youtube.html',
  'instagram-carousel.html',
  'x-status.html',
  'reddit-gallery.html',
  'wordpress.html',
];
const addresses = [
  at,
  'https://www.youtube.com/watch?v=kilnFilm001',
  'https://www.instagram.com/p/DeFernVase1/',
  'https://x.com/fernclay/status/1700000000000000001',
  'https://www.reddit.com/r/pottery/comments/1abcde/vases/',
  'https://www.pinterest.com/pin/777/',
  'https://shop.example/products/tide-vase',
];

/** Cuts, doubles and swaps pieces of a real page, as broken servers and angry authors do. */
const mutated = fc
  .record({
    name: fc.constantFrom(...names),
    cuts: fc.array(fc.tuple(fc.nat(), fc.nat(400), fc.string({ maxLength: 30 })), { maxLength: 6 }),
  })
  .map(({ name, cuts }) =>
    cuts.reduce((html, [from, length, put]) => {
      const start = from % (html.length + 1);
      return html.slice(0, start) + put + html.slice(start + length);
    }, fixture(name)),
  );

const attributes = [
  'src',
  'srcset',
  'data-src',
  'data-srcset',
  'poster',
  'class',
  'id',
  'alt',
  'style',
  'href',
  'width',
  'type',
  'data-setup',
  'content',
  'property',
  'itemprop',
];
const values = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    'og:image',
    'og:video',
    '100%',
    '-1',
    '1e9',
    'url(',
    'url("x")',
    '{"sources":[{}]}',
    '{"sources":',
    '/a-600x600.jpg 600w, ,',
    'https://a.example/%E0%A4%A.mp4',
    'blob:x',
    'background:url(//:0)',
    'https://[::/',
    '//',
    '?',
    '#',
  ),
);
const element = fc
  .tuple(
    fc.constantFrom(
      'img',
      'video',
      'source',
      'a',
      'meta',
      'div',
      'picture',
      'iframe',
      'noscript',
      'form',
      'template',
      'mux-player',
      'h1',
      'article',
    ),
    fc.array(fc.tuple(fc.constantFrom(...attributes), values), { maxLength: 5 }),
  )
  .map(
    ([tag, list]) =>
      `<${tag} ${list.map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}"`).join(' ')}>`,
  );
const wild = fc
  .array(fc.oneof(element, fc.constantFrom('</a>', '</div>', '</form>', '</noscript>', '</template>')), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
const json = fc.json({ maxDepth: 6 });

describe('whatever a page holds', () => {
  const survives = (html: string, url: string, given = {}) => {
    const found = look(html, url, given);
    expect(found.findings.length).toBeLessThanOrEqual(200);
  };

  it('a broken copy of a real page never throws and keeps the contract', () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom(...addresses), (html, url) => survives(html, url)),
      { numRuns: 150 },
    );
  }, 120_000);

  it('a heap of wild elements never throws and keeps the contract', () => {
    fc.assert(
      fc.property(wild, fc.constantFrom(...addresses), (html, url) => survives(html, url)),
      { numRuns: 200 },
    );
  }, 120_000);

  it('any JSON, in any of its places, never throws and keeps the contract', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(...addresses), (text, url) =>
        survives(
          `<script type="application/ld+json">${text.replaceAll('<', '\\u003c')}</script><script type="application/json" data-sjs>{"code":"DeFernVase1","video_versions":${text.replaceAll('<', '\\u003c')}}</script>`,
          url,
          { pageData: JSON.parse(text), answer: JSON.parse(text) },
        ),
      ),
      { numRuns: 200 },
    );
  }, 120_000);
});
