import type { ComposerPlace } from '../../components/draft/useComposer';
import { createPort } from '../../components/hooks/create-port';
import { PortProvider } from '../../components/hooks/port';
import { mount } from '../../components/ui/mount';
import { createDevice } from '../../lib/messages/device';
import { chosenWords } from '../../lib/settings/chosen-words';
import { Compose } from './Compose';

const asked = new URLSearchParams(location.search);
const isPanel = asked.get('in') === 'panel';
const draftId = asked.get('draft') ?? undefined;
// Where the popup could not be opened over a page, this tab stands in for it.
const tabId = asked.has('tab') ? Number(asked.get('tab')) : undefined;
const place: ComposerPlace =
  isPanel || tabId !== undefined ? { at: 'page', tabId, follows: isPanel } : { at: 'alone', draftId };

void mount(
  <PortProvider port={createPort(createDevice())}>
    <Compose place={place} surface={isPanel ? 'panel' : 'tab'} />
  </PortProvider>,
  chosenWords(),
);
