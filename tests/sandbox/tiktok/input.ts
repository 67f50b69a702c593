import type * as z from 'zod/mini';
import type { SandboxRequest } from '../http.ts';
import { Refusal } from './envelope.ts';

/** The JSON body of a call, in the shape wanted: unknown fields are ignored, wrong types refused. */
export function readJson<T>(request: SandboxRequest, schema: z.ZodMiniType<T>): T {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    throw new Refusal('invalid_params', 'The content type must be application/json.');
  }
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString());
  } catch {
    throw new Refusal('invalid_params', 'The request body is not JSON.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.map(String).join('.') || 'body';
  throw new Refusal('invalid_params', `The request parameter ${where} is invalid.`);
}

/** `fields` always travels in the query, even with POST. */
export function readFields(request: SandboxRequest, known: readonly string[]): string[] {
  const fields = (request.url.searchParams.get('fields') ?? '').split(',').filter((field) => field !== '');
  if (fields.length === 0) throw new Refusal('invalid_params', 'The request parameter fields is missing.');
  for (const field of fields) {
    if (!known.includes(field)) throw new Refusal('invalid_params', `Unknown field ${field}.`);
  }
  return fields;
}
