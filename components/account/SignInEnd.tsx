import type { ErrorData } from '../../lib/errors/app-error';
import { catalog, type ErrorCode, type Remedy } from '../../lib/errors/catalog';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { ErrorCard } from '../ui/ErrorCard';
import { showSetup } from './show-setup';

/** TikTok's error pages lead nowhere: only the person can tell what stood there. */
const named = [
  ['options_closed_redirect_uri', 'redirect_uri_unregistered'],
  ['options_closed_client_key', 'app_not_live'],
  ['options_closed_scope', 'scope_unavailable'],
  ['options_closed_else', 'invalid_request'],
] as const satisfies readonly (readonly [string, ErrorCode])[];

interface SignInEndProps {
  error: ErrorData;
  /** TikTok's page, when it could not be shown in the window. */
  page: string | undefined;
  /** The person says what TikTok's page named. */
  onTold: (error: ErrorData) => void;
  /** The app is the person's own: what is wrong with it is theirs to put right. */
  isOwnApp: boolean;
}

/** How a sign-in failed, and the way on. */
export function SignInEnd({ error, page, onTold, isOwnApp }: SignInEndProps) {
  const { t } = useWords();
  const isClosed = error.code === 'sign_in_closed';
  const isUnseen = error.code === 'sign_in_page_failed';
  return (
    <div className="signin-end">
      <ErrorCard error={error} {...(isOwnApp ? wayOn(error) : {})} tone={isClosed ? 'info' : 'danger'} />
      {isOwnApp && (isClosed || isUnseen) && (
        <div className="signin-told">
          {isUnseen && page && (
            <p>
              <a href={page} target="_blank" rel="noreferrer">
                {t('options_unseen_page')}
              </a>
            </p>
          )}
          <p>{t('options_closed_question')}</p>
          {named.map(([word, code]) => (
            <Button key={code} size="small" onClick={() => onTold({ code, facts: {} })}>
              {t(word)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The button that begins again stands right beside; only what has to be put right first needs a button of its own. */
function wayOn({ code }: ErrorData) {
  const remedy: Remedy = catalog[code];
  return remedy.action === 'open-settings' ? { onAction: showSetup } : {};
}
