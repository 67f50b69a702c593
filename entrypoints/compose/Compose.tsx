import { lazy, Suspense, useState } from 'react';
import { Composer } from '../../components/draft/Composer';
import { type ComposerPlace, useComposer } from '../../components/draft/useComposer';
import { useWords } from '../../components/hooks/useWords';
import { Header } from '../../components/shell/Header';
import { useTheme } from '../../components/shell/useTheme';
import { Tabs } from '../../components/ui/Tabs';
import '../../components/shell/shell.css';

const PostProgress = lazy(() => import('../../components/posts/PostProgress'));
const Recent = lazy(() => import('../../components/posts/Recent'));

interface ComposeProps {
  place: ComposerPlace;
  surface: 'tab' | 'panel';
}

/** The composer with more room: a tab of its own, or the browser's side panel. */
export function Compose({ place, surface }: ComposeProps) {
  const { t } = useWords();
  const composer = useComposer(place);
  const [tab, setTab] = useState<'compose' | 'recent'>('compose');
  const [postId, setPostId] = useState<string>();
  useTheme(composer.settings?.theme);

  return (
    <div className="shell">
      <Header composer={composer}>
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
      <main className="shell-main" id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'recent' ? (
          <Suspense>
            <Recent />
          </Suspense>
        ) : postId ? (
          <Suspense>
            <PostProgress
              postId={postId}
              onAnother={() => {
                setPostId(undefined);
                composer.startOver();
              }}
              onAll={() => setTab('recent')}
            />
          </Suspense>
        ) : (
          <Composer composer={composer} surface={surface} onPosted={setPostId} />
        )}
      </main>
    </div>
  );
}
