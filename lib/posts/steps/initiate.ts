import type { Content } from '../../drafts/draft';
import { AppError, asAppError, isAppError, toErrorData } from '../../errors/app-error';
import { chunkPlans } from '../../tiktok/chunk-plan';
import { type Limited, largestVideo, uploadUrlLife } from '../../tiktok/limits';
import { type Begun, photoInit, surelyNotBegun, videoInit } from '../../tiktok/publish';
import { reserve, spend } from '../calls';
import { assertAllowed, photoPost, videoInfo, withinLimits } from '../obey';
import type { EngineParts } from '../parts';
import { type Attempt, lastAttempt, type Post, withAttempt } from '../post';
import { doubt } from './doubt';
import { delivered, onward, withoutIntent } from './outcome';
import { afterRefusal } from './refusal';
import { creatorOf, orPutOff } from './start';

/** What creator_info said is believed for this long; fetching a large file may take longer. */
const believed = 5 * 60_000;

type Call = ReturnType<typeof videoInit>;

interface Described {
  call: Call;
  /** Where the bytes are ours. */
  size?: number;
}

interface Ready extends Described {
  token: string;
}

/** Asks TikTok to begin: the one call that must not be made twice, so it is written down before it is made. */
export async function initiate(parts: EngineParts, post: Post): Promise<void> {
  const ready = await orPutOff(parts, post, () => makeReady(parts, post));
  if (!ready) return;
  const refused = await beginOnce(parts, post, ready);
  if (refused?.code !== 'access_token_invalid') return;
  // TikTok said no to the token, so it did not begin: once more with a new one.
  const token = await orPutOff(parts, post, () => parts.tokens.tokenRejected(post.accountId, ready.token));
  if (token) await beginOnce(parts, post, { ...ready, token }, true);
}

/** Everything that can fail before TikTok is asked fails here. */
async function makeReady(parts: EngineParts, post: Post): Promise<Ready> {
  const attempt = lastAttempt(post);
  if (!attempt) throw new AppError('unexpected', { cause: 'no attempt to begin' });
  const content = await allowedContent(parts, post);
  const described = await describe(parts, post, content, attempt);
  return { ...described, token: await reserve(parts, post.accountId, endpointOf(post)) };
}

/** Intent, call, result. Gives back the error when it is one the caller can do something about. */
async function beginOnce(
  parts: EngineParts,
  post: Post,
  { call, token, size }: Ready,
  isSecond = false,
): Promise<AppError | undefined> {
  const { api, store, clock } = parts;
  const intent = await store.change(post.id, (standing) => {
    if (!mayBegin(standing, post)) return undefined;
    return {
      post: withAttempt(standing, { initiatedAt: clock.now(), ...(size === undefined ? {} : { size }) }),
      notes: [{ what: 'init-asked', facts: { path: call.path } }],
    };
  });
  if (!intent) return undefined;
  let begun: Begun;
  try {
    begun = await spend(parts, post.accountId, endpointOf(post), () => api.begin(token, call));
  } catch (thrown) {
    const error = asAppError(thrown);
    if (!surelyNotBegun(error)) return void (await doubt(parts, post, error));
    if (isAppError(error, 'access_token_invalid') && !isSecond) {
      await store.change(post.id, (standing) => ({
        post: withoutIntent(standing),
        notes: [{ what: 'init-refused', error: toErrorData(error) }],
      }));
      return error;
    }
    return void (await afterRefusal(parts, post, error));
  }
  await store.change(post.id, (standing) => afterBegun(standing, begun, clock.now()));
  return undefined;
}

/** Whoever decided may have known less than what stands now: no attempt is begun twice, or against the person's wish. */
function mayBegin(standing: Post, decided: Post): boolean {
  const attempt = lastAttempt(standing);
  return (
    standing.state === 'initiating' &&
    standing.cancelAskedAt === undefined &&
    attempt?.number === lastAttempt(decided)?.number &&
    attempt?.initiatedAt === undefined
  );
}

function afterBegun(post: Post, { publishId, uploadUrl, logId }: Begun, now: number) {
  const begun = onward(withAttempt(post, { publishId }));
  const address = { ...(uploadUrl ? { uploadUrl } : {}), uploadUrlExpiresAt: now + uploadUrlLife };
  const isUpload = lastAttempt(post)?.route === 'upload';
  return {
    post: isUpload
      ? { ...withAttempt(begun, address), state: 'uploading' as const, nextAt: now }
      : delivered(begun, now),
    notes: [{ what: 'init-answered', facts: { publishId }, ...(logId ? { logId } : {}) }],
  };
}

/** What may be posted by TikTok's word of just now; asking for it also tells how the init can be sent so that it arrives once. */
async function allowedContent(parts: EngineParts, post: Post): Promise<Content> {
  const creator = isKnown(parts, post) ? post.creator : await creatorOf(parts, post);
  if (post.content.mode === 'inbox' || !creator) return post.content;
  assertAllowed(post.content, creator);
  return withinLimits(post.content, creator);
}

/** A worker that slept since, or another one, knows nothing of the line. */
function isKnown({ api, clock }: EngineParts, { content, creator }: Post): boolean {
  if (!api.isSounded) return false;
  const age = clock.now() - (creator?.askedAt ?? 0);
  return content.mode === 'inbox' || (creator !== undefined && age >= 0 && age < believed);
}

async function describe(
  { stash }: EngineParts,
  post: Post,
  content: Content,
  { route, urls, plan }: Attempt,
): Promise<Described> {
  const addresses = route === 'pull' ? urls : post.relayed;
  if (content.kind === 'photo') return { call: photoInit(photoPost(content, addresses ?? [])) };
  const [address] = addresses ?? [];
  if (route !== 'upload' && address) {
    return { call: videoInit({ from: 'url', url: address }, videoInfo(content)) };
  }
  const entry = await stash.find(post.ready?.[0] ?? '');
  if (!entry?.whole) throw new AppError('file_gone');
  const { size } = entry;
  if (size > largestVideo) {
    throw new AppError('video_too_big', {
      facts: { gigabytes: Math.round(size / 1e8) / 10, limit: largestVideo / 1e9 },
    });
  }
  const plans = chunkPlans(size);
  return { call: videoInit({ from: 'file', plan: plans[plan] ?? plans[0] }, videoInfo(content)), size };
}

export function endpointOf({ content }: Post): Limited {
  if (content.kind === 'photo') return 'photo_init';
  return content.mode === 'inbox' ? 'inbox_init' : 'video_init';
}
