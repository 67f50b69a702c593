import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  AppChange,
  type BakedIn,
  createCredentials,
  isServiceAddress,
} from '../../../lib/accounts/credentials';
import { openDatabase } from '../../../lib/platform/database';

let databases = 0;
function build(bakedIn?: BakedIn) {
  databases += 1;
  return createCredentials(openDatabase(`credentials-${databases}`), bakedIn);
}

describe("the app's credentials", () => {
  it('are not complete at first', async () => {
    const credentials = build();
    expect(await credentials.view()).toMatchObject({ clientKey: '', hasSecret: false, isComplete: false });
    await expect(credentials.proof()).rejects.toMatchObject({ code: 'not_configured' });
  });

  it('take a secret in and never show it again', async () => {
    const credentials = build();
    const view = await credentials.change({ clientKey: 'key', secret: 'S3CRET' });
    expect(view).toMatchObject({ clientKey: 'key', hasSecret: true, isComplete: true });
    expect(JSON.stringify([view, await credentials.view()])).not.toContain('S3CRET');
    expect((await credentials.proof()).secret).toBe('S3CRET');
  });

  it('keep the secret when something else is changed, or an empty field is sent', async () => {
    const credentials = build();
    await credentials.change({ clientKey: 'key', secret: 'S3CRET' });
    await credentials.change({ way: 'tab', secret: '' });
    expect((await credentials.proof()).secret).toBe('S3CRET');
  });

  it('drop the secret when a token service takes its place', async () => {
    const credentials = build();
    await credentials.change({ clientKey: 'key', secret: 'S3CRET' });
    await credentials.change({ tokenService: 'https://tokens.example/' });
    expect(await credentials.proof()).toEqual({
      clientKey: 'key',
      secret: undefined,
      tokenService: 'https://tokens.example/',
    });
    expect(await credentials.change({ tokenService: '' })).toMatchObject({
      hasSecret: false,
      isComplete: false,
    });
  });

  it('always ask for what there is no posting without', async () => {
    const view = await build().change({ scopes: ['video.list'] });
    expect(new Set(view.scopes)).toEqual(
      new Set(['user.info.basic', 'video.publish', 'video.upload', 'video.list']),
    );
  });

  it('come with the build, when the build has them, whatever was typed', async () => {
    const bakedIn = { clientKey: 'built', tokenService: 'https://tokens.example/' };
    const credentials = build(bakedIn);
    await credentials.change({ clientKey: 'mine', tokenService: 'https://evil.example/', secret: 'x' });
    expect(await credentials.view()).toMatchObject({ ...bakedIn, bakedIn: true, isComplete: true });
    expect(await credentials.proof()).toEqual({ ...bakedIn, secret: undefined });
  });

  it('lose neither of two changes made at once', async () => {
    const credentials = build();
    const last = { clientKey: 'key', redirectUri: 'https://x/', asked: [] };
    await Promise.all([credentials.change({ clientKey: 'key' }), credentials.remember(last)]);
    expect(await credentials.view()).toMatchObject({ clientKey: 'key', lastSignIn: last });
  });
});

describe('a token service address', () => {
  it.each([
    ['https://tokens.example/', true],
    ['https://tokens.example:8443/a/b', true],
    ['http://tokens.example/', false],
    ['https://me:pass@tokens.example/', false],
    ['https://tokens.example/?secret=1', false],
    ['https://tokens.example/#x', false],
    ['javascript:alert(1)', false],
    ['tokens.example', false],
  ])('%s is taken: %s', (address, taken) => {
    expect(isServiceAddress(address)).toBe(taken);
    expect(AppChange.safeParse({ tokenService: address }).success).toBe(taken);
  });
});
