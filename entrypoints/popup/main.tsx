import { mount } from '../../components/ui/mount';
import { browserWords } from '../../lib/platform/words';
import { Popup } from './Popup';

mount(<Popup />, browserWords());
