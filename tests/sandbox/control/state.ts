import type { Publication } from '../tiktok/publish/publications.ts';
import type { Control } from './control.ts';
import { meansEndpoint } from './match.ts';

const LOG_TAIL = 60;

/** What the control page shows. */
export function stateOf(control: Control) {
  return {
    now: control.clock.now(),
    users: control.users().map(({ videos, ...user }) => ({ ...user, videoCount: videos.length })),
    apps: control.apps().map(({ clientKey, clientSecret, name, audited, redirectUris, verified }) => {
      return { clientKey, clientSecret, name, audited, redirectUris, verified };
    }),
    publications: control.publications.all().map(describe).reverse(),
    faults: control.faults().map(({ endpoint, answer, times }) => ({ endpoint, kind: answer.kind, times })),
    log: control.log
      .all()
      .filter(({ endpoint }) => meansEndpoint('*', endpoint) || endpoint.startsWith('authorize'))
      .slice(-LOG_TAIL)
      .map(({ id, at, endpoint, method, host, path, status, outcome, fault, code }) => {
        const short = path.length > 160 ? `${path.slice(0, 160)}…` : path;
        return { id, at, endpoint, method, host, path: short, status, outcome, fault, code };
      })
      .reverse(),
  };
}

function describe(post: Publication) {
  const { publishId, username, kind, mode, source, status, failReason, postInfo, postId, at, startedAt } =
    post;
  const files = post.files.map(({ size, facts, url }) => ({ size, facts, url }));
  return {
    publishId,
    username,
    kind,
    mode,
    source,
    status,
    failReason,
    postInfo,
    postId,
    at,
    startedAt,
    files,
  };
}

export type State = ReturnType<typeof stateOf>;
