import { AppError, asAppError } from '../errors/app-error';

/** A browser that has no room left says so in one way in the database and in another in its file system. */
export function asStorageError(error: unknown): AppError {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? new AppError('storage_full', { cause: error }) : asAppError(error);
}

/** A write that says in Ferry's own words why it failed. */
export async function storing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw asStorageError(error);
  }
}
