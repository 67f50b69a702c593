import { escapeHtml, html, type Reply } from '../../http.ts';
import { newLogId } from '../envelope.ts';
import { avatarUrl } from '../pictures.ts';
import type { User } from '../users.ts';
import type { Ask } from './authorize.ts';

const MEANING: Readonly<Record<string, string>> = {
  'user.info.basic': 'See your profile picture and name',
  'user.info.profile': 'See your bio, profile link and verified mark',
  'user.info.stats': 'See your counts of followers, likes and videos',
  'video.list': 'See your public videos',
  'video.publish': 'Post to your account',
  'video.upload': 'Send drafts to your inbox',
};

const style = `
  body { margin: 0; background: #f8f8f8; color: #161823; font: 16px/1.45 system-ui, sans-serif; display: grid; place-items: center; min-height: 100vh }
  main { background: #fff; width: min(420px, 92vw); border-radius: 12px; box-shadow: 0 2px 24px #0001; padding: 28px; box-sizing: border-box }
  h1 { font-size: 22px; margin: 0 0 4px } p { margin: 4px 0 16px; color: #555 }
  label { display: flex; gap: 10px; align-items: center; padding: 8px 0 } img { width: 36px; height: 36px; border-radius: 50% }
  fieldset { border: 0; border-top: 1px solid #eee; padding: 10px 0; margin: 0 } legend { font-weight: 600; padding: 0 }
  button { width: 100%; font: inherit; font-weight: 600; border: 0; border-radius: 6px; padding: 11px; margin-top: 10px; cursor: pointer; background: #eee }
  #authorize { background: #fe2c55; color: #fff } small { color: #888 }`;

function page(title: string, body: string, status = 200): Reply {
  return html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${style}</style><main>${body}</main></html>`,
    status,
  );
}

export function consentPage(ask: Ask, users: User[], session: string | null, query: string): Reply {
  const chosen = session ?? users[0]?.openId;
  const people = users.map(
    (
      user,
    ) => `<label><input type="radio" name="user" value="${user.openId}" id="user-${escapeHtml(user.username)}"
      ${user.openId === chosen ? 'checked' : ''}><img alt="" src="${escapeHtml(avatarUrl(user))}">
      <span>${escapeHtml(user.nickname)}<br><small>@${escapeHtml(user.username)}</small></span></label>`,
  );
  const scopes = ask.scopes.map(
    (scope) => `<label><input type="checkbox" name="scope" value="${scope}" checked
      ${scope === 'user.info.basic' ? 'disabled' : ''}>${MEANING[scope] ?? scope}</label>`,
  );
  return page(
    'Log in with TikTok',
    `<h1>${escapeHtml(ask.app.name)}</h1><p>wants to use your TikTok account (sandbox)</p>
<form method="post" action="/v2/auth/authorize/decide/"><input type="hidden" name="ask" value="${escapeHtml(query)}">
<fieldset><legend>Account</legend>${people.join('')}</fieldset>
<fieldset><legend>It will be able to</legend>${scopes.join('')}</fieldset>
<button id="authorize" name="decision" value="authorize">Authorize</button>
<button id="cancel" name="decision" value="cancel">Cancel</button></form>`,
  );
}

/** TikTok's dead end: nothing goes back to the app. */
export function errorPage(errorType: string, errCode: string, why: string): Reply {
  return page(
    'TikTok - Make Your Day',
    `<h1>Something went wrong</h1><p>${escapeHtml(why)}</p>
<small id="error" data-error-type="${errorType}" data-err-code="${errCode}">error_type=${errorType} errCode=${errCode} log_id=${newLogId()}</small>`,
    errCode === '10003' ? 200 : 400,
  );
}
