import { createPort } from '../../components/hooks/create-port';
import { PortProvider } from '../../components/hooks/port';
import { mount } from '../../components/ui/mount';
import { createDevice } from '../../lib/messages/device';
import { browserWords } from '../../lib/platform/words';
import { Popup } from './Popup';

mount(
  <PortProvider port={createPort(createDevice())}>
    <Popup />
  </PortProvider>,
  browserWords(),
);
