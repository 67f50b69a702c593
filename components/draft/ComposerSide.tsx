import { lazy, Suspense, useCallback, useState } from 'react';
import { entriesOf } from '../../lib/drafts/batch';
import { isHidden } from '../../lib/drafts/changes';
import type { Content } from '../../lib/drafts/draft';
import { captionLimit } from '../../lib/drafts/text-limits';
import { captionLimits } from '../../lib/media/limits';
import type { Look } from '../../lib/media/preflight';
import { useWords } from '../hooks/useWords';
import { ErrorCard } from '../ui/ErrorCard';
import { Segments } from '../ui/Segments';
import { AsideNotice } from './AsideNotice';
import { BatchList } from './BatchList';
import { CaptionField } from './CaptionField';
import { Checks } from './Checks';
import { PhotoOrder } from './PhotoOrder';
import { PostBar } from './PostBar';
import { RightsQuestion } from './RightsQuestion';
import { Settings } from './Settings';
import { Shape } from './Shape';
import { Stage } from './Stage';
import { Suggestions } from './Suggestions';
import { useActions } from './useActions';
import type { Composer } from './useComposer';
import { type EntryReadiness, useReadiness } from './useReadiness';
import { TagContext, useTagSources } from './useTagSources';
import './draft.css';

const Preview = lazy(() => import('./Preview'));

interface ComposerSideProps {
  composer: Composer;
  onPosted: (postIds: readonly string[]) => void;
}

const lengthOf = (look: Look | undefined) =>
  look?.facts?.kind === 'video' ? look.facts.duration : undefined;
const kindsOf = (entries: readonly EntryReadiness[]) => [
  ...new Set(entries.map(({ content }) => content.kind)),
];

/** The words, the choices, the check, and the button. */
export default function ComposerSide({ composer, onPosted }: ComposerSideProps) {
  const { t } = useWords();
  const { draft, change, page, settings } = composer;
  const readiness = useReadiness(composer);
  const actions = useActions({ composer, readiness, onPosted });
  const [previewed, setPreviewed] = useState<Content>();

  const writeCaption = useCallback((caption: string) => change({ do: 'write', caption }), [change]);
  const writeTitle = useCallback((title: string) => change({ do: 'write', title }), [change]);
  const openPreview = useCallback(() => setPreviewed(draft?.content), [draft?.content]);
  const tags = useTagSources(page, settings?.hashtagSets);
  if (!draft || !settings) return null;

  const { content } = draft;
  const { kind, mode, media } = content;
  const { entries } = readiness;
  const isSeveral = entries.length > 0;
  const photos = media.filter((one) => one.kind === 'photo');
  const stopping = readiness.lines.find(({ severity }) => severity === 'blocks');
  const asksRights = readiness.ownership?.whose === 'unknown' && !draft.rights;
  const rights = readiness.ownership && (
    <RightsQuestion ownership={readiness.ownership} answer={draft.rights} onAnswer={actions.answerRights} />
  );

  return (
    <TagContext value={tags}>
      <div className="compose-side">
        <div className="compose-words">
          {actions.error && <ErrorCard error={actions.error} onAction={actions.act} />}
          {asksRights && rights}
          <AsideNotice draft={draft} onChange={change} />
          {photos.length > 1 && (
            <PhotoOrder
              media={photos}
              // A film begins with its first photo: it has no cover to choose.
              coverIndex={content.slideshow ? -1 : content.settings.coverIndex}
              onChange={change}
            />
          )}
          {isSeveral ? (
            <BatchList
              entries={entriesOf(draft)}
              readiness={entries}
              creator={readiness.answer.creator}
              onChange={change}
              onPreview={setPreviewed}
              remedies={actions.remedies}
            />
          ) : (
            <>
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
              <Shape
                content={content}
                duration={lengthOf(readiness.looks[0])}
                limit={readiness.answer.creator?.maxVideoSeconds}
                onChange={change}
              />
              <Suggestions
                caption={content.caption}
                sources={tags.hashtags}
                sets={settings.hashtagSets}
                onChange={writeCaption}
              />
            </>
          )}
          <Segments
            label={t('compose_mode')}
            value={mode}
            options={[
              { value: 'direct', label: t('compose_mode_direct'), icon: 'play' },
              { value: 'inbox', label: t('compose_mode_inbox'), icon: 'inbox' },
            ]}
            onChange={actions.chooseMode}
          />
          <Settings
            content={content}
            shared={isSeveral ? kindsOf(entries) : undefined}
            hidden={isHidden(draft)}
            answer={readiness.answer}
            onChange={change}
            onAction={actions.act}
          />
          {!asksRights && rights}
          {media.length > 0 && !isSeveral && (
            <Checks lines={readiness.lines} looking={readiness.looking} remedies={actions.remedies} />
          )}
        </div>
        <PostBar
          content={content}
          count={Math.max(1, entries.length)}
          reasons={readiness.reasons}
          unfit={stopping && t(stopping.key, stopping.values)}
          route={readiness.route}
          busy={actions.busy}
          onPost={actions.post}
          onWhy={actions.goTo}
        />
        {previewed && (
          <Suspense>
            <Preview content={previewed} onClose={() => setPreviewed(undefined)} />
          </Suspense>
        )}
      </div>
    </TagContext>
  );
}
