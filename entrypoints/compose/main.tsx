import { mount } from '../../components/ui/mount';
import { browserWords } from '../../lib/platform/words';
import { Compose } from './Compose';

mount(<Compose />, browserWords());
