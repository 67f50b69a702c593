import type { ComposerPlace } from '../../components/draft/useComposer';
import { Workspace } from '../../components/shell/Workspace';

interface ComposeProps {
  place: ComposerPlace;
  surface: 'tab' | 'panel';
}

/** The composer with more room: a tab of its own, or the browser's side panel. */
export function Compose({ place, surface }: ComposeProps) {
  return <Workspace place={place} surface={surface} />;
}
