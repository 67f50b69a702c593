import { lazy, Suspense, useState } from 'react';
import { Composer } from '../../components/draft/Composer';
import { useComposer } from '../../components/draft/useComposer';
import { usePort } from '../../components/hooks/port';
import { useWords } from '../../components/hooks/useWords';
import { Header } from '../../components/shell/Header';
import { useTheme } from '../../components/shell/useTheme';
import { Tabs } from '../../components/ui/Tabs';
import '../../components/shell/shell.css';

const PostProgress = lazy(() => import('../../components/posts/PostProgress'));
const Recent = lazy(() => import('../../components/posts/Recent'));

const overPage = { at: 'page' } as const;

export function Popup() {
  const { t } = useWords();
  const { device } = usePort();
  const composer = useComposer(overPage);
  const [tab, setTab] = useState<'compose' | 'recent'>('compose');
  const [postId, setPostId] = useState<string>();
  useTheme(composer.settings?.theme);

  const another = () => {
    setPostId(undefined);
    composer.startOver();
  };
  const openTab = async () => {
    const kept = await composer.keep();
    device.openPage(kept ? `/compose.html?draft=${encodeURIComponent(kept.id)}` : '/compose.html');
    device.close();
  };

  return (
    <div className="shell">
      <Header composer={composer} onOpenTab={openTab}>
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
            <PostProgress postId={postId} onAnother={another} onAll={() => setTab('recent')} />
          </Suspense>
        ) : (
          <Composer composer={composer} surface="popup" onPosted={setPostId} />
        )}
      </main>
    </div>
  );
}
