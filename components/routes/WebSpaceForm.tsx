import { type FormEvent, useState } from 'react';
import { originPattern } from '../../lib/routes/bucket/addresses';
import {
  type BucketKeys,
  type BucketPlace,
  type PlaceField,
  tidyPlace,
  wrongFields,
} from '../../lib/routes/bucket/bucket';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
import { Notice } from '../ui/Notice';
import type { RoutesDoor } from './door';
import { emptyPlace, endpointExamples, type Provider, providerOf, providers } from './providers';

interface WebSpaceFormProps {
  place: BucketPlace | undefined;
  /** Photos that lie in the web space as it is now. */
  inside: number;
  isBusy: boolean;
  door: RoutesDoor;
  onSave: (place: BucketPlace, keys: BucketKeys | undefined) => Promise<void>;
}

const wrongWords = {
  endpoint: 'options_space_endpoint_wrong',
  region: 'options_space_region_hint',
  bucket: 'options_space_bucket_wrong',
  prefix: 'options_space_prefix_wrong',
  publicBase: 'options_space_public_wrong',
} as const;

/** Where the space is and the keys to it. Saving asks the browser for its hosts and tries it at once. */
export function WebSpaceForm({ place, inside, isBusy, door, onSave }: WebSpaceFormProps) {
  const { t } = useWords();
  const [fields, setFields] = useState(place ?? emptyPlace);
  const [provider, setProvider] = useState<Provider>(providerOf(fields));
  const [keys, setKeys] = useState<BucketKeys>({ accessKeyId: '', secretAccessKey: '' });
  const [wrong, setWrong] = useState<readonly (PlaceField | 'keys')[]>([]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const tidy = tidyPlace(fields);
    const hasKeys = keys.accessKeyId.trim() !== '' && keys.secretAccessKey.trim() !== '';
    const isWrong = [...wrongFields(tidy), ...(hasKeys || place ? [] : ['keys' as const])];
    setWrong(isWrong);
    if (isWrong.length > 0) return;
    // First of all, or the press is over and the browser no longer asks. A refusal shows in the test.
    await door.allowHosts(originPattern(tidy));
    await onSave(tidy, hasKeys ? keys : undefined);
    setKeys({ accessKeyId: '', secretAccessKey: '' });
  };

  const field = (name: PlaceField, more: { hint?: string; placeholder?: string; type?: string }) => ({
    value: fields[name],
    error: wrong.includes(name) ? t(wrongWords[name]) : undefined,
    autoComplete: 'off',
    spellCheck: false,
    maxLength: 500,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      setFields((old) => ({ ...old, [name]: currentTarget.value })),
    ...more,
  });
  const keyField = (name: keyof BucketKeys) => ({
    value: keys[name],
    placeholder: place ? '••••••••••••' : '',
    autoComplete: 'off',
    spellCheck: false,
    maxLength: 300,
    'data-1p-ignore': true,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      setKeys((old) => ({ ...old, [name]: currentTarget.value })),
  });

  return (
    <form className="routes-form" onSubmit={save} noValidate>
      <Select
        label={t('options_space_provider')}
        value={provider}
        onChange={({ currentTarget }) =>
          setProvider(providers.find((name) => name === currentTarget.value) ?? 'other')
        }
      >
        {providers.map((name) => (
          <option key={name} value={name}>
            {t(`options_space_provider_${name}`)}
          </option>
        ))}
      </Select>
      <TextField
        label={t('options_space_endpoint')}
        {...field('endpoint', {
          hint: t(`options_space_endpoint_${provider}`),
          placeholder: endpointExamples[provider],
          type: 'url',
        })}
      />
      <div className="routes-pair">
        <TextField label={t('options_space_bucket')} {...field('bucket', { placeholder: 'my-photos' })} />
        <TextField
          label={t('options_space_prefix')}
          {...field('prefix', { hint: t('options_space_prefix_hint'), placeholder: 'tiktok/' })}
        />
      </div>
      {(provider === 'aws' || provider === 'other') && (
        <TextField
          label={t('options_space_region')}
          {...field('region', { hint: t('options_space_region_hint'), placeholder: 'eu-west-1' })}
        />
      )}
      <div className="routes-pair">
        <TextField
          label={t('options_space_access')}
          hint={t(place ? 'options_space_keys_kept' : 'options_space_keys_hint')}
          error={wrong.includes('keys') ? t('options_space_keys_wrong') : undefined}
          {...keyField('accessKeyId')}
        />
        <TextField label={t('options_space_secret')} type="password" {...keyField('secretAccessKey')} />
      </div>
      <TextField
        label={t('options_space_public')}
        {...field('publicBase', {
          hint: t('options_space_public_hint'),
          placeholder: 'https://media.example.com/tiktok/',
          type: 'url',
        })}
      />
      {inside > 0 && <Notice>{t('options_space_change_inside', { count: inside })}</Notice>}
      <div className="routes-actions">
        <Button type="submit" tone="primary" busy={isBusy}>
          {t('options_space_save')}
        </Button>
      </div>
    </form>
  );
}
