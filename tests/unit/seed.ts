import fc from 'fast-check';

/**
 * The same tree gets the same verdict: properties are tried with the same inputs each time, so that whoever broke one
 * is who sees it broken. New inputs are for `npm run fuzz`, which hands in seeds of its own.
 */
fc.configureGlobal({ seed: Number(process.env.FERRY_SEED ?? 1) });
