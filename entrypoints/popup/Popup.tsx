import { Workspace } from '../../components/shell/Workspace';

const overPage = { at: 'page' } as const;

export function Popup() {
  return <Workspace place={overPage} surface="popup" />;
}
