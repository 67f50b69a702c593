import type { PostEvent } from '../../lib/posts/post';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { CopyText } from '../ui/CopyText';

/** Everything that happened to a post, in order, with TikTok's trace of each call. */
export function Timeline({ events }: { events: readonly PostEvent[] }) {
  const { t, find } = useWords();
  const formats = useFormats();
  if (events.length === 0) return null;
  return (
    <section className="timeline">
      <h3>{t('recent_timeline')}</h3>
      <ol>
        {events.map((event, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added at the end
          <li key={at} data-trouble={event.error ? true : undefined}>
            <time dateTime={new Date(event.at).toISOString()}>{formats.moment(event.at)}</time>
            <span className="timeline-what">{said(event)}</span>
            {event.error && (
              <span className="timeline-error">{find(`error_${event.error.code}`, event.error.facts)}</span>
            )}
            {event.logId && <CopyText text={event.logId} />}
          </li>
        ))}
      </ol>
    </section>
  );

  /** A state has its own words; any other event is named by what happened. */
  function said({ what }: PostEvent): string {
    return find(`recent_event_${what.replaceAll('-', '_')}`) ?? find(`recent_state_${what}`) ?? what;
  }
}
