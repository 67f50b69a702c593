import { useCallback, useEffect, useState } from 'react';
import { ask } from '../../lib/messages/client';
import { hostsToProve } from '../../lib/routes/verified-prefix';
import { useAsked } from '../hooks/useAsked';
import { useWords } from '../hooks/useWords';
import { Card } from '../ui/Card';
import type { RoutesDoor } from './door';
import { Guide } from './Guide';
import './routes.css';
import { useBucket } from './useBucket';
import { VerifiedAddresses } from './VerifiedAddresses';
import { WebSpace } from './WebSpace';

const spaceSteps = [
  'options_guide_r2_1',
  'options_guide_r2_2',
  'options_guide_r2_3',
  'options_guide_r2_4',
  'options_guide_r2_5',
  'options_guide_r2_6',
] as const;
const proofSteps = [
  'options_guide_proof_1',
  'options_guide_proof_2',
  'options_guide_proof_3',
  'options_guide_proof_4',
  'options_guide_proof_5',
] as const;

/** Where the media of the last posts came from. */
const lastSources = async (): Promise<string[]> => {
  const { posts } = await ask('posts.list', { limit: 50 });
  return posts.flatMap(({ content }) =>
    content.media.flatMap(({ source }) => (source.from === 'url' ? source.urls.slice(0, 1) : [])),
  );
};

/** How pictures and videos reach TikTok, and what can be set up for it. */
export function MediaRoutes({ door }: { door: RoutesDoor }) {
  const { t } = useWords();
  const bucket = useBucket();
  const { value: sources } = useAsked(lastSources);
  const [verified, setVerified] = useState<readonly string[]>([]);

  useEffect(() => {
    void ask('settings.read', undefined).then(({ verifiedPrefixes }) => setVerified(verifiedPrefixes));
  }, []);
  const keep = useCallback(async (verifiedPrefixes: string[]) => {
    setVerified((await ask('settings.change', { verifiedPrefixes })).verifiedPrefixes);
  }, []);

  return (
    <div className="routes" id="routes">
      <Card title={t('options_routes_title')}>
        <dl className="routes-ways">
          <dt>{t('options_routes_videos')}</dt>
          <dd>{t('options_routes_videos_text')}</dd>
          <dt>{t('options_routes_photos')}</dt>
          <dd>{t('options_routes_photos_text')}</dd>
        </dl>
        <Guide
          title="options_guide_r2"
          steps={spaceSteps}
          link={{ href: 'https://dash.cloudflare.com/?to=/:account/r2', label: 'options_guide_r2_link' }}
        />
        <Guide
          title="options_guide_proof"
          steps={proofSteps}
          link={{ href: 'https://developers.tiktok.com/apps', label: 'options_guide_proof_link' }}
        />
      </Card>
      <WebSpace bucket={bucket} door={door} />
      <VerifiedAddresses
        verified={verified}
        offered={bucket.view?.place?.publicBase}
        seen={hostsToProve(sources ?? [], verified)}
        onChange={keep}
        door={door}
      />
    </div>
  );
}
