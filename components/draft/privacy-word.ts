import type { WordKey } from '../../lib/words';

const labels: Readonly<Record<string, WordKey>> = {
  PUBLIC_TO_EVERYONE: 'compose_privacy_everyone',
  MUTUAL_FOLLOW_FRIENDS: 'compose_privacy_friends',
  FOLLOWER_OF_CREATOR: 'compose_privacy_followers',
  SELF_ONLY: 'compose_privacy_only_me',
};

/** TikTok's wording; an option that is new at TikTok is shown as TikTok named it. */
export function privacyWord(option: string, t: (key: WordKey) => string): string {
  const key = Object.hasOwn(labels, option) ? labels[option] : undefined;
  return key ? t(key) : option;
}
