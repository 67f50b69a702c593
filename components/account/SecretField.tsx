import { useWords } from '../hooks/useWords';
import { TextField } from '../ui/Field';

interface SecretFieldProps {
  value: string;
  /** One is kept already. It is never sent to a page, so there is nothing to show of it. */
  isKept: boolean;
  onChange: (value: string) => void;
}

export function SecretField({ value, isKept, onChange }: SecretFieldProps) {
  const { t } = useWords();
  return (
    <TextField
      label={t('options_keys_secret')}
      hint={t(isKept && !value ? 'options_keys_secret_kept' : 'options_keys_secret_hint')}
      type="password"
      value={value}
      placeholder={isKept ? '••••••••••••••••' : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      // Not a password of a site: a manager would offer to keep it, or fill in the wrong one.
      autoComplete="off"
      data-1p-ignore
      data-lpignore="true"
      spellCheck={false}
      maxLength={500}
    />
  );
}
