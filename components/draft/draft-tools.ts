/** What begins a draft and changes it. */
export { changeDraft } from '../../lib/drafts/changes';
export { diffDrafts } from '../../lib/drafts/patch';
export { beginDraft } from './begin-draft';
