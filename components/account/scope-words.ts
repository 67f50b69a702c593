import type { Scope } from '../../lib/accounts/account';

const words = {
  'user.info.basic': 'account_scope_user_info_basic',
  'user.info.profile': 'account_scope_user_info_profile',
  'user.info.stats': 'account_scope_user_info_stats',
  'video.list': 'account_scope_video_list',
  'video.publish': 'account_scope_video_publish',
  'video.upload': 'account_scope_video_upload',
} as const;

/** What a permission lets Ferry do, in plain words. */
export const scopeWord = (scope: Scope) => words[scope];
