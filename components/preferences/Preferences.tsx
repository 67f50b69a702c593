import { useTheme } from '../shell/useTheme';
import { ErrorCard } from '../ui/ErrorCard';
import { CaptionCard } from './CaptionCard';
import { HashtagCard } from './HashtagCard';
import { LookCard } from './LookCard';
import { OffSitesCard } from './OffSitesCard';
import { OriginalsCard, type OriginalsDoor } from './OriginalsCard';
import { OwnCard } from './OwnCard';
import { PostingCard } from './PostingCard';
import { SitesCard, type SitesDoor } from './SitesCard';
import { useSettings } from './useSettings';
import './preferences.css';

/** What a person decides once. */
export function Preferences({ door }: { door: SitesDoor & OriginalsDoor }) {
  const { settings, error, change } = useSettings();
  useTheme(settings?.theme);
  return (
    <div className="preferences">
      {error && <ErrorCard error={error} />}
      {settings && (
        <>
          <CaptionCard settings={settings} change={change} />
          <HashtagCard settings={settings} change={change} />
          <PostingCard settings={settings} change={change} />
          <OwnCard settings={settings} change={change} />
          <LookCard settings={settings} change={change} />
          {door.originals && <OriginalsCard originals={door.originals} />}
          <SitesCard door={door} />
          <OffSitesCard settings={settings} change={change} />
        </>
      )}
    </div>
  );
}
