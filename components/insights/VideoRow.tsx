import { memo, useState } from 'react';
import type { CarriedVideo } from '../../lib/data/shapes';
import { videoMeasures } from '../../lib/insights/snapshot';
import type { Video } from '../../lib/tiktok/videos';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { Badge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { titleOf } from './video-words';

interface VideoRowProps {
  video: Video;
  carried: CarriedVideo | undefined;
  username: string | undefined;
  onCoverBroken: (id: string) => void;
}

/** Drawn by the dozen while the list is scrolled: what it needs more than once is made elsewhere. */
export const VideoRow = memo(function VideoRow({ video, carried, username, onCoverBroken }: VideoRowProps) {
  const { t } = useWords();
  const { short, number, moment } = useFormats();
  const link = video.shareUrl ?? (username && `https://www.tiktok.com/@${username}/video/${video.id}`);
  const title = titleOf(video, t);
  return (
    <article className="video-row" aria-label={title}>
      <Cover video={video} onBroken={() => onCoverBroken(video.id)} />
      <div className="video-words">
        {link ? (
          <a className="video-title" href={link} target="_blank" rel="noreferrer">
            <bdi>{title}</bdi>
          </a>
        ) : (
          <span className="video-title">
            <bdi>{title}</bdi>
          </span>
        )}
        <p className="insight-soft">
          <time dateTime={new Date(video.createdAt).toISOString()}>{moment(video.createdAt)}</time>
          {carried && <FromPost post={carried} />}
        </p>
      </div>
      <dl className="video-numbers">
        {videoMeasures.map((measure) => {
          const value = video[measure];
          return (
            <div key={measure}>
              <dt>{t(`insight_${measure}`)}</dt>
              <dd title={value === undefined ? undefined : number(value)}>
                {value === undefined ? '–' : short(value)}
              </dd>
            </div>
          );
        })}
      </dl>
    </article>
  );
});

/** Leads to the post it came from, and to all that happened on the way. */
function FromPost({ post: { postId, at } }: { post: CarriedVideo }) {
  const { t } = useWords();
  const { moment } = useFormats();
  const said = t('insight_by_ferry_when', { when: moment(at) });
  return (
    <a
      className="video-post"
      href={`/compose.html#recent&post=${encodeURIComponent(postId)}`}
      target="_blank"
      rel="noreferrer"
      title={said}
      aria-label={said}
    >
      <Badge tone="accent">{t('insight_by_ferry')}</Badge>
    </a>
  );
}

/** Straight from TikTok's picture host, which is told nothing about us. */
function Cover({ video, onBroken }: { video: Video; onBroken: () => void }) {
  const { duration } = useFormats();
  const [broken, setBroken] = useState<string>();
  const isShown = video.coverUrl !== undefined && broken !== video.coverUrl;
  return (
    <div className="video-cover">
      {isShown ? (
        <img
          src={video.coverUrl}
          alt=""
          referrerPolicy="no-referrer"
          loading="lazy"
          decoding="async"
          onError={() => {
            setBroken(video.coverUrl);
            onBroken();
          }}
        />
      ) : (
        <Icon name="film" size={22} />
      )}
      {video.duration !== undefined && <span className="video-length">{duration(video.duration)}</span>}
    </div>
  );
}
