import { Help } from '../../components/help/Help';
import { mount } from '../../components/ui/mount';
import { browserWords } from '../../lib/platform/words';

mount(<Help />, browserWords());
