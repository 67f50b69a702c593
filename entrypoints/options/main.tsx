import { mount } from '../../components/ui/mount';
import { browserWords } from '../../lib/platform/words';
import { Options } from './Options';

mount(<Options />, browserWords());
