import { useRef, useState } from 'react';
import { leftOver } from '../../lib/drafts/aside';
import { settledSettings, type WhyNot } from '../../lib/drafts/audit';
import { contentsOf } from '../../lib/drafts/batch';
import type { PostMode } from '../../lib/drafts/draft';
import { AppError, type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { Action } from '../../lib/errors/catalog';
import type { LineRemedy } from '../../lib/media/preflight-line';
import { usePort } from '../hooks/port';
import type { Composer } from './useComposer';
import type { Readiness } from './useReadiness';

interface ActionsOf {
  composer: Composer;
  readiness: Readiness;
  onPosted: (postIds: readonly string[]) => void;
}

/** What a press does. Everything that leaves this page starts here. */
export function useActions({ composer, readiness, onPosted }: ActionsOf) {
  const port = usePort();
  const { draft, change, keep, settings, changeSettings } = composer;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData>();
  const sending = useRef(false);
  const fail = (thrown: unknown) => setError(toErrorData(thrown));

  const post = async () => {
    if (!draft || sending.current) return;
    // A second press while the first is on its way must not become a second post.
    sending.current = true;
    setBusy(true);
    setError(undefined);
    try {
      // Asked first of all: the browser only lets a press ask, and an await would spend it.
      const { toFetch } = readiness;
      const mayFetch = toFetch.length === 0 || (await port.device.allowSites(toFetch));
      if (!mayFetch && readiness.looks.some((look) => look.error)) {
        throw new AppError('media_unreachable', { facts: { host: hostOf(toFetch[0]) } });
      }
      const kept = (await keep()) ?? draft;
      const contents = contentsOf(kept).map((content) => ({
        ...content,
        settings: settledSettings(content, readiness.answer.creator),
      }));
      // What was set aside is what is offered next.
      const left = leftOver(kept, crypto.randomUUID(), Date.now());
      const sent = await port.posts.submit(kept, contents, left);
      // It is gone already; other pages that lie open on it hear of it by this.
      void port.drafts.drop(kept.id);
      onPosted(sent.map(({ id }) => id));
    } catch (thrown) {
      fail(thrown);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  const chooseMode = (mode: PostMode) => {
    change({ do: 'mode', mode });
    if (draft?.accountId && settings) {
      changeSettings({ modes: { ...settings.modes, [draft.accountId]: mode } });
    }
  };

  const answerRights = (answer: 'mine' | 'permitted') => {
    change({ do: 'rights', answer });
    const mark = readiness.ownership?.mark;
    if (answer === 'mine' && mark && settings) {
      changeSettings({ ownHandles: [...new Set([...settings.ownHandles, mark])] });
    }
  };

  const act = (action: Action) => {
    const doing: Partial<Record<Action, () => void>> = {
      reconnect: () => port.device.openPage('/options.html#connect'),
      'open-settings': () => port.device.openPage('/options.html'),
      'set-up-bucket': () => port.device.openPage('/options.html#routes'),
      'open-tiktok': () => port.device.openTab('https://www.tiktok.com/'),
      'use-inbox': () => chooseMode('inbox'),
      'choose-privacy': () => focusOn('[name=privacy]'),
      'edit-caption': () => focusOn('.compose-text textarea, .batch-entry[data-blocked] textarea'),
      'choose-file': () => focusOn('.file-picker'),
      'grant-site': () => void port.device.allowSites(readiness.toFetch).then(readiness.lookAgain),
      'make-slideshow': () => change({ do: 'slideshow', on: true }),
      retry: () => void post(),
    };
    setError(undefined);
    doing[action]?.();
  };

  const remedies: Partial<Record<LineRemedy, () => void>> = {
    reconnect: () => act('reconnect'),
    'set-up-bucket': () => act('set-up-bucket'),
    'open-tiktok': () => act('open-tiktok'),
    'edit-caption': () => act('edit-caption'),
    'make-slideshow': () => act('make-slideshow'),
    'remove-some': () => focusOn('.order-photo'),
    'grant-site': () => act('grant-site'),
    trim: () => focusOn('.trim-slider'),
  };

  return {
    busy,
    error,
    post,
    chooseMode,
    answerRights,
    act,
    remedies,
    goTo: (reason: WhyNot) =>
      reason.code === 'no_account' ? act('reconnect') : focusOn(places[reason.code]),
  };
}

/** Where the thing stands that has to be done. */
const places: Record<WhyNot['code'], string> = {
  no_media: '.grid [tabindex="0"], .file-picker',
  no_account: '.account-button',
  asking_tiktok: '[name=privacy]',
  creator_blocked: '.settings, .notice[data-tone=danger] button',
  rights_unanswered: '.rights button',
  too_many_photos: '.order-photo',
  caption_too_long: '.compose-text div:last-child textarea',
  title_too_long: '.compose-text textarea',
  video_too_long: '.grid [tabindex="0"], .file-picker',
  no_privacy: '[name=privacy]',
  privacy_gone: '[name=privacy]',
  branded_private: '[name=privacy]',
  undisclosed: '[name=yourBrand]',
  unfit: '.checks',
  one_blocked: '.batch-entry[data-blocked] textarea',
};

const hostOf = (url: string | undefined): string => (url && URL.parse(url)?.host) || '';

function focusOn(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.scrollIntoView({ block: 'center' });
  element?.focus();
}
