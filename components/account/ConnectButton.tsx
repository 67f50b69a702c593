import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import type { SignIn } from './useSignIn';

interface ConnectButtonProps {
  signIn: SignIn;
  isWaitingForTab: boolean;
  label: string;
  tone?: 'primary' | 'secondary';
  disabled?: boolean;
}

export function ConnectButton({
  signIn,
  isWaitingForTab,
  label,
  tone = 'primary',
  disabled = false,
}: ConnectButtonProps) {
  const { t } = useWords();
  return (
    <div className="connect">
      <Button
        tone={tone}
        size="large"
        disabled={disabled}
        busy={signIn.isBusy}
        onClick={() => void signIn.start()}
      >
        {signIn.isBusy ? t('account_connecting') : label}
      </Button>
      {isWaitingForTab && <Notice role="status">{t('options_signin_waiting_tab')}</Notice>}
    </div>
  );
}
