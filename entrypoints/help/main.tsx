import { Help } from '../../components/help/Help';
import { mount } from '../../components/ui/mount';
import { chosenWords } from '../../lib/settings/chosen-words';

void mount(<Help />, chosenWords());
