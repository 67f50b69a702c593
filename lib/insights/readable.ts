/** Who is read: what the accounts' floor knows of an account, as far as it matters here. */
export interface ReadableAccount {
  id: string;
  scopes: readonly string[];
  trouble?: unknown;
}

export const canReadStats = ({ scopes }: ReadableAccount): boolean => scopes.includes('user.info.stats');
export const canReadVideos = ({ scopes }: ReadableAccount): boolean => scopes.includes('video.list');
