import { AppError, type ErrorFacts } from '../errors/app-error';

/** TikTok's own tokens, wherever they stand. */
const tokenLike = /\b(?:act|rft|clt)\.[\w!*.%~-]+/g;
/** A quotation may be cut short: so much of a secret is enough to know it by, and too little to be of use. */
const knownBy = 8;

/** Whether a text quotes one of these, as it is or as it stands in a form. */
function quotes(text: string, secrets: readonly string[]): boolean {
  return secrets
    .flatMap((secret) => [secret, inForm(secret)])
    .some((secret) => secret !== '' && text.includes(secret.slice(0, knownBy)));
}

const inForm = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

/** What a server says, without the tokens it may have quoted. */
export const withoutTokens = (text: string): string => text.replace(tokenLike, '…');

/** A server may quote what it was sent; what it was sent includes secrets. Nothing is kept of such an answer but its code. */
export function hush(error: AppError, secrets: readonly string[]): AppError {
  const tells = (text: string) => withoutTokens(text) !== text || quotes(text, secrets);
  const { facts, logId } = error;
  const isLoud = Object.values(facts).some((fact) => typeof fact === 'string' && tells(fact));
  if (!isLoud && !(logId && tells(logId))) return error;
  const kept: ErrorFacts = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' && tells(fact) ? '' : fact]),
  );
  return new AppError(error.code, { facts: kept, logId: logId && tells(logId) ? undefined : logId });
}
