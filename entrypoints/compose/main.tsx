import { mount } from '../../components/ui/mount';
import { Compose } from './Compose';

mount(<Compose />);
