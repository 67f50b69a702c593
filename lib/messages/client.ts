import { asker } from '../platform/messaging';
import { protocol } from './protocol';

/** What pages call to ask the background. Throws an AppError whose code has a sentence. */
export const ask = asker('background', protocol);
