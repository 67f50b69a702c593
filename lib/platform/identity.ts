import { AppError } from '../errors/app-error';
import { browser } from './browser';

/** The address of this very extension in this very browser, to which a sign-in comes back. Nothing is ever loaded from it. */
export const signInRedirect = (): string => browser.identity.getRedirectURL();

/** The fixed port keeps the address registrable; nothing listens on it, the address alone is read. */
export const loopbackRedirect = 'http://127.0.0.1:41951/callback/';
export const loopbackHosts = ['http://127.0.0.1/*'];

/**
 * Opens the sign-in window and resolves with the address it came back to.
 * The browser's API tells the ends apart by text only; what is not recognised counts as closed.
 */
export async function openSignInWindow(address: string): Promise<string> {
  try {
    const back = await browser.identity.launchWebAuthFlow({ url: address, interactive: true });
    if (back) return back;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    // No network, or an error page: Chrome shows neither, and does not say which it was.
    const isUnloaded = /could not be loaded/i.test(why);
    throw new AppError(
      isUnloaded && navigator.onLine ? 'sign_in_page_failed' : isUnloaded ? 'offline' : 'sign_in_closed',
      { cause },
    );
  }
  throw new AppError('sign_in_closed');
}
