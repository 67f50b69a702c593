import { askEarly } from '../../lib/platform/early-question';

// The page is being looked at while everything that shows it is loaded.
askEarly('background', 'page.look', {});
void import('./start');
