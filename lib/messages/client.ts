import { asker } from '../platform/messaging';
import { type Protocol, protocol } from './protocol';

/** What pages call to ask the background. Throws an AppError whose code has a sentence. */
export const ask = asker<Protocol>('background', protocol);
