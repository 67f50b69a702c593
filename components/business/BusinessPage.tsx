import { ask } from '../../lib/messages/client';
import { useAsked } from '../hooks/useAsked';
import { useWords } from '../hooks/useWords';
import { ErrorCard } from '../ui/ErrorCard';
import { CategoriesCard } from './CategoriesCard';
import { OccupiedAdsCard } from './OccupiedAdsCard';
import { TermsCard } from './TermsCard';
import { TokenCard } from './TokenCard';
import './business.css';

interface BusinessPageProps {
  /** Asks the browser for TikTok's Business host. Only in the very event of a press. */
  allow: () => Promise<boolean>;
}

const load = () => ask('business.state', undefined);

/** Look-ups for creators who advertise: off until a token is entered, and never more than reading. */
export function BusinessPage({ allow }: BusinessPageProps) {
  const { t } = useWords();
  const { value: state, error, again } = useAsked(load);
  if (error) return <ErrorCard error={error} onAction={again} />;
  if (!state) return null;
  return (
    <div className="business">
      <p className="business-soft">{t('business_text')}</p>
      <TokenCard state={state} onChange={again} />
      {state.hasToken && (
        <>
          <CategoriesCard allow={allow} />
          <TermsCard allow={allow} />
          <OccupiedAdsCard allow={allow} />
        </>
      )}
    </div>
  );
}
