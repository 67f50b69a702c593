import { captionLimits } from '../media/limits';
import { captionLimit, clip } from './text-limits';

/** What a page says about itself, as far as a caption needs it. */
export interface CaptionWords {
  title?: string | undefined;
  description?: string | undefined;
  hashtags: readonly string[];
  author?: string | undefined;
  handle?: string | undefined;
  url?: string | undefined;
}

/** What a template may name. Anything else in braces is the person's own text and stays. */
export const templateFields = ['title', 'description', 'tags', 'author', 'link'] as const;
type TemplateField = (typeof templateFields)[number];

const isField = (name: string): name is TemplateField => templateFields.includes(name as TemplateField);

/** Fills a template; a line left with nothing in it goes away, and never do two blank lines follow each other. */
export function fillTemplate(template: string, words: CaptionWords): string {
  const values: Record<TemplateField, string> = {
    title: tidy(words.title),
    description: (words.description ?? '').trim(),
    tags: words.hashtags.map((tag) => `#${tag}`).join(' '),
    author: words.handle ?? tidy(words.author),
    link: words.url ?? '',
  };
  const fill = (line: string) =>
    line.replace(/\{(\w+)\}/g, (whole, name: string) => (isField(name) ? values[name] : whole));
  return template
    .split('\n')
    .map((line) => ({ line, filled: fill(line).trimEnd() }))
    .filter(({ line, filled }) => filled !== '' || line.trim() === '')
    .map(({ filled }) => filled)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The words a draft begins with. Photos have a title of their own, so their description does not repeat it. */
export function firstWords(
  template: string,
  words: CaptionWords,
  kind: 'video' | 'photo',
): { title: string; caption: string } {
  const forCaption = kind === 'photo' ? { ...words, title: undefined } : words;
  return {
    title: kind === 'photo' ? clip(tidy(words.title), captionLimits.photoTitle) : '',
    caption: clip(fillTemplate(template, forCaption), captionLimit(kind)),
  };
}

/** The template for a page: its site's own where the person made one. */
export function templateFor(
  pageUrl: string | undefined,
  settings: { captionTemplate: string; siteTemplates: Readonly<Record<string, string>> },
): string {
  const host = pageUrl && URL.canParse(pageUrl) ? new URL(pageUrl).hostname.replace(/^www\./, '') : '';
  return settings.siteTemplates[host] ?? settings.captionTemplate;
}

export interface CaptionPart {
  text: string;
  kind: 'text' | 'hashtag' | 'mention';
}

const marks = /(?<![\p{L}\p{N}_#@])(#[\p{L}\p{M}\p{N}_]+|@[\w.]*\w)/gu;

/** Splits a caption into plain text, #hashtags and @mentions, losing nothing. */
export function captionParts(text: string): CaptionPart[] {
  const parts: CaptionPart[] = [];
  let at = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (index > at) parts.push({ text: text.slice(at, index), kind: 'text' });
    parts.push({ text: mark, kind: mark.startsWith('#') ? 'hashtag' : 'mention' });
    at = index + mark.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), kind: 'text' });
  return parts;
}

export const hashtagsOf = (text: string): string[] =>
  captionParts(text)
    .filter((part) => part.kind === 'hashtag')
    .map((part) => part.text.slice(1));

/** Adds a hashtag at the end unless it is there already, in whatever case. */
export function withHashtag(text: string, tag: string): string {
  const has = hashtagsOf(text).some((own) => own.toLowerCase() === tag.toLowerCase());
  if (has) return text;
  const gap = text === '' || /\s$/.test(text) ? '' : ' ';
  return `${text}${gap}#${tag}`;
}

/** Hashtags worth offering, best first: not already used, no twins. */
export function suggestHashtags(text: string, ...sources: (readonly string[])[]): string[] {
  const used = new Set(hashtagsOf(text).map((tag) => tag.toLowerCase()));
  const offered = new Map<string, string>();
  for (const tag of sources.flat()) {
    const key = tag.toLowerCase();
    if (tag !== '' && !used.has(key) && !offered.has(key)) offered.set(key, tag);
  }
  return [...offered.values()];
}

const tidy = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
