import type { TokenService } from '../../lib/accounts/tokens';
import { createBusiness } from '../../lib/business/service';
import { localDay } from '../../lib/insights/day';
import type { ReadableAccount } from '../../lib/insights/readable';
import { createReader } from '../../lib/insights/reader';
import { createInsights } from '../../lib/insights/service';
import { createInsightStore } from '../../lib/insights/store';
import { createWatch } from '../../lib/insights/watch';
import { notices } from '../../lib/messages/notices';
import { browserAlarms } from '../../lib/platform/alarms';
import { systemClock } from '../../lib/platform/clock';
import type { Database } from '../../lib/platform/database';
import { webLocks } from '../../lib/platform/locks';
import { createBusinessApi } from '../../lib/tiktok/business';
import { createSend, type Http, type HttpParts } from '../../lib/tiktok/http';

interface Parts {
  database: Promise<Database>;
  http: Http;
  line: HttpParts;
  tokens: Pick<TokenService, 'getAccessToken' | 'tokenRejected'>;
  accounts: () => Promise<readonly ReadableAccount[]>;
}

export function insightServices({ database, http, line, tokens, accounts }: Parts) {
  const shared = { clock: systemClock, localDay, store: createInsightStore(database) };
  const reader = createReader({ ...shared, http, tokens });
  const watch = createWatch({
    ...shared,
    accounts,
    reader,
    alarms: browserAlarms,
    locks: webLocks,
    changed: (accountId) => notices.post({ about: 'insights', accountId }),
  });
  return {
    insights: createInsights({ ...shared, accounts, reader, watch }),
    insightWatch: watch,
    business: createBusiness({ database, api: createBusinessApi(createSend(line)) }),
  };
}
