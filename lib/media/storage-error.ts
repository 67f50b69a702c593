import { AppError, asAppError } from '../errors/app-error';

/** A browser that has no room left says so in one way in the database and in another in its file system. */
export function asStorageError(error: unknown): AppError {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? new AppError('storage_full', { cause: error }) : asAppError(error);
}
