import type { Overview } from '../../lib/accounts/overview';
import type { StepState } from '../../lib/accounts/setup-steps';
import { useWords } from '../hooks/useWords';
import { CopyText } from './CopyText';
import { ScopeChoice } from './ScopeChoice';
import { SetupStep } from './SetupStep';

const developerSite = 'https://developers.tiktok.com/apps/';

/** What has to be filled in on TikTok's own site. Whether it is right, only a sign-in can tell. */
export function PortalStep({ overview, state }: { overview: Overview; state: StepState }) {
  const { t } = useWords();
  const { app, redirects } = overview;
  const redirectUri = redirects[app.way];
  return (
    <SetupStep number={1} title={t('options_portal_title')} state={state}>
      <p>{t('options_portal_what')}</p>
      <ol className="setup-list">
        <li>
          <a href={developerSite} target="_blank" rel="noreferrer">
            {t('options_portal_open')}
          </a>
          . {t('options_portal_sign_in')}
        </li>
        <li>
          {t('options_portal_products')}
          <ul className="setup-products">
            <li>{t('options_portal_login_kit')}</li>
            <li>{t('options_portal_posting')}</li>
          </ul>
        </li>
        <li>
          {t(app.way === 'tab' ? 'options_portal_redirect_tab' : 'options_portal_redirect_window')}
          <CopyText label="Redirect URI" text={redirectUri} />
          <span className="setup-soft">{t('options_portal_redirect_exact')}</span>
        </li>
        <li>
          {t('options_portal_scopes')}
          <ScopeChoice chosen={app.scopes} />
        </li>
        <li>{t('options_portal_targets')}</li>
        <li>{t('options_portal_save')}</li>
      </ol>
      <p className="setup-soft">
        {t(state === 'done' ? 'options_portal_checked' : 'options_portal_unchecked')}
      </p>
    </SetupStep>
  );
}
