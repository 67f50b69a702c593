import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Finding } from '../../lib/finder/finding';
import { captionLimits } from '../../lib/media/limits';
import { hashtagsOf } from '../../lib/posts/caption';
import { mediaFrom } from '../../lib/posts/draft-media';
import { captionLimit } from '../../lib/posts/text-limits';
import { FindingsGrid } from '../findings/FindingsGrid';
import { PageNotice } from '../findings/PageNotice';
import { useWords } from '../hooks/useWords';
import { Button, IconButton } from '../ui/Button';
import { ErrorCard } from '../ui/ErrorCard';
import { Segments } from '../ui/Segments';
import { CaptionField } from './CaptionField';
import { Checks } from './Checks';
import { DropZone } from './DropZone';
import { FilePicker } from './FilePicker';
import { PhotoOrder } from './PhotoOrder';
import { PostBar } from './PostBar';
import { RightsQuestion } from './RightsQuestion';
import { Settings } from './Settings';
import { Skeleton } from './Skeleton';
import { Stage } from './Stage';
import { Suggestions } from './Suggestions';
import { useActions } from './useActions';
import type { Composer as ComposerState } from './useComposer';
import { useReadiness } from './useReadiness';
import './draft.css';

const Preview = lazy(() => import('./Preview'));

interface ComposerProps {
  composer: ComposerState;
  /** Where it stands: a popup is small and closes when a file dialog opens. */
  surface: 'popup' | 'panel' | 'tab';
  onPosted: (postId: string) => void;
}

const none: readonly never[] = [];

/** The posting screen: the same in the popup, the side panel and a tab. */
export function Composer({ composer, surface, onPosted }: ComposerProps) {
  const { t } = useWords();
  const { draft, change, page, settings } = composer;
  const readiness = useReadiness(composer);
  const actions = useActions({ composer, readiness, surface, onPosted });
  const [previewing, setPreviewing] = useState(false);
  const [expanded, setExpanded] = useState(false);

  const chosen = useMemo(() => draft?.content.media.map(({ id }) => id) ?? none, [draft?.content.media]);
  const toggle = useCallback(
    (finding: Finding) => {
      const media = page && mediaFrom(finding, page.pageUrl);
      if (media) change({ do: 'toggle', media });
    },
    [page, change],
  );
  const writeCaption = useCallback((caption: string) => change({ do: 'write', caption }), [change]);
  const writeTitle = useCallback((title: string) => change({ do: 'write', title }), [change]);
  const openPreview = useCallback(() => setPreviewing(true), []);
  const tagSources = useMemo(
    () => [page?.material.hashtags ?? none, hashtagsOf(page?.material.description ?? '')],
    [page],
  );

  if (!draft || !settings) {
    return composer.pageError ? (
      <div className="compose-body">
        <ErrorCard error={composer.pageError} onAction={composer.lookAgain} />
      </div>
    ) : (
      <Skeleton />
    );
  }
  const { content } = draft;
  const { kind, mode } = content;
  const findings = page?.findings ?? none;
  const asksRights = readiness.ownership?.whose === 'unknown' && !draft.rights;
  const rights = readiness.ownership && (
    <RightsQuestion ownership={readiness.ownership} answer={draft.rights} onAnswer={actions.answerRights} />
  );

  return (
    <DropZone onFiles={actions.addFiles}>
      <div className="compose-body" data-surface={surface}>
        <div className="compose-media">
          {page && <PageNotice page={page} onAllow={actions.allowSites} />}
          {composer.pageError && (
            <ErrorCard error={composer.pageError} tone="warn" onAction={composer.lookAgain} />
          )}
          {actions.error && <ErrorCard error={actions.error} onAction={actions.act} />}
          <div className="compose-head">
            <h2>
              {findings.length > 0 ? t('find_on_page', { count: findings.length }) : t('find_your_files')}
            </h2>
            {page && (
              <IconButton icon="refresh" size="small" label={t('find_again')} onClick={composer.lookAgain} />
            )}
            {surface !== 'tab' && findings.length > 5 && (
              <Button
                tone="plain"
                size="small"
                aria-expanded={expanded}
                onClick={() => setExpanded(!expanded)}
              >
                {t(expanded ? 'find_less' : 'find_more')}
              </Button>
            )}
            <FilePicker surface={surface} onFiles={actions.addFiles} onElsewhere={actions.openInTab} />
          </div>
          {findings.length > 0 && (
            <FindingsGrid
              label={t('find_grid')}
              findings={findings}
              chosen={chosen}
              onToggle={toggle}
              columns={5}
              rows={surface === 'tab' ? 6 : expanded ? 3.5 : 1}
            />
          )}
          {kind === 'photo' && content.media.length > 1 && (
            <PhotoOrder media={content.media} coverIndex={content.settings.coverIndex} onChange={change} />
          )}
        </div>

        <div className="compose-words">
          {asksRights && rights}
          <div className="compose-pair">
            <Stage content={content} onPreview={openPreview} />
            <div className="compose-text">
              {kind === 'photo' && (
                <CaptionField
                  short
                  label={t('compose_title')}
                  placeholder={t('compose_title_placeholder')}
                  value={content.title}
                  limit={captionLimits.photoTitle}
                  limitNote={t('compose_near_limit')}
                  onChange={writeTitle}
                />
              )}
              <CaptionField
                label={t(kind === 'photo' ? 'compose_description' : 'compose_caption')}
                placeholder={t('compose_caption_placeholder')}
                value={content.caption}
                limit={captionLimit(kind)}
                limitNote={t('compose_near_limit')}
                onChange={writeCaption}
              />
            </div>
          </div>
          <Suggestions
            caption={content.caption}
            sources={tagSources}
            sets={settings.hashtagSets}
            onChange={writeCaption}
          />
          <Segments
            label={t('compose_mode')}
            value={mode}
            options={[
              { value: 'direct', label: t('compose_mode_direct'), icon: 'play' },
              { value: 'inbox', label: t('compose_mode_inbox'), icon: 'inbox' },
            ]}
            onChange={actions.chooseMode}
          />
          <Settings content={content} answer={readiness.answer} onChange={change} onAction={actions.act} />
          {!asksRights && rights}
          {content.media.length > 0 && (
            <Checks lines={readiness.lines} looking={readiness.looking} remedies={actions.remedies} />
          )}
        </div>
      </div>
      <PostBar
        content={content}
        reasons={readiness.reasons}
        route={readiness.route}
        busy={actions.busy}
        onPost={actions.post}
        onWhy={actions.goTo}
      />
      {previewing && (
        <Suspense>
          <Preview content={content} onClose={() => setPreviewing(false)} />
        </Suspense>
      )}
    </DropZone>
  );
}
