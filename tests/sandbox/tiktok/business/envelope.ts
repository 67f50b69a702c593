import { randomBytes } from 'node:crypto';
import { json, type Reply } from '../../http.ts';

/** Codes of the Business API (tiktok-api.md §11). Every one of them travels with HTTP 200. */
export const BUSINESS = {
  noPermission: 40001,
  badParameter: 40002,
  rateLimited: 40100,
  badToken: 40105,
} as const;

export class BusinessRefusal extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export function businessReply(data: unknown, code = 0, message = 'OK'): Reply {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  return json({ code, message, request_id: `${stamp}${randomBytes(8).toString('hex').toUpperCase()}`, data });
}

export function business<T>(handle: (input: T) => unknown): (input: T) => Reply {
  return (input) => {
    try {
      return businessReply(handle(input));
    } catch (cause) {
      if (cause instanceof BusinessRefusal) return businessReply({}, cause.code, cause.message);
      throw cause;
    }
  };
}
