/** What begins a draft and changes it: not needed to show what the page has, loaded while that is being looked at. */
export { changeDraft } from '../../lib/drafts/changes';
export { beginDraft } from './begin-draft';

export type DraftTools = typeof import('./draft-tools');
