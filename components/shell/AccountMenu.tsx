import { memo } from 'react';
import type { Account } from '../../lib/accounts/account';
import { useWords } from '../hooks/useWords';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { Menu, MenuItem } from '../ui/Menu';

interface AccountMenuProps {
  accounts: readonly Account[];
  currentId: string | undefined;
  /** TikTok's own fresh name for the current one, where it has answered. */
  nickname?: string | undefined;
  avatarUrl?: string | undefined;
  onChoose: (accountId: string) => void;
  onManage: () => void;
  /** Goes on with this draft where there is more room. */
  onOpenTab?: (() => void) | undefined;
  /** The site in front, where Ferry may be switched off. */
  site?: string | undefined;
  onSwitchOff: () => void;
  /** Stays beside the page. */
  onOpenPanel?: (() => void) | undefined;
}

/** Whose TikTok it goes to: always in sight, one press to change. */
const AccountMenu = memo(function AccountMenu({
  accounts,
  currentId,
  nickname,
  avatarUrl,
  onChoose,
  onManage,
  onOpenTab,
  site,
  onSwitchOff,
  onOpenPanel,
}: AccountMenuProps) {
  const { t } = useWords();
  const current = accounts.find(({ id }) => id === currentId);
  if (!current) {
    return (
      <button type="button" className="account-button" onClick={onManage}>
        <Icon name="person" size={17} />
        <span className="account-name">{t('compose_connect')}</span>
      </button>
    );
  }
  const name = nickname ?? current.displayName;
  return (
    <Menu
      className="account-button"
      label={t('compose_account')}
      button={
        <>
          <Avatar name={name} src={avatarUrl ?? current.avatarUrl} size={24} />
          <span className="account-name">{name}</span>
          <Icon name="chevron" size={14} />
        </>
      }
    >
      {accounts.map((account) => (
        <MenuItem key={account.id} chosen={account.id === currentId} onChoose={() => onChoose(account.id)}>
          <Avatar name={account.displayName} src={account.avatarUrl} size={28} />
          <span className="account-lines">
            <span>{account.displayName}</span>
            {account.username && (
              <span className="choice-note">
                <bdi>@{account.username}</bdi>
              </span>
            )}
            {account.trouble && <span className="account-trouble">{t('compose_account_trouble')}</span>}
          </span>
          {account.id === currentId && <Icon name="check" size={16} />}
        </MenuItem>
      ))}
      <MenuItem onChoose={onManage}>
        <Icon name="settings" size={17} />
        {t('compose_accounts_manage')}
      </MenuItem>
      {onOpenPanel && (
        <MenuItem onChoose={onOpenPanel}>
          <Icon name="panel" size={17} />
          {t('compose_open_panel')}
        </MenuItem>
      )}
      {onOpenTab && (
        <MenuItem onChoose={onOpenTab}>
          <Icon name="window" size={17} />
          {t('compose_open_tab')}
        </MenuItem>
      )}
      {site !== undefined && (
        <MenuItem onChoose={onSwitchOff}>
          <Icon name="stop" size={17} />
          <span>{t('find_switch_off', { site })}</span>
        </MenuItem>
      )}
    </Menu>
  );
});

export default AccountMenu;
