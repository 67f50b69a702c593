/**
 * Reads what only a page's own scripts know. Everything here is the page's: it may throw, lie, or never end,
 * so what comes back is copied by way of JSON and bounded, and parsed again by whoever uses it.
 */
const longest = 1_500_000;

export function readPageData(window: Window): unknown {
  const host = window.location.hostname;
  const data = /(?:^|\.)youtube\.com$/.test(host)
    ? { players: youtubePlayers(window) }
    : { tweets: tweetsShown(window) };
  try {
    const written = JSON.stringify(data);
    return written.length <= longest ? JSON.parse(written) : undefined;
  } catch {
    return undefined;
  }
}

const attempt = (read: () => unknown): unknown => {
  try {
    return read();
  } catch {
    return undefined;
  }
};
const get = (holder: unknown, key: string): unknown =>
  (typeof holder === 'object' && holder !== null) || typeof holder === 'function'
    ? attempt(() => Reflect.get(holder, key))
    : undefined;
const ask = (holder: unknown, method: string): unknown => {
  const found = get(holder, method);
  return typeof found === 'function' ? attempt(() => Reflect.apply(found, holder, [])) : undefined;
};

/** Every player's word on what it plays. Streams are left out: their addresses are never read. */
function youtubePlayers(window: Window): unknown[] {
  const element = (selector: string) => attempt(() => window.document.querySelector(selector));
  const responses = [
    ask(element('#movie_player'), 'getPlayerResponse'),
    ask(element('#shorts-player'), 'getPlayerResponse'),
    get(element('ytd-watch-flexy'), 'playerData'),
    get(window, 'ytInitialPlayerResponse'),
  ];
  return responses.flatMap((response) => {
    const videoDetails = get(response, 'videoDetails');
    return videoDetails ? [{ videoDetails, microformat: get(response, 'microformat') }] : [];
  });
}

const mostArticles = 30;
const deepestFiber = 40;

/** The tweets that X's components were given, found by climbing from each article to the component that holds one. */
function tweetsShown(window: Window): unknown[] {
  const articles = attempt(() =>
    Array.from(window.document.querySelectorAll('article')).slice(0, mostArticles),
  );
  return Array.isArray(articles) ? articles.flatMap((article) => tweetOf(article) ?? []) : [];
}

function tweetOf(article: object): unknown {
  const key = Object.keys(article).find((name) => name.startsWith('__reactFiber$'));
  let fiber = key ? get(article, key) : undefined;
  for (let climbed = 0; fiber && climbed < deepestFiber; climbed += 1) {
    const props = get(fiber, 'memoizedProps');
    const tweet = get(props, 'tweet') ?? get(get(props, 'data'), 'tweet');
    if (get(tweet, 'id_str')) return slim(tweet);
    fiber = get(fiber, 'return');
  }
  return undefined;
}

/** The few fields that are needed: the whole object may hold the page's entire store. */
function slim(tweet: unknown): unknown {
  const fields = ['id_str', 'full_text', 'text', 'extended_entities'];
  const user = get(tweet, 'user');
  return {
    ...Object.fromEntries(fields.map((field) => [field, get(tweet, field)])),
    user: { screen_name: get(user, 'screen_name') },
  };
}
