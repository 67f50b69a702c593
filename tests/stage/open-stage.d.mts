import type { Browser, Page } from 'playwright-core';

export interface StageLook {
  colorScheme?: 'light' | 'dark';
  language?: string;
  reducedMotion?: 'reduce' | 'no-preference';
}

export interface Stage {
  readonly browser: Browser;
  readonly names: readonly string[];
  open(name: string, look?: StageLook): Promise<{ page: Page; troubles: string[]; close(): Promise<void> }>;
  close(): Promise<void>;
}

export function openStage(): Promise<Stage>;
