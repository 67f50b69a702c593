import { Fragment } from 'react';
import { consentOf } from '../../lib/drafts/audit';
import type { Content } from '../../lib/drafts/draft';
import { useWords } from '../hooks/useWords';

const links = {
  music: 'https://www.tiktok.com/legal/page/global/music-usage-confirmation/en',
  policy: 'https://www.tiktok.com/legal/page/global/bc-policy/en',
} as const;

/** TikTok's own sentence with its own links, wherever a translation puts them. */
export function Consent({ mode, settings }: Pick<Content, 'mode' | 'settings'>) {
  const { t } = useWords();
  if (mode === 'inbox') return <p className="consent">{t('compose_inbox_finish')}</p>;
  const sentence = t(`compose_consent_${consentOf(settings)}`);
  return (
    <p className="consent">
      {sentence.split(/(\{music\}|\{policy\})/).map((part, at) => {
        const key = part === '{music}' ? 'music' : part === '{policy}' ? 'policy' : undefined;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fixed sentence
          <Fragment key={at}>
            {key ? (
              <a href={links[key]} target="_blank" rel="noreferrer">
                {t(`compose_consent_link_${key}`)}
              </a>
            ) : (
              part
            )}
          </Fragment>
        );
      })}
    </p>
  );
}
