import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { mediaFrom, originalOf, whyNotCarried } from '../../lib/drafts/page-seen';
import { allMedia, isSeveral } from '../../lib/drafts/several';
import type { Finding } from '../../lib/finder/finding';
import { FindingsGrid } from '../findings/FindingsGrid';
import { usePort } from '../hooks/port';
import { useComing } from '../hooks/useComing';
import { useWords } from '../hooks/useWords';
import { Button, IconButton } from '../ui/Button';
import { DropZone } from './DropZone';
import { FilePicker } from './FilePicker';
import { OwnFiles } from './OwnFiles';
import { Skeleton, SkeletonSide } from './Skeleton';
import type { Composer as ComposerState } from './useComposer';
import { useFiles } from './useFiles';
import './compose.css';

const side = import('./ComposerSide');
const OwnOriginal = lazy(() => import('../originals/OwnOriginal'));
const Elsewhere = lazy(() => import('./Elsewhere'));
const Trouble = lazy(() => import('./Trouble'));

export type Surface = 'popup' | 'panel' | 'tab';

interface ComposerProps {
  composer: ComposerState;
  /** Where it stands: a popup is small and closes when a file dialog opens. */
  surface: Surface;
  onPosted: (postIds: readonly string[]) => void;
  /** Goes on with the draft in a tab. */
  onElsewhere: () => void;
}

const none: readonly never[] = [];
const columns = 5;

const canBeSeveral = (findings: readonly Finding[]): boolean => {
  const first = findings.findIndex((finding) => !whyNotCarried(finding));
  return first >= 0 && findings.some((finding, at) => at > first && !whyNotCarried(finding));
};

/**
 * The posting screen: the same in the popup, the side panel and a tab. What the page has comes first;
 * words, choices and the check are loaded while it is being looked at.
 */
export function Composer({ composer, surface, onPosted, onElsewhere }: ComposerProps) {
  const { t } = useWords();
  const { device } = usePort();
  const ComposerSide = useComing(side)?.default;
  const { draft, unkept, change, keep, page, pageError, lookAgain, switchSite } = composer;
  const files = useFiles(change, composer.settings, page?.pageUrl);
  const [expanded, setExpanded] = useState(false);

  const chosen = useMemo(() => (draft ? allMedia(draft).map(({ id }) => id) : none), [draft]);
  const toggle = useCallback(
    (finding: Finding) => {
      const media = page && mediaFrom(finding, page.pageUrl);
      const original = page && originalOf(finding, page);
      if (media) change({ do: 'toggle', media });
      else if (original) change({ do: 'want-original', original });
    },
    [page, change],
  );
  const allowFrames = useCallback(
    async (hosts: readonly string[]) => {
      if (await device.allowSites(hosts.map((host) => `https://${host}/`))) lookAgain();
    },
    [device, lookAgain],
  );

  const trouble = (page?.notice || pageError || files.error || unkept) && (
    <Suspense>
      <Trouble
        page={page}
        unread={surface === 'panel' && page?.pageUrl === ''}
        errors={[pageError, files.error]}
        unkept={unkept}
        onKeep={keep}
        onAllow={allowFrames}
        onSwitchOn={() => switchSite(true)}
        onAgain={lookAgain}
      />
    </Suspense>
  );
  if (!draft && !page) return trouble ? <div className="compose-body">{trouble}</div> : <Skeleton />;
  const findings = page?.findings ?? none;
  const several = draft !== undefined && isSeveral(draft);
  const maySplit = draft?.batch !== undefined || chosen.length > 1 || canBeSeveral(findings);

  return (
    <DropZone onFiles={files.add}>
      <div className="compose-body" data-surface={surface}>
        <div className="compose-media">
          {composer.elsewhere && (
            <Suspense>
              <Elsewhere onFollow={lookAgain} />
            </Suspense>
          )}
          {trouble}
          <div className="compose-head">
            <h2>
              {findings.length > 0 ? t('find_on_page', { count: findings.length }) : t('find_your_files')}
            </h2>
            {page && <IconButton icon="refresh" size="small" label={t('find_again')} onClick={lookAgain} />}
            {surface !== 'tab' && findings.length > columns && (
              <IconButton
                icon="chevron"
                size="small"
                className="compose-more"
                label={t(expanded ? 'find_less' : 'find_more')}
                aria-expanded={expanded}
                onClick={() => setExpanded(!expanded)}
              />
            )}
            {maySplit && (
              <Button
                tone="plain"
                size="small"
                className="several"
                aria-pressed={draft?.batch !== undefined}
                onClick={() => change({ do: 'several', on: draft?.batch === undefined })}
              >
                {t('compose_batch_several')}
              </Button>
            )}
            <FilePicker surface={surface} onFiles={files.add} onElsewhere={onElsewhere} />
          </div>
          {!several && !(draft?.original && draft.content.kind === 'video') && (
            <OwnFiles
              media={draft?.content.media ?? none}
              invites={findings.length === 0 && surface !== 'popup'}
              onChange={change}
            />
          )}
          {findings.length > 0 && (
            <FindingsGrid
              label={t('find_grid')}
              findings={findings}
              chosen={chosen}
              onToggle={toggle}
              columns={columns}
              rows={surface === 'tab' ? 6 : expanded ? 3.5 : 1}
            />
          )}
          {draft?.original && !several && (
            <Suspense fallback={<div className="bone bone-original" />}>
              <OwnOriginal
                original={draft.original}
                media={draft.content.media}
                change={change}
                surface={surface}
                onFiles={files.add}
                onElsewhere={onElsewhere}
              />
            </Suspense>
          )}
        </div>
        {ComposerSide && draft && composer.settings ? (
          <ComposerSide composer={composer} onPosted={onPosted} />
        ) : (
          <SkeletonSide />
        )}
      </div>
    </DropZone>
  );
}
