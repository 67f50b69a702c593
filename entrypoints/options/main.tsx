import { mount } from '../../components/ui/mount';
import { Options } from './Options';

mount(<Options />);
