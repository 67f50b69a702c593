import type { ErrorData } from '../errors/app-error';
import type { Action } from '../errors/catalog';
import type { WordKey, WordValues } from '../words';

/** `blocks`: it cannot be posted so. `fixes`: Ferry will change something. `warns`: worth knowing. */
export type Severity = 'blocks' | 'fixes' | 'warns';

/** What one press can do about a line. */
export type LineRemedy = Action | 'trim' | 'remove-some';

/** One line of the check before Post: `words.t(key, values)` says it. */
export interface PreflightLine {
  code: string;
  severity: Severity;
  key: WordKey;
  values?: WordValues;
  remedies?: readonly LineRemedy[];
  /** Which of the media it is about; absent when it is about the whole post. */
  index?: number;
}

/** The sentence of an error as a line of the check. */
export const errorKey = (code: ErrorData['code']): WordKey => `error_${code}` as WordKey;

/** Not looked at yet is not bad: it is looked at again when it is fetched. */
export const isOnlyUnseen = (code: string) =>
  code === 'media_needs_whole_file' || code === 'media_unreachable' || code === 'media_forbidden';

/** 600 as 10:00. */
export function clockText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** It says where it was made, and nobody takes that away. */
export const placeStays: PreflightLine = {
  code: 'place-stays',
  severity: 'warns',
  key: 'media_check_place_pulled',
};
