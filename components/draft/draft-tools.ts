/** What begins a draft and changes it. */
export { changeDraft } from '../../lib/posts/draft-changes';
export { diffDrafts } from '../../lib/posts/draft-patch';
export { beginDraft } from './begin-draft';
