/** Holds one page's findings against what its folder expects. A key that is not there is not asserted. */
export function compare({ file, expected = {}, page_url: pageUrl }, found) {
  const checks = [];
  const check = (name, ok, wanted, got) => checks.push({ name, ok: Boolean(ok), wanted, got });
  const videos = found.findings.filter(({ kind, urls }) => kind === 'video' && urls.length > 0);
  const photos = found.findings.filter(({ kind }) => kind === 'photo');
  const first = found.findings.find(({ urls }) => urls.length > 0);
  const best = { video: videos[0], image: photos[0] };
  const cover =
    best.image ??
    (found.findings.find(({ poster }) => poster)
      ? { urls: [found.findings.find(({ poster }) => poster).poster] }
      : undefined);

  const wantsVideo = Boolean(
    expected.best_video_url ?? expected.best_video_key ?? expected.best_video_url_any,
  );
  judge(check, 'best video', expected, 'best_video', best.video);
  judge(check, 'best image', expected, 'best_image', wantsVideo ? cover : best.image);
  if (wantsVideo)
    check('first offer is the video', first !== undefined && first === best.video, 'video', first?.urls[0]);
  else if (expected.best_image_url !== undefined || expected.best_image_key)
    check('first offer is the image', first === best.image, best.image?.urls[0], first?.urls[0]);
  if (expected.best_image_stp)
    check(
      'uncropped',
      best.image?.urls[0]?.includes(`stp=${expected.best_image_stp}`),
      expected.best_image_stp,
      best.image?.urls[0],
    );
  if (expected.video_status)
    check(
      'video status',
      statusOf(found, videos) === expected.video_status,
      expected.video_status,
      statusOf(found, videos),
    );

  const { image_count_min: least, image_count_exact: exact, all_image_keys: keys } = expected;
  if (least !== undefined) check('images, at least', photos.length >= least, least, photos.length);
  if (exact !== undefined) check('images, exactly', photos.length === exact, exact, photos.length);
  const held = keys?.filter((key) => photos.some(({ urls }) => urls.some((url) => url.includes(key))));
  if (keys) check('every image', held.length === keys.length, keys, held);
  const wrong = (expected.must_not_be_best ?? []).filter((trap) =>
    found.findings.some(({ urls }) => urls.some((url) => url.includes(trap))),
  );
  const worst = wrong.filter((trap) => first?.urls.some((url) => url.includes(trap)));
  if (expected.must_not_be_best) check('no trap first', worst.length === 0, [], worst);

  judgeTitle(check, expected, found.material.title);
  const { description_contains: part, platform = {} } = expected;
  if (part)
    check(
      'description',
      found.material.description?.includes(part),
      part,
      found.material.description?.slice(0, 200),
    );
  if (platform.hashtags)
    check(
      'hashtags',
      same(found.material.hashtags, platform.hashtags),
      platform.hashtags,
      found.material.hashtags,
    );
  if (platform.author) {
    const named = [found.material.author, found.material.handle?.replace(/^@/, '')];
    check(
      'author',
      named.some((name) => name?.toLowerCase() === platform.author.toLowerCase()),
      platform.author,
      named,
    );
  }
  if (platform.handle)
    check('handle', found.material.handle === platform.handle, platform.handle, found.material.handle);
  if (platform.id)
    check(
      'id',
      found.videoId === platform.id ||
        found.material.url?.includes(platform.id) ||
        pageUrl.includes(platform.id),
      platform.id,
      found.material.url,
    );
  const length = found.findings.find(({ kind }) => kind === 'video')?.duration;
  if (platform.duration_s)
    check('duration', Math.abs((length ?? 0) - platform.duration_s) <= 1, platform.duration_s, length);
  if (platform.is_owner_viewing !== undefined)
    check(
      'own video?',
      (found.ownedByViewer ?? false) === platform.is_owner_viewing,
      platform.is_owner_viewing,
      found.ownedByViewer,
    );

  const recall = keys ? held.length / keys.length : least ? Math.min(1, photos.length / least) : undefined;
  return { file, checks, recall, wrong, milliseconds: found.milliseconds ?? 0 };
}

/** `_url` exact (null: none may be offered), `_key` a part, `_any` a list read as `_any_is` says. */
function judge(check, name, expected, field, item) {
  const urls = item?.urls ?? [];
  const [url] = urls;
  const { [`${field}_url`]: exact, [`${field}_key`]: key } = expected;
  const any = expected[`${field}_any`] ?? expected[`${field}_url_any`];
  const how = expected[`${field}_any_is`] ?? expected[`${field}_url_any_is`];
  if (any)
    check(
      name,
      url &&
        any.some((wanted) =>
          how === 'prefix'
            ? url.startsWith(wanted)
            : how === 'substring'
              ? url.includes(wanted)
              : url === wanted,
        ),
      any,
      url,
    );
  else if (exact === null) check(name, urls.length === 0, null, url);
  else if (typeof exact === 'string') check(name, url === exact, exact, url);
  if (key) check(`${name} (key)`, url?.includes(key), key, url);
}

function statusOf(found, videos) {
  return (videos[0] ?? found.findings.find(({ kind }) => kind === 'video'))?.status ?? 'none';
}

function judgeTitle(check, expected, got) {
  if (expected.title === undefined) return;
  const flat = (text) => text?.replace(/\s+/g, ' ').trim();
  const wanted = [expected.title, ...(expected.title_any ?? [])];
  const fits = (title) =>
    title === null
      ? got === undefined
      : expected.title_is_prefix
        ? flat(got)?.startsWith(flat(title))
        : flat(got) === flat(title);
  check('title', wanted.some(fits), wanted, got);
}

const same = (one, other) =>
  one.length === other.length && one.every((tag, index) => tag.toLowerCase() === other[index].toLowerCase());

export function totals(results) {
  const all = results.flatMap(({ checks }) => checks);
  const rate = (...names) => {
    const asked = all.filter(({ name }) => names.some((start) => name.startsWith(start)));
    return `${asked.filter(({ ok }) => ok).length}/${asked.length}`;
  };
  const perPage = results.filter(({ checks }) =>
    checks.filter(({ name }) => /^best|^first|^no trap|^uncropped/.test(name)).every(({ ok }) => ok),
  ).length;
  const recalls = results.flatMap(({ recall }) => (recall === undefined ? [] : [recall]));
  const times = results.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const failed = results.filter(({ checks }) => checks.some(({ ok }) => !ok)).length;
  const lines = [
    `pages fully right     ${results.length - failed}/${results.length}`,
    `right first offer     ${perPage}/${results.length}`,
    `recall of images      ${recalls.length > 0 ? ((100 * recalls.reduce((a, b) => a + b, 0)) / recalls.length).toFixed(1) : '–'} % over ${recalls.length} pages`,
    `wrong offers          ${results.reduce((sum, { wrong }) => sum + wrong.length, 0)} traps among all offers`,
    `title                 ${rate('title')}`,
    `hashtags              ${rate('hashtags')}`,
    `author, handle        ${rate('author', 'handle')}`,
    `video status          ${rate('video status')}`,
    `time                  median ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms, worst ${times.at(-1)?.toFixed(0)} ms (loading and injection not counted)`,
  ];
  return { failed, text: lines.join('\n') };
}
