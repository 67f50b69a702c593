import type { VideoFacts } from '../facts';
import { videoLimits } from '../limits';
import type { Preflight } from '../preflight';
import { clockText, errorKey, isOnlyUnseen, type PreflightLine, placeStays } from '../preflight-line';
import { codecName } from './codec-name';
import { planVideo, postedSeconds, type Reencode, type VideoPlan } from './video-plan';

export function videoLines(post: Preflight): PreflightLine[] {
  const [look] = post.looks;
  if (post.looks.length > 1)
    return [
      { code: 'one-video', severity: 'blocks', key: 'media_check_video_one', remedies: ['remove-some'] },
    ];
  if (look?.error) {
    const { code, facts } = look.error;
    const severity = isOnlyUnseen(code) ? 'warns' : 'blocks';
    return [{ code, severity, key: errorKey(code), values: facts, index: 0, remedies: ['choose-file'] }];
  }
  if (look?.facts?.kind === 'photo')
    return [{ code: 'mixed', severity: 'blocks', key: 'media_check_mixed', index: 0 }];
  return look?.facts ? factLines(look.facts, post) : [];
}

function factLines(facts: VideoFacts, { trim, maxVideoSeconds, pulled }: Preflight): PreflightLine[] {
  const plan = planVideo(facts, trim);
  const lines = [...lengthLines(facts, { trim, maxVideoSeconds }), ...planLines(facts, plan)];
  lines.push(...tellingLines(facts, pulled));
  if (facts.hdr) lines.push({ code: 'hdr', severity: 'warns', key: 'media_check_video_hdr' });
  if (!facts.audio) lines.push({ code: 'silent', severity: 'warns', key: 'media_check_video_silent' });
  return [...lines, ...sizeLines(facts, plan)];
}

function lengthLines(
  facts: VideoFacts,
  { trim, maxVideoSeconds = videoLimits.maxSeconds }: Pick<Preflight, 'trim' | 'maxVideoSeconds'>,
): PreflightLine[] {
  const seconds = postedSeconds(facts, trim);
  if (seconds > maxVideoSeconds)
    return [
      {
        code: 'too-long',
        severity: 'blocks',
        key: 'media_check_video_long',
        values: { length: clockText(seconds), limit: clockText(maxVideoSeconds) },
        remedies: ['trim', 'choose-file'],
      },
    ];
  if (trim && seconds <= 0)
    return [
      { code: 'empty-cut', severity: 'blocks', key: 'media_check_video_cut_empty', remedies: ['trim'] },
    ];
  return [];
}

function planLines(facts: VideoFacts, plan: VideoPlan): PreflightLine[] {
  if (plan.do === 'nothing' || plan.do === 'clean') return [];
  const cut: PreflightLine[] = plan.trim
    ? [
        {
          code: 'cut',
          severity: 'fixes',
          key: 'media_check_video_cut',
          values: { length: clockText(postedSeconds(facts, plan.trim)) },
        },
      ]
    : [];
  if (plan.do === 'copy')
    return plan.container
      ? [
          ...cut,
          {
            code: 'container',
            severity: 'fixes',
            key: 'media_check_video_container',
            values: { container: facts.container.toUpperCase() },
          },
        ]
      : cut;
  const reasons = encodeLines(facts, plan.reencode);
  if (facts.canConvert) return [...cut, ...reasons];
  return [...cut, ...reasons.map((line) => asBlocked(line, facts))];
}

function encodeLines(facts: VideoFacts, { codec, fps, sides }: Reencode): PreflightLine[] {
  const lines: PreflightLine[] = [];
  if (codec)
    lines.push({
      code: 'codec',
      severity: 'fixes',
      key: 'media_check_video_codec',
      values: { codec: codecName(facts.codec) },
    });
  if (fps)
    lines.push({
      code: 'fps',
      severity: 'fixes',
      key: 'media_check_video_fps',
      values: { from: Math.round(facts.fps), to: fps },
    });
  if (sides)
    lines.push({
      code: 'sides',
      severity: 'fixes',
      key: 'media_check_video_sides',
      values: { from: `${facts.width} × ${facts.height}`, to: `${sides.width} × ${sides.height}` },
    });
  return lines;
}

/** Whatever Ferry does to a video, what it tells of its making does not go along. */
function tellingLines({ tells }: VideoFacts, pulled = false): PreflightLine[] {
  if (pulled) return tells === 'place' ? [placeStays] : [];
  if (!tells) return [];
  const key = tells === 'place' ? 'media_check_video_place' : 'media_check_video_details';
  return [{ code: `video-${tells}`, severity: 'fixes', key }];
}

const blockedKeys = {
  codec: 'media_check_video_codec_stop',
  fps: 'media_check_video_fps_stop',
  sides: 'media_check_video_sides_stop',
} as const;

/** The same finding in a browser that cannot mend it: what the person can do instead. */
function asBlocked(line: PreflightLine, facts: VideoFacts): PreflightLine {
  const key = blockedKeys[line.code as keyof typeof blockedKeys];
  const values = { ...line.values, codec: codecName(facts.codec) };
  return { ...line, severity: 'blocks', key, values, remedies: ['choose-file'] };
}

function sizeLines(facts: VideoFacts, plan: VideoPlan): PreflightLine[] {
  if (facts.size === undefined || plan.do === 'encode') return [];
  const kept = plan.do === 'copy' && plan.trim ? postedSeconds(facts, plan.trim) / facts.duration : 1;
  if (facts.size * kept <= videoLimits.maxBytes) return [];
  return [
    {
      code: 'too-big',
      severity: 'blocks',
      key: 'media_check_video_bytes',
      values: { gigabytes: Math.round((facts.size * kept) / 1e8) / 10, limit: videoLimits.maxBytes / 1e9 },
      remedies: ['trim', 'choose-file'],
    },
  ];
}
