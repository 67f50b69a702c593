import type { ErrorCode } from '../../lib/errors/catalog';
import type { Words } from '../../lib/words';

/** The words of a code, where there is no one case to fill them with. */
export function sentencesOf(code: ErrorCode, { find, t }: Words): { sentence: string; next: string } {
  return {
    sentence: open(find(`error_${code}`) ?? t('error_unexpected')),
    next: open(find(`error_${code}_next`) ?? t('error_unexpected_next')),
  };
}

const open = (text: string): string => text.replace(/\{\w+\}/g, '…');
