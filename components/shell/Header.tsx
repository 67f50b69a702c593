import { type ReactNode, useCallback } from 'react';
import { siteOf } from '../../lib/settings/sites';
import type { Composer } from '../draft/useComposer';
import { usePort } from '../hooks/port';
import { useComing } from '../hooks/useComing';
import { useWords } from '../hooks/useWords';
import { FerryMark } from '../ui/FerryMark';

const menu = import('./AccountMenu');

interface HeaderProps {
  composer: Composer;
  /** The tabs of this surface. */
  children?: ReactNode;
  onOpenTab?: (() => void) | undefined;
  onOpenPanel?: (() => void) | undefined;
}

export function Header({ composer, children, onOpenTab, onOpenPanel }: HeaderProps) {
  const { t } = useWords();
  const { device } = usePort();
  const { accounts, draft, settings, page, change, changeSettings, switchSite } = composer;
  const site = page?.notice === 'off-here' ? undefined : siteOf(page?.pageUrl);
  const AccountMenu = useComing(menu)?.default;
  const manage = useCallback(() => device.openPage('/options.html#connect'), [device]);
  const choose = useCallback(
    (accountId: string) => {
      change({ do: 'account', accountId });
      // Each account is sent to in its own way, as it was the last time.
      const mode = settings?.modes[accountId];
      if (mode) change({ do: 'mode', mode });
      changeSettings({ currentAccountId: accountId });
    },
    [change, changeSettings, settings],
  );
  return (
    <header className="shell-head">
      <h1 className="shell-name">
        <FerryMark size={24} />
        <span className={children ? 'visually-hidden' : undefined}>{t('app_short')}</span>
      </h1>
      {children}
      <div className="shell-end">
        {accounts && AccountMenu && (
          <AccountMenu
            accounts={accounts}
            currentId={draft?.accountId ?? settings?.currentAccountId ?? accounts[0]?.id}
            onChoose={choose}
            onManage={manage}
            onOpenTab={onOpenTab}
            site={site}
            onSwitchOff={() => switchSite(false)}
            onOpenPanel={onOpenPanel}
          />
        )}
      </div>
    </header>
  );
}
