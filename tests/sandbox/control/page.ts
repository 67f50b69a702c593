import type { State } from './state.ts';

const style = `
  :root { --ink: #161823; --soft: #6b6e78; --line: #e4e5e8; --red: #fe2c55 } * { box-sizing: border-box }
  body { margin: 0; font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: #f6f6f7 } header { background: #161823; color: #fff; padding: 14px 24px; display: flex; gap: 16px; align-items: center }
  header h1 { font-size: 18px; margin: 0 auto 0 0 } main { display: grid; grid-template-columns: 300px minmax(0, 1fr); gap: 20px; padding: 20px 24px; max-width: 1500px; margin: auto }
  section { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 16px; margin-bottom: 20px } h2 { font-size: 15px; margin: 0 0 10px }
  button { font: inherit; border: 1px solid var(--line); background: #fff; border-radius: 6px; padding: 5px 10px; cursor: pointer; margin: 0 4px 6px 0 } button:hover { border-color: var(--ink) }
  .posts { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 14px } .post { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; font-size: 13px }
  .post .shot { height: 220px; background: #e9eaec; display: flex } .post img, .post video { width: 100%; height: 100%; object-fit: cover; min-width: 0 } .post div.words { padding: 8px 10px; overflow-wrap: anywhere }
  .status { font-weight: 600 } .FAILED { color: #c0182f } .PUBLISH_COMPLETE, .SEND_TO_USER_INBOX { color: #11803f } small, .soft { color: var(--soft) }
  table { border-collapse: collapse; width: 100%; font: 12px/1.5 ui-monospace, monospace } td { border-top: 1px solid var(--line); padding: 2px 8px 2px 0; white-space: nowrap } td.path { white-space: normal; overflow-wrap: anywhere }
  label { display: flex; gap: 6px; align-items: center; font-size: 13px } .user { border-top: 1px solid var(--line); padding: 8px 0 } @media (max-width: 900px) { main { grid-template-columns: 1fr } }`;

/** Runs in the page. Everything it shows is set as text, never as HTML. */
function script(): void {
  const send = (path: string, body: unknown = {}) =>
    fetch(path, { method: 'POST', body: JSON.stringify(body) }).then(refresh);
  const make = (tag: string, words = '', set: Record<string, string> = {}) => {
    const element = document.createElement(tag);
    element.textContent = words;
    for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
    return element;
  };
  const put = (id: string, ...children: Node[]) => document.getElementById(id)?.replaceChildren(...children);
  const button = (words: string, press: () => void) => {
    const made = make('button', words);
    made.addEventListener('click', press);
    return made;
  };
  const _flags = [
    'private',
    'commentDisabled',
    'duetDisabled',
    'stitchDisabled',
    'bannedFromPosting',
  ] as const;
  const flags = [
    'private',
    'commentDisabled',
    'duetDisabled',
    'stitchDisabled',
    'bannedFromPosting',
  ] as const;
  let shownPosts = '';
  function showUser(user: State['users'][number]): Node {
    const box = make('div', '', { class: 'user' });
    box.append(
      make('b', user.nickname),
      make('span', ` @${user.username} `),
      make('small', `${user.videoCount} videos`),
    );
    for (const flag of flags) {
      const label = make('label');
      const check = document.createElement('input');
      check.type = 'checkbox';
      check.checked = user[flag];
      check.addEventListener('change', () => send(`/users/${user.username}`, { [flag]: check.checked }));
      label.append(
        check,
        flag.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
      );
      box.append(label);
    }
    box.append(button('Remove apps', () => send('/remove-access', { username: user.username })));
    return box;
  }
  function showPost(post: State['publications'][number]): Node {
    const box = make('div', '', { class: 'post' });
    const shot = make('div', '', { class: 'shot' });
    for (const [index] of post.files.slice(0, 3).entries()) {
      const src = `/media/${encodeURIComponent(post.publishId)}/${index}`;
      shot.append(
        post.kind === 'photo'
          ? make('img', '', { src, alt: '' })
          : make('video', '', { src, controls: '', muted: '', preload: 'metadata' }),
      );
    }
    const words = make('div', '', { class: 'words' });
    const state = post.failReason ? `${post.status}: ${post.failReason}` : post.status;
    words.append(
      make('div', state, { class: `status ${post.status}` }),
      make('div', String(post.postInfo.title ?? '')),
    );
    words.append(
      make(
        'small',
        `@${post.username} · ${post.mode} ${post.kind}${post.files.length > 1 ? ` × ${post.files.length}` : ''} · ${post.postInfo.privacy_level ?? ''}`,
      ),
    );
    if (post.status === 'SEND_TO_USER_INBOX')
      words.append(button('Post the draft', () => send('/finish-draft', { publishId: post.publishId })));
    box.append(shot, words);
    return box;
  }

  async function refresh(): Promise<void> {
    const state: State = await (await fetch('/state')).json();
    put('now', document.createTextNode(new Date(state.now).toISOString().replace('T', ' ').slice(0, 19)));
    put('users', ...state.users.map(showUser));
    const posts = JSON.stringify(state.publications);
    if (posts !== shownPosts)
      put(
        'posts',
        ...(state.publications.length > 0
          ? state.publications.map(showPost)
          : [make('span', 'Nothing yet.', { class: 'soft' })]),
      );
    shownPosts = posts;
    put(
      'faults',
      ...state.faults.map((fault) => make('div', `${fault.endpoint}: ${fault.kind} × ${fault.times ?? 1}`)),
    );
    put(
      'log',
      ...state.log.map((line) => {
        const row = make('tr');
        const time = new Date(line.at).toISOString().slice(11, 23);
        row.append(
          make('td', time),
          make('td', line.endpoint),
          make('td', `${line.status ?? ''} ${line.code ?? ''}`),
          make('td', line.fault ?? (line.outcome === 'answered' ? '' : line.outcome)),
          make('td', `${line.method} ${line.host}${line.path}`, { class: 'path' }),
        );
        return row;
      }),
    );
  }

  for (const element of document.querySelectorAll<HTMLElement>('[data-send]')) {
    element.addEventListener('click', () =>
      send(element.dataset.send ?? '', JSON.parse(element.dataset.body ?? '{}')),
    );
  }
  void refresh();
  setInterval(refresh, 1_500);
}

const press = (words: string, path: string, body: unknown = {}) =>
  `<button data-send="${path}" data-body='${JSON.stringify(body)}'>${words}</button>`;

const faults: readonly [string, object][] = [
  ['429 on the next call', { endpoint: '*', answer: { kind: 'error', code: 'rate_limit_exceeded' } }],
  ['500 three times', { endpoint: '*', answer: { kind: 'error', code: 'internal_error' }, times: 3 }],
  ['Next init: answer lost', { endpoint: 'video.init', answer: { kind: 'close' }, moment: 'after' }],
  ['Next chunk: reset', { endpoint: 'upload', answer: { kind: 'reset', afterBytes: 50_000 } }],
  ['Next status: HTML', { endpoint: 'status', answer: { kind: 'html' } }],
  ['Next token: hang', { endpoint: 'oauth.token', answer: { kind: 'hang' } }],
];

const reasons = [
  'file_format_check_failed',
  'duration_check_failed',
  'spam_risk_text',
  'internal',
  'auth_removed',
];

export const controlPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sandbox</title><style>${style}</style></head><body>
<header><h1>TikTok sandbox</h1><span id="now"></span>${press('+1 min', '/clock', { advanceMs: 60_000 })}${press('+1 h', '/clock', { advanceMs: 3_600_000 })}${press('+1 day', '/clock', { advanceMs: 86_400_000 })}${press('Reset all', '/reset')}</header>
<main><div><section><h2>Users</h2><div id="users"></div></section>
<section><h2>Make something go wrong</h2>${faults.map(([words, body]) => press(words, '/faults', body)).join('')}
<h2>Next post fails with</h2>${reasons.map((reason) => press(reason, '/fail-next', { reason })).join('')}<div id="faults" class="soft"></div>${press('Clear', '/faults/clear')}</section></div>
<div><section><h2>What TikTok was sent</h2><div id="posts" class="posts"></div></section><section><h2>Requests</h2><table><tbody id="log"></tbody></table></section></div></main>
<script type="module">(${script})()</script></body></html>`;
