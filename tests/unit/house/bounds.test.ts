import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ExportRecord } from '../../../lib/data/records';
import { ErrorData } from '../../../lib/errors/app-error';
import { PageFindings } from '../../../lib/finder/finding';
import { KnownVideo, Reading, Snapshot, VideoDay } from '../../../lib/insights/snapshot';
import { handsProtocol } from '../../../lib/messages/hands';
import { protocol } from '../../../lib/messages/protocol';
import { Post, PostEvent } from '../../../lib/posts/post';
import { Settings } from '../../../lib/settings/settings';
import { Creator } from '../../../lib/tiktok/creator';

/** Everything that is told from outside, or read back after it was kept. */
const believed: Record<string, unknown> = {
  ...Object.fromEntries(
    Object.entries({ ...protocol, ...handsProtocol }).map(([name, { body }]) => [name, body]),
  ),
  ErrorData,
  PageFindings,
  ExportRecord,
  Post,
  PostEvent,
  Settings,
  Creator,
  Snapshot,
  VideoDay,
  KnownVideo,
  Reading,
};

interface Definition {
  type: string;
  checks?: { _zod: { def: { check: string; params?: { most?: number }; pattern?: RegExp } } }[];
  [part: string]: unknown;
}

const definitionOf = (schema: unknown): Definition | undefined => {
  const inner: unknown = Reflect.get(Object(schema), '_zod');
  const definition: unknown = Reflect.get(Object(inner), 'def');
  return definition === undefined ? undefined : (definition as Definition);
};

/** A pattern that can only match so much: from end to end, and nothing in it repeats for ever. */
const isClosed = (pattern: RegExp | undefined) =>
  pattern !== undefined && /^\^.*\$$/s.test(pattern.source) && !/[^\\][*+]|,\}/.test(pattern.source);

function hasEnd({ type, checks = [] }: Definition): boolean {
  const own = checks.map((check) => check._zod.def);
  if (type === 'number') return own.some(({ check }) => check === 'less_than');
  if (type === 'record') return own.some(({ params }) => params?.most !== undefined);
  return own.some(({ check, pattern }) => check === 'max_length' || isClosed(pattern));
}

/** What becomes of far too much: cut, or refused. */
function isCut(schema: z.ZodMiniType): boolean {
  const text = schema.safeParse('a'.repeat(1_000_000));
  const number = schema.safeParse(1e300);
  return (
    (!text.success || String(text.data).length < 250_000) && (!number.success || Number(number.data) < 1e31)
  );
}

/** Every text, list, record and number in it that may be endless. */
function endless(schema: unknown, path: string): string[] {
  const definition = definitionOf(schema);
  if (!definition) return [];
  const { type } = definition;
  if (type === 'unknown' || type === 'any') return [`${path} (${type})`];
  if (type === 'pipe' && definitionOf(definition.in)?.type !== 'object') {
    return isCut(schema as z.ZodMiniType) ? [] : [path];
  }
  const own = ['string', 'number', 'array', 'record'].includes(type) && !hasEnd(definition) ? [path] : [];
  const parts = Object.entries(definition).flatMap(([name, part]) => {
    if (name === 'checks') return [];
    if (name === 'shape') return Object.entries(Object(part)).map(([key, inner]) => [key, inner] as const);
    return Array.isArray(part) ? part.map((inner) => [name, inner] as const) : [[name, part] as const];
  });
  return [...own, ...parts.flatMap(([name, part]) => endless(part, `${path}.${name}`))];
}

it.each(Object.entries(believed))('%s has an end, in every part', (name, schema) => {
  expect(endless(schema, name)).toEqual([]);
});

it('would notice what has none', () => {
  const Open = z.object({
    text: z.optional(z.string()),
    list: z.array(z.boolean()),
    number: z.number(),
    names: z.record(z.string(), z.boolean()),
    trimmed: z.pipe(
      z.string(),
      z.transform((text) => text.trim()),
    ),
    open: z.string().check(z.regex(/^a+$/)),
  });
  expect(endless(Open, 'Open')).toHaveLength(7);
});
