import * as z from 'zod/mini';
import { ExportRecord } from '../data/records';
import {
  AuditHealth,
  AuditRow,
  CarriedVideo,
  ExportPage,
  ExportPlace,
  ImportTally,
  StorageUse,
} from '../data/shapes';
import { Id, List } from '../platform/bounded';
import { CapUse } from '../posts/cap-use';

const OfAccount = z.object({ accountId: Id });
/** Few enough for one message, many enough that an import of ten years is some hundred of them. */
export const recordsPerMessage = 1_000;
const Records = z.object({ records: List(ExportRecord, recordsPerMessage) });

/** How many posts TikTok had before they could be stopped. */
const Erased = z.object({ left: z.number() });

export const dataQuestions = {
  'data.standing': { body: OfAccount, answer: z.object({ caps: CapUse, audit: AuditHealth }) },
  /** The videos that Ferry brought there, and the posts they came from. */
  'data.carried': { body: OfAccount, answer: z.array(CarriedVideo) },
  'data.auditTrail': { body: z.void(), answer: z.array(AuditRow) },
  'data.export': { body: z.object({ place: z.optional(ExportPlace) }), answer: ExportPage },
  'data.preview': { body: Records, answer: ImportTally },
  'data.merge': { body: Records, answer: ImportTally },
  'data.eraseAccount': { body: OfAccount, answer: Erased },
  'data.eraseAll': { body: z.void(), answer: Erased },
  'data.storage': { body: z.void(), answer: StorageUse },
  'data.sweep': { body: z.void(), answer: z.void() },
  'data.diagnostics': { body: z.void(), answer: z.string() },
};
