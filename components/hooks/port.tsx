import { createContext, type ReactNode, useContext } from 'react';
import type { Account } from '../../lib/accounts/account';
import type { DraftChange } from '../../lib/drafts/change';
import type { Content, Draft, MediaSource } from '../../lib/drafts/draft';
import type { DraftPlace } from '../../lib/drafts/drafts';
import type { PageFindings } from '../../lib/finder/finding';
import type { MediaFacts } from '../../lib/media/facts';
import type { Notice } from '../../lib/messages/notices';
import type { Originals } from '../../lib/messages/originals-here';
import type { CapUse } from '../../lib/posts/cap-use';
import type { Word } from '../../lib/posts/desk';
import type { Post, PostEvent, PostState } from '../../lib/posts/post';
import type { Settings, SettingsChange } from '../../lib/settings/settings';
import type { Creator } from '../../lib/tiktok/creator';

/** The tab a screen belongs to. */
export interface Tab {
  id: number;
  url: string | undefined;
}

export type StashedFile = Extract<MediaSource, { from: 'stash' }>;

/** What only the page's own side can do. Handed in by the entry point: components do not know the browser. */
export interface Device {
  tab(): Promise<Tab | undefined>;
  /** Tells whenever another tab or page is in front of this window. Gives back the end of it. */
  watchFront(hear: (tabId: number) => void): () => void;
  /** Puts a picked file where it outlives this page. */
  keepFile(file: File): Promise<StashedFile>;
  /** An address under which this page can show a kept file. */
  fileUrl(key: string): Promise<string | undefined>;
  /** The person's folder of exports; absent where the browser cannot keep one. */
  originals: Originals | undefined;
  openTab(url: string): void;
  /** One of Ferry's own pages. */
  openPage(path: string): void;
  /** Ferry beside the page. Only in the very event of a press. */
  openPanel(): Promise<void>;
  /** Asks the person for the hosts of these addresses. Only in the very event of a press. */
  allowSites(urls: readonly string[]): Promise<boolean>;
  close(): void;
}

/** Everything a screen may ask of the world outside it. One place to fake. */
export interface Port {
  device: Device;
  /** Everything but what this very page did to a draft. Gives back the end of it. */
  listen(hear: (notice: Notice) => void): () => void;
  /** Somebody watches what becomes of the posts: the background looks sooner. Gives back the end of it. */
  attend(): () => void;
  /** Looks at a tab's page, or at the one in front of the person. */
  look(tabId?: number): Promise<PageFindings>;
  /** A small copy of a picture nobody else may embed, or the origin to ask for first. */
  thumbnail(url: string): Promise<{ data?: string | undefined; needs?: string | undefined }>;
  settings: {
    read(): Promise<Settings>;
    change(change: SettingsChange): Promise<Settings>;
  };
  accounts(): Promise<Account[]>;
  /** Always TikTok's fresh word, never an earlier one. */
  creator(accountId: string): Promise<Creator>;
  inspect(source: MediaSource): Promise<MediaFacts>;
  /** Whether photos have a web space of the person's own to go through. */
  hasBucket(): Promise<boolean>;
  drafts: {
    find(place: DraftPlace): Promise<Draft | undefined>;
    read(id: string): Promise<Draft | undefined>;
    keep(draft: Draft): Promise<void>;
    change(id: string, change: DraftChange): Promise<void>;
    drop(id: string): Promise<void>;
  };
  posts: {
    /** All of them or none: one post for each content. The draft is gone then, but for what is left of it. */
    submit(draft: Draft, contents: readonly Content[], left?: Draft): Promise<Post[]>;
    /** Newest first, a page at a time. */
    list(query: PostQuery): Promise<PostPage>;
    read(id: string): Promise<{ post: Post; events: PostEvent[] } | undefined>;
    /** What is used of TikTok's caps of a day. */
    use(accountId: string): Promise<CapUse>;
    retry(id: string): Promise<void>;
    cancel(id: string): Promise<void>;
    /** The person has looked at TikTok and says whether it is there. */
    resolve(id: string, word: Word): Promise<void>;
  };
}

export interface PostQuery {
  limit: number;
  cursor?: string | undefined;
  states?: PostState[] | undefined;
  /** Words of the caption, the title or the page's address. */
  text?: string | undefined;
}

export interface PostPage {
  posts: Post[];
  /** Where the next page goes on; absent on the last. */
  cursor?: string | undefined;
}

const PortContext = createContext<Port | undefined>(undefined);

export function PortProvider({ port, children }: { port: Port; children: ReactNode }) {
  return <PortContext value={port}>{children}</PortContext>;
}

export function usePort(): Port {
  const port = useContext(PortContext);
  if (!port) throw new Error('no port: wrap the page with PortProvider');
  return port;
}
