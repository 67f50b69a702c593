import { askEarly } from '../../lib/platform/early-question';
import { localArea } from '../../lib/platform/storage';

// The page is being looked at while everything that shows it is loaded.
askEarly('background', 'page.look', {});
const settings = localArea.get('settings');
void import('./start').then(({ start }) => start(settings));
