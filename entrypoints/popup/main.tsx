import { createPort } from '../../components/hooks/create-port';
import { PortProvider } from '../../components/hooks/port';
import { mount } from '../../components/ui/mount';
import { pageDevice } from '../../lib/platform/page-device';
import { browserWords } from '../../lib/platform/words';
import { Popup } from './Popup';

mount(
  <PortProvider port={createPort(pageDevice())}>
    <Popup />
  </PortProvider>,
  browserWords(),
);
