export interface Video {
  id: string;
  /** Seconds. */
  createTime: number;
  title: string;
  description: string;
  duration: number;
  width: number;
  height: number;
  likes: number;
  comments: number;
  shares: number;
  views: number;
  /** A picture's path on TikTok's picture host. */
  cover: string;
  /** Sandbox time from which TikTok lists it; always, when not said. */
  visibleAt?: number;
}

/** A TikTok account. */
export interface User {
  openId: string;
  unionId: string;
  username: string;
  nickname: string;
  bio: string;
  verified: boolean;
  private: boolean;
  followers: number;
  following: number;
  likes: number;
  commentDisabled: boolean;
  duetDisabled: boolean;
  stitchDisabled: boolean;
  maxDurationSeconds: number;
  bannedFromPosting: boolean;
  /** Version of the TikTok app on the phone. */
  appVersion: string;
  /** A picture's path on TikTok's picture host. */
  avatar: string;
  /** Public videos, in any order. */
  videos: Video[];
  /** Brings the numbers up to a time, for a user with a history. */
  live?: (now: number) => void;
}

export function makeUser(from: Partial<User> & Pick<User, 'username'>): User {
  const id = Buffer.from(from.username).toString('hex').padEnd(24, '0').slice(0, 24);
  return {
    openId: `_000${id}`,
    unionId: `union-${id}`,
    nickname: from.username,
    bio: '',
    verified: false,
    private: false,
    followers: 0,
    following: 0,
    likes: 0,
    commentDisabled: false,
    duetDisabled: false,
    stitchDisabled: false,
    maxDurationSeconds: 600,
    bannedFromPosting: false,
    appVersion: '41.2.0',
    avatar: '/avatars/fern.jpg',
    videos: [],
    ...from,
  };
}

export function defaultUsers(): User[] {
  return [
    makeUser({
      username: 'fern.and.clay',
      nickname: 'Fern & Clay',
      bio: 'Hand-thrown pots, slow mornings. Studio in Porto.',
      verified: true,
      followers: 18_432,
      following: 212,
      likes: 240_981,
    }),
    makeUser({
      username: 'miro.offline',
      nickname: 'Miro',
      bio: 'Only for friends',
      private: true,
      followers: 143,
      following: 160,
      likes: 2_011,
      avatar: '/avatars/miro.jpg',
    }),
  ];
}
