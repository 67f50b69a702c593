import { mount } from '../../components/ui/mount';
import { Popup } from './Popup';

mount(<Popup />);
