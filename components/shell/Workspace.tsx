import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Post } from '../../lib/posts/post';
import type { AgainWith } from '../../lib/posts/remedy';
import { Composer, type Surface } from '../draft/Composer';
import { type ComposerPlace, useComposer } from '../draft/useComposer';
import { draftTools } from '../draft/useDraft';
import { usePort } from '../hooks/port';
import { useWords } from '../hooks/useWords';
import { Spinner } from '../ui/Spinner';
import { Tabs } from '../ui/Tabs';
import { focusWhenThere } from './focus-when-there';
import { Header } from './Header';
import { useFit } from './useFit';
import { useTheme } from './useTheme';
import './shell.css';

const progress = () => import('../posts/PostProgress');
const PostProgress = lazy(progress);
const Recent = lazy(() => import('../posts/Recent'));

/** Where the person changes what stood in the way of the post they begin again. */
const placeOf: Record<AgainWith, string> = {
  privacy: '[name=privacy]',
  caption: '.compose-text div:last-child textarea',
  file: '.grid [tabindex="0"], .file-picker',
  inbox: '.post-button',
  slideshow: '[name=privacy]',
};

interface WorkspaceProps {
  place: ComposerPlace;
  surface: Surface;
}

/** Compose and Recent, as the popup, the side panel and the tab all show them. */
export function Workspace({ place, surface }: WorkspaceProps) {
  const { t } = useWords();
  const { device } = usePort();
  const composer = useComposer(place);
  const { keep, take, settings, startOver, accounts } = composer;
  // A notification leads here when there is no post on TikTok to lead to, and a video to the post it came from.
  const [led] = useState(() => new URLSearchParams(location.hash.slice(1)));
  const [tab, setTab] = useState<'compose' | 'recent'>(led.has('recent') ? 'recent' : 'compose');
  const [postId, setPostId] = useState<string>();
  useTheme(settings?.theme);
  useFit(surface === 'popup');
  // There before it is needed: a press on Post turns into progress at once.
  useEffect(() => {
    const idle = setTimeout(() => void progress(), 600);
    return () => clearTimeout(idle);
  }, []);

  const compose = useCallback(() => {
    setTab('compose');
    setPostId(undefined);
  }, []);
  const another = useCallback(() => {
    compose();
    startOver();
  }, [compose, startOver]);
  const showAll = useCallback(() => setTab('recent'), []);
  // One turns into its progress; several are seen together.
  const posted = useCallback(
    (ids: readonly string[]) => {
      if (ids.length === 1) return setPostId(ids[0]);
      startOver();
      showAll();
    },
    [startOver, showAll],
  );
  const again = useCallback(
    async (post: Post, change?: AgainWith) => {
      const [{ draftAgain }] = await Promise.all([import('../draft/draft-again'), draftTools]);
      take(draftAgain(post, crypto.randomUUID(), Date.now(), change), false);
      compose();
      if (change) focusWhenThere(placeOf[change]);
    },
    [take, compose],
  );
  const openInTab = useCallback(async () => {
    const kept = await keep();
    device.openPage(kept ? `/compose.html?draft=${encodeURIComponent(kept.id)}` : '/compose.html');
    device.close();
  }, [keep, device]);

  const openPanel = useCallback(async () => {
    // In the very event of the press; what nobody has changed yet is found anew there.
    await device.openPanel();
    device.close();
  }, [device]);

  return (
    <div className="shell">
      <Header
        composer={composer}
        onOpenTab={surface === 'tab' ? undefined : openInTab}
        onOpenPanel={surface === 'popup' ? openPanel : undefined}
      >
        <Tabs
          label={t('compose_sections')}
          value={tab}
          onChange={setTab}
          options={[
            { value: 'compose', label: t('compose_tab') },
            { value: 'recent', label: t('recent_tab') },
          ]}
        />
      </Header>
      <main className="shell-main">
        <div className="shell-panel" id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
          {tab === 'recent' ? (
            <Suspense
              fallback={
                <p className="shell-wait">
                  <Spinner size={22} />
                </p>
              }
            >
              <Recent accounts={accounts} first={led.get('post')} onCompose={compose} onAgain={again} />
            </Suspense>
          ) : postId ? (
            <Suspense
              fallback={
                <p className="shell-wait">
                  <Spinner size={22} />
                </p>
              }
            >
              <PostProgress postId={postId} onAnother={another} onAll={showAll} onAgain={again} />
            </Suspense>
          ) : (
            <Composer composer={composer} surface={surface} onPosted={posted} onElsewhere={openInTab} />
          )}
        </div>
      </main>
    </div>
  );
}
