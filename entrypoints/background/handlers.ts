import type { Protocol } from '../../lib/messages/protocol';
import type { Handlers } from '../../lib/platform/messaging';
import type { Services } from './services';

/** Each question, one service call. Nothing is decided here. */
export const handlers = ({ settings, drafts, accounts, bucketDesk }: Services): Handlers<Protocol> => ({
  'accounts.overview': () => accounts.overview(),
  'accounts.switch': ({ id }) => accounts.switchTo(id),
  'accounts.changeApp': (change) => accounts.changeApp(change),
  'accounts.check': () => accounts.check(),
  'accounts.begin': () => accounts.begin(),
  'accounts.finish': ({ callback }) => accounts.finish(callback),
  'accounts.abandon': (error) => accounts.abandon(error),
  'accounts.disconnect': ({ id }) => accounts.disconnect(id),
  'accounts.dismissTrouble': () => accounts.dismissTrouble(),
  'bucket.read': () => bucketDesk.view(),
  'bucket.save': ({ place, keys }) => bucketDesk.save(place, keys),
  'bucket.try': () => bucketDesk.try(),
  'bucket.forget': () => bucketDesk.forget(),
  'bucket.putProof': (proof) => bucketDesk.putProof(proof),
  'routes.checkPrefix': (typed) => bucketDesk.checkPrefix(typed),
  'drafts.find': async (place) => (await drafts.find(place)) ?? null,
  'drafts.read': async ({ id }) => (await drafts.read(id)) ?? null,
  'drafts.keep': (draft) => drafts.keep(draft),
  'drafts.change': (patch) => drafts.change(patch),
  'drafts.drop': ({ id }) => drafts.drop(id),
  'settings.read': () => settings.read(),
  'settings.change': (change) => settings.change(change),
});
