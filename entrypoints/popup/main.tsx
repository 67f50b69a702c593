import { createPort } from '../../components/hooks/create-port';
import { PortProvider } from '../../components/hooks/port';
import { mount } from '../../components/ui/mount';
import { createDevice } from '../../lib/messages/device';
import { takeKept } from '../../lib/platform/early';
import { chosenWords } from '../../lib/settings/chosen-words';
import { settingsKey } from '../../lib/settings/key';
import { Popup } from './Popup';

void mount(
  <PortProvider port={createPort(createDevice())}>
    <Popup />
  </PortProvider>,
  chosenWords(takeKept(settingsKey)),
);
