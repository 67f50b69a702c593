/**
 * What the one who builds may bake in: a client key, and the token service that holds its secret.
 * Both or neither; a secret has no place in a build.
 */
const clientKey: unknown = import.meta.env.WXT_FERRY_CLIENT_KEY;
const tokenService: unknown = import.meta.env.WXT_FERRY_TOKEN_SERVICE;

export const bakedIn =
  typeof clientKey === 'string' && clientKey && typeof tokenService === 'string' && tokenService
    ? { clientKey, tokenService }
    : undefined;
