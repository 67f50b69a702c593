import type { Post } from '../../lib/posts/post';
import type { WordKey } from '../../lib/words';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { CopyText } from '../ui/CopyText';

interface PostFactsProps {
  post: Post;
  accountName: string | undefined;
}

const privacyWords: Readonly<Record<string, WordKey>> = {
  PUBLIC_TO_EVERYONE: 'compose_privacy_everyone',
  MUTUAL_FOLLOW_FRIENDS: 'compose_privacy_friends',
  FOLLOWER_OF_CREATOR: 'compose_privacy_followers',
  SELF_ONLY: 'compose_privacy_only_me',
};

/** The settings it was sent with, and the ids TikTok's support asks for. */
export function PostFacts({ post, accountName }: PostFactsProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { content, createdAt, attempts, pageUrl } = post;
  const { settings, mode } = content;
  const allowed = [
    settings.allowComment && t('compose_allow_comment'),
    settings.allowDuet && t('compose_allow_duet'),
    settings.allowStitch && t('compose_allow_stitch'),
  ].filter(Boolean);
  const marks = [
    settings.yourBrand && t('compose_your_brand'),
    settings.brandedContent && t('compose_branded'),
    settings.aiGenerated && t('compose_ai'),
    settings.autoMusic && t('compose_music'),
  ].filter(Boolean);
  const privacy = settings.privacy ?? '';
  const rows: [string, string | undefined][] = [
    [t('recent_fact_account'), accountName],
    [t('recent_fact_sent'), formats.moment(createdAt)],
    [t('compose_mode'), t(mode === 'inbox' ? 'compose_mode_inbox' : 'compose_mode_direct')],
    ...(mode === 'direct'
      ? ([
          [t('compose_privacy'), privacyWords[privacy] ? t(privacyWords[privacy]) : privacy],
          [t('compose_allow'), allowed.join(', ') || t('recent_fact_none')],
        ] satisfies [string, string][])
      : []),
    [t('recent_fact_marks'), marks.join(', ') || undefined],
    [t('recent_fact_page'), pageUrl],
  ];
  return (
    <section className="post-facts">
      <h3>{t('recent_facts')}</h3>
      <dl>
        {rows.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        {attempts.map(({ number, publishId }) =>
          publishId ? (
            <div key={number}>
              <dt>{t('recent_fact_publish_id')}</dt>
              <dd>
                <CopyText text={publishId} />
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}
