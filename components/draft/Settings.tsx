import { memo, useState } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import type { Content } from '../../lib/drafts/draft';
import type { Action } from '../../lib/errors/catalog';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Choice';
import { ErrorCard } from '../ui/ErrorCard';
import { Notice } from '../ui/Notice';
import { CoverFrame } from './CoverFrame';
import { Disclosure } from './Disclosure';
import { Interactions } from './Interactions';
import { PrivacyField } from './PrivacyField';
import type { CreatorAnswer } from './useCreator';

interface SettingsProps {
  content: Content;
  /** For several posts, of these kinds: nothing that is chosen by looking at one of them. */
  shared?: readonly Content['kind'][] | undefined;
  /** Nobody but the creator would see it, or one of them. */
  hidden: boolean;
  answer: CreatorAnswer;
  onChange: (change: DraftChange) => void;
  onAction: (action: Action) => void;
}

/** The choices TikTok wants. Sending to its drafts needs none of them: they are made there. */
export const Settings = memo(function Settings({
  content,
  shared,
  hidden,
  answer,
  onChange,
  onAction,
}: SettingsProps) {
  const { kind, mode, settings, media } = content;
  const { t } = useWords();
  const { creator, error, askAgain } = answer;
  const kinds = shared ?? [kind];
  const [video] = kind === 'video' && !content.slideshow && !shared ? media : [];

  if (mode === 'inbox') {
    return (
      <Notice>
        {kinds.map((one) => (
          <p key={one}>{t(`compose_inbox_${one}`)}</p>
        ))}
        {kind === 'video' && !shared && content.caption && <CopyCaption caption={content.caption} />}
      </Notice>
    );
  }
  if (error) {
    return (
      <ErrorCard error={error} onAction={(action) => (action === 'retry' ? askAgain() : onAction(action))} />
    );
  }
  return (
    <div className="settings">
      <PrivacyField
        creator={creator}
        settings={settings}
        onChoose={(privacy) => onChange({ do: 'privacy', privacy })}
      />
      <Interactions
        kind={kinds.includes('video') ? 'video' : 'photo'}
        settings={settings}
        creator={creator}
        onChange={onChange}
      />
      <Disclosure kinds={kinds} hidden={hidden} settings={settings} onChange={onChange} />
      <div className="settings-more">
        <Checkbox
          name="aiGenerated"
          label={t('compose_ai')}
          note={t('compose_ai_note')}
          checked={settings.aiGenerated}
          onChange={(on) => onChange({ do: 'mark', what: 'aiGenerated', on })}
        />
        {kinds.includes('photo') && (
          <Checkbox
            name="autoMusic"
            label={t('compose_music')}
            note={t('compose_music_note')}
            checked={settings.autoMusic}
            onChange={(on) => onChange({ do: 'mark', what: 'autoMusic', on })}
          />
        )}
      </div>
      {video && (
        <CoverFrame
          key={video.id}
          media={video}
          coverMs={settings.coverMs}
          onChoose={(ms) => onChange({ do: 'cover-frame', ms })}
        />
      )}
    </div>
  );
});

function CopyCaption({ caption }: { caption: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      size="small"
      icon={copied ? 'check' : 'copy'}
      onClick={() => navigator.clipboard.writeText(caption).then(() => setCopied(true))}
    >
      {t(copied ? 'ui_copied' : 'compose_copy_caption')}
    </Button>
  );
}
