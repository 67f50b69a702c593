import { describe, expect, it } from 'vitest';
import { isSigned, originalsOf } from '../../../lib/finder/originals';

const rewrites: ReadonlyArray<[string, string, string]> = [
  [
    'X',
    'https://pbs.twimg.com/media/DPadOKpXcAIL-NW?format=png&name=medium',
    'https://pbs.twimg.com/media/DPadOKpXcAIL-NW?format=png&name=orig',
  ],
  [
    'X, as it was once written',
    'https://pbs.twimg.com/media/Abc_1.jpg:large',
    'https://pbs.twimg.com/media/Abc_1?format=jpg&name=orig',
  ],
  [
    'Pinterest',
    'https://i.pinimg.com/736x/b5/34/13/b534.jpg',
    'https://i.pinimg.com/originals/b5/34/13/b534.jpg',
  ],
  [
    'Shopify',
    'https://shop.example/cdn/shop/files/red_600x600_crop_center@2x.jpg?v=12&width=600',
    'https://shop.example/cdn/shop/files/red.jpg?v=12',
  ],
  [
    'Shopify with a size before its id',
    'https://cdn.shopify.com/s/files/1/2/files/red_1000x_3c7e7714-c343-484f-bf2d-d7726bf55d19.webp?v=1',
    'https://cdn.shopify.com/s/files/1/2/files/red_3c7e7714-c343-484f-bf2d-d7726bf55d19.webp?v=1',
  ],
  [
    'WordPress',
    'https://blog.example/wp-content/uploads/2024/05/soup-300x200.jpg?x=1',
    'https://blog.example/wp-content/uploads/2024/05/soup.jpg',
  ],
  [
    'Photon',
    'https://i2.wp.com/blog.example/wp-content/uploads/soup.jpg?resize=300%2C200&ssl=1',
    'https://blog.example/wp-content/uploads/soup.jpg',
  ],
  [
    'Squarespace',
    'https://images.squarespace-cdn.com/content/v1/5f/1-A/soup.jpg?format=750w',
    'https://images.squarespace-cdn.com/content/v1/5f/1-A/soup.jpg?format=2500w',
  ],
  [
    'Ghost',
    'https://a.example/content/images/size/w1200/format/webp/2025/10/soup.JPG',
    'https://a.example/content/images/2025/10/soup.JPG',
  ],
  [
    'Wix',
    'https://static.wixstatic.com/media/ab~mv2.jpg/v1/fill/w_600,h_400/soup.jpg',
    'https://static.wixstatic.com/media/ab~mv2.jpg',
  ],
  [
    'Substack',
    'https://substackcdn.com/image/fetch/w_1456,c_limit,f_auto/https%3A%2F%2Fbucket.example%2Fsoup.jpeg',
    'https://bucket.example/soup.jpeg',
  ],
  [
    'Blogger',
    'https://1.bp.blogspot.com/-a/b/c/s320/soup.jpg',
    'https://1.bp.blogspot.com/-a/b/c/s0/soup.jpg',
  ],
  [
    'Google',
    'https://lh3.googleusercontent.com/abc=w640-h360-no',
    'https://lh3.googleusercontent.com/abc=s0',
  ],
  ['Medium', 'https://miro.medium.com/v2/resize:fit:1400/1*abc.png', 'https://miro.medium.com/1*abc.png'],
  ['Next.js', 'https://shop.example/_next/image?url=%2Fsoup.jpg&w=640&q=75', 'https://shop.example/soup.jpg'],
  [
    'Tumblr',
    'https://64.media.tumblr.com/0a/tumblr_x1_500.jpg',
    'https://64.media.tumblr.com/0a/tumblr_x1_1280.jpg',
  ],
  [
    'Etsy',
    'https://i.etsystatic.com/1/r/il/da/24/il_570xN.24_opq0.jpg',
    'https://i.etsystatic.com/1/r/il/da/24/il_fullxfull.24_opq0.jpg',
  ],
  [
    'Bluesky',
    'https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:a/b@jpeg',
    'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:a/b@jpeg',
  ],
  ['imgix', 'https://brand.imgix.net/soup.jpg?w=600&auto=format', 'https://brand.imgix.net/soup.jpg'],
];

describe('asking a CDN for the original', () => {
  it.each(rewrites)('knows how %s writes sizes', (_, shown, original) => {
    expect(originalsOf(shown)[0]).toBe(original);
  });

  it.each(rewrites)('leaves the original of %s alone', (_, __, original) => {
    expect(originalsOf(original)).not.toContain(original);
  });

  it.each([
    ['Instagram', 'https://scontent.cdninstagram.com/v/t51/1_n.jpg?stp=dst-jpg_e35&oh=00_AQ&oe=6AC7EBEB'],
    ['signed imgix', 'https://brand.imgix.net/soup.jpg?w=600&s=0123456789abcdef'],
    ['Flickr', 'https://live.staticflickr.com/1/2_secret_b.jpg'],
    ['Reddit previews', 'https://preview.redd.it/soup-v0-abc.jpg?width=640&s=0123456789'],
    ['Discord', 'https://cdn.discordapp.com/attachments/1/2/soup.png?ex=66&is=66&hm=abcdef0123'],
  ])('never touches what is signed: %s', (_, address) => {
    expect(isSigned(address)).toBe(true);
    expect(originalsOf(address)).toEqual([]);
  });

  it('takes no guess at what it does not know', () => {
    expect(originalsOf('https://a.example/soup.jpg?w=300')).toEqual([]);
    expect(originalsOf('no address')).toEqual([]);
  });
});
