import type { PhotoFacts } from '../facts';
import { photoLimits } from '../limits';
import type { Preflight } from '../preflight';
import { clockText, errorKey, isOnlyUnseen, type PreflightLine, placeStays } from '../preflight-line';
import { type PhotoPlan, planPhoto } from './photo-plan';

type Reason = PhotoPlan['reasons'][number];

const changes: ReadonlyArray<
  readonly [
    Reason,
    (
      | 'media_check_photo_format'
      | 'media_check_photo_sides'
      | 'media_check_photo_bytes'
      | 'media_check_photo_moving'
      | 'media_check_photo_transparent'
    ),
  ]
> = [
  ['format', 'media_check_photo_format'],
  ['sides', 'media_check_photo_sides'],
  ['bytes', 'media_check_photo_bytes'],
  ['moving', 'media_check_photo_moving'],
  ['transparent', 'media_check_photo_transparent'],
];

export function photoLines(post: Preflight): PreflightLine[] {
  const photos = post.looks.flatMap(({ facts }) => (facts?.kind === 'photo' ? [facts] : []));
  return [
    ...countLines(post),
    ...wayLines(post),
    ...unreadable(post),
    ...(post.slideshow ? slideshowLines(post) : changeLines(photos)),
    ...privateLines(photos, post.pulled),
  ];
}

function countLines({ looks, slideshow }: Preflight): PreflightLine[] {
  const over = looks.length - photoLimits.maxCount;
  if (slideshow || over <= 0) return [];
  return [
    {
      code: 'too-many',
      severity: 'blocks',
      key: 'media_check_photo_count',
      values: { limit: photoLimits.maxCount, over },
      remedies: ['remove-some', 'make-slideshow'],
    },
  ];
}

/** Photos cannot be sent, only fetched by TikTok from a place the person owns. */
function wayLines({ photosHaveWay, slideshow }: Preflight): PreflightLine[] {
  if (photosHaveWay || slideshow) return [];
  return [
    {
      code: 'no-way',
      severity: 'blocks',
      key: 'media_check_photo_way',
      remedies: ['make-slideshow', 'set-up-bucket'],
    },
  ];
}

function unreadable({ looks }: Preflight): PreflightLine[] {
  return looks.flatMap(({ facts, error }, index): PreflightLine[] => {
    if (error)
      return [
        {
          code: error.code,
          severity: isOnlyUnseen(error.code) ? 'warns' : 'blocks',
          key: errorKey(error.code),
          values: error.facts,
          index,
          remedies: ['remove-some'],
        },
      ];
    if (facts?.kind === 'video')
      return [
        { code: 'mixed', severity: 'blocks', key: 'media_check_mixed', index, remedies: ['remove-some'] },
      ];
    if (facts && (facts.format === 'heic' || facts.format === 'tiff' || facts.format === 'jxl'))
      return [
        {
          code: 'format-unreadable',
          severity: 'blocks',
          key: 'media_check_photo_unreadable',
          values: { format: facts.format.toUpperCase() },
          index,
          remedies: ['choose-file'],
        },
      ];
    return [];
  });
}

function changeLines(photos: readonly PhotoFacts[]): PreflightLine[] {
  const plans = photos.map(planPhoto);
  return changes.flatMap(([reason, key]): PreflightLine[] => {
    const count = plans.filter(({ reasons }) => reasons.includes(reason)).length;
    return count === 0 ? [] : [{ code: `photo-${reason}`, severity: 'fixes', key, values: { count } }];
  });
}

function slideshowLines({ looks, slideshow, maxVideoSeconds, canMakeFilm }: Preflight): PreflightLine[] {
  if (canMakeFilm === false)
    return [
      {
        code: 'no-film',
        severity: 'blocks',
        key: 'media_check_slideshow_stop',
        remedies: ['set-up-bucket'],
      },
    ];
  const seconds = Math.round(looks.length * (slideshow?.seconds ?? 0));
  const lines: PreflightLine[] = [
    {
      code: 'slideshow',
      severity: 'fixes',
      key: 'media_check_slideshow',
      values: { length: clockText(seconds) },
    },
  ];
  if (maxVideoSeconds !== undefined && seconds > maxVideoSeconds)
    lines.push({
      code: 'too-long',
      severity: 'blocks',
      key: 'media_check_video_long',
      values: { length: clockText(seconds), limit: clockText(maxVideoSeconds) },
      remedies: ['remove-some'],
    });
  return lines;
}

function privateLines(photos: readonly PhotoFacts[], pulled = false): PreflightLine[] {
  const located = photos.filter(({ hasLocation }) => hasLocation).length;
  if (pulled) return located > 0 ? [placeStays] : [];
  if (located > 0)
    return [
      { code: 'photo-place', severity: 'fixes', key: 'media_check_photo_place', values: { count: located } },
    ];
  const telling = photos.filter(({ hasMetadata }) => hasMetadata).length;
  if (telling === 0) return [];
  return [
    { code: 'photo-camera', severity: 'fixes', key: 'media_check_photo_camera', values: { count: telling } },
  ];
}
