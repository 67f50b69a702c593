import type { Protocol } from '../../lib/messages/protocol';
import type { Handlers } from '../../lib/platform/messaging';
import type { Services } from './services';

/** Each question, one service call. Nothing is decided here. */
export const handlers = ({ settings }: Services): Handlers<Protocol> => ({
  'settings.read': () => settings.read(),
  'settings.change': (change) => settings.change(change),
});
