import type { Protocol } from '../../lib/messages/protocol';
import type { Handlers } from '../../lib/platform/messaging';
import type { Services } from './services';

/** Each question, one service call. Nothing is decided here. */
export const handlers = ({ settings, drafts }: Services): Handlers<Protocol> => ({
  'drafts.find': async (place) => (await drafts.find(place)) ?? null,
  'drafts.read': async ({ id }) => (await drafts.read(id)) ?? null,
  'drafts.keep': (draft) => drafts.keep(draft),
  'drafts.change': (patch) => drafts.change(patch),
  'drafts.drop': ({ id }) => drafts.drop(id),
  'settings.read': () => settings.read(),
  'settings.change': (change) => settings.change(change),
});
