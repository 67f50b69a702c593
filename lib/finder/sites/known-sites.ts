/**
 * At which addresses each site is, in the order they are asked. By itself, so that the background, which only
 * asks whether a page is of a site we know, need not bring along what reads them all.
 */
export const knownSites = {
  youtube: onHost('youtube.com', 'youtu.be', 'youtube-nocookie.com'),
  instagram: onHost('instagram.com'),
  x: onHost('x.com', 'twitter.com'),
  reddit: onHost('reddit.com'),
  pinterest: ({ hostname }) => /(?:^|\.)pinterest\.(?:[a-z]{2,3}|co\.\w\w|com\.\w\w)$/.test(hostname),
  tumblr: onHost('tumblr.com'),
  bluesky: onHost('bsky.app'),
  threads: onHost('threads.com', 'threads.net'),
  facebook: onHost('facebook.com', 'fb.watch'),
  vimeo: onHost('vimeo.com'),
  ted: onHost('ted.com'),
  tiktok: onHost('tiktok.com'),
  shopify: ({ pathname }) => /\/products\/[^/]+/.test(pathname),
} satisfies Record<string, (url: URL) => boolean>;

function onHost(...hosts: string[]) {
  return ({ hostname }: URL): boolean =>
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
