import { type ChangeEvent, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import { Proof } from '../../lib/routes/bucket/shapes';
import { useWords } from '../hooks/useWords';
import { ErrorCard } from '../ui/ErrorCard';
import { Notice } from '../ui/Notice';

/** TikTok's proof of ownership is a small file at the address: Ferry puts it there, nobody has to know how. */
export function ProofFile({ publicBase }: { publicBase: string }) {
  const { t } = useWords();
  const [url, setUrl] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const [error, setError] = useState<ErrorData>();

  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    currentTarget.value = '';
    if (!file) return;
    setUrl(undefined);
    setError(undefined);
    const proof = Proof.safeParse({ name: file.name, text: file.size > 2_000 ? '' : await file.text() });
    setWrong(!proof.success || proof.data.text === '');
    if (!proof.success || proof.data.text === '') return;
    try {
      setUrl(await ask('bucket.putProof', proof.data));
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
  };

  return (
    <div className="routes-proof">
      <h3>{t('options_proof_title')}</h3>
      <p>{t('options_proof_text', { address: publicBase })}</p>
      <label className="button">
        {t('options_proof_choose')}
        <input className="visually-hidden" type="file" accept=".txt,text/plain" onChange={choose} />
      </label>
      {wrong && (
        <Notice tone="warn" role="alert">
          {t('options_proof_wrong')}
        </Notice>
      )}
      {url && (
        <Notice tone="ok" role="status" title={t('options_proof_done')}>
          {t('options_proof_next')}
        </Notice>
      )}
      {error && <ErrorCard error={error} />}
    </div>
  );
}
