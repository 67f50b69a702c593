import { createPort } from '../../components/hooks/create-port';
import { PortProvider } from '../../components/hooks/port';
import { mount } from '../../components/ui/mount';
import { createDevice } from '../../lib/messages/device';
import { chosenWords } from '../../lib/settings/chosen-words';
import { Popup } from './Popup';

/** The screen; `kept` are the settings, read while it was being loaded. */
export const start = (kept: Promise<unknown>): Promise<void> =>
  mount(
    <PortProvider port={createPort(createDevice())}>
      <Popup />
    </PortProvider>,
    chosenWords(kept),
  );
