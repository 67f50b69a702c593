import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Firefox's own remote control: length-prefixed JSON over TCP, no driver needed. */
export interface Marionette {
  command(name: string, parameters?: object): Promise<unknown>;
  /** Runs in the page in front. */
  run<Args extends unknown[], T>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** Runs in the browser's own window, where the toolbar is. */
  runInBrowser<Args extends unknown[], T>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  close(): Promise<void>;
}

const quiet = {
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'termsofuse.acceptedVersion': 999,
  'browser.preonboarding.enabled': false,
  'app.update.disabledForTesting': true,
  'remote.prefs.recommended': true,
};

export async function startFirefox(
  preferences: Record<string, string | number | boolean>,
): Promise<Marionette> {
  const binary = process.env.FERRY_FIREFOX;
  if (!binary) throw new Error('FERRY_FIREFOX is not set: there is no Firefox to test in');
  const profile = await mkdtemp(join(tmpdir(), 'ferry-firefox-'));
  const all = { ...quiet, 'marionette.port': 0, ...preferences };
  const lines = Object.entries(all).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    binary,
    ['--marionette', '--headless', '--remote-allow-system-access', '--no-remote', '--profile', profile],
    { stdio: 'ignore' },
  );
  try {
    const wire = await openWire(await dial(profile));
    await wire.send('WebDriver:NewSession', { acceptInsecureCerts: true });
    return session(wire, child, profile);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Port 0 lets Firefox choose; it writes its choice into the profile. */
async function dial(profile: string): Promise<Socket> {
  const end = Date.now() + 60_000;
  for (;;) {
    const port = Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '0'));
    const socket = port > 0 ? await tryConnect(port) : undefined;
    if (socket) return socket;
    if (Date.now() > end) throw new Error('Firefox did not open its remote control');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const tryConnect = (port: number) =>
  new Promise<Socket | undefined>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => resolve(undefined));
  });

interface Wire {
  send(name: string, parameters: object): Promise<unknown>;
  end(): void;
}

type Answer = [kind: 1, id: number, error: { error: string; message: string } | null, result: unknown];

async function openWire(socket: Socket): Promise<Wire> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let buffer = Buffer.alloc(0);
  let lastId = 0;
  const greeted = Promise.withResolvers<void>();

  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const colon = buffer.indexOf(58);
      const length = colon < 0 ? Number.NaN : Number(buffer.subarray(0, colon).toString());
      if (!(buffer.length >= colon + 1 + length)) return;
      const message: unknown = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString());
      buffer = buffer.subarray(colon + 1 + length);
      if (Array.isArray(message)) waiting.get(message[1])?.(message as Answer);
      else greeted.resolve();
    }
  });
  await greeted.promise;

  return {
    send(name, parameters) {
      lastId += 1;
      const id = lastId;
      const body = JSON.stringify([0, id, name, parameters]);
      socket.write(`${Buffer.byteLength(body)}:${body}`);
      return new Promise((resolve, reject) => {
        waiting.set(id, ([, , error, result]) => {
          waiting.delete(id);
          if (error) reject(new Error(`${name}: ${error.error}: ${error.message}`));
          else resolve(isValue(result) ? result.value : result);
        });
      });
    },
    end: () => socket.destroy(),
  };
}

const isValue = (result: unknown): result is { value: unknown } =>
  typeof result === 'object' && result !== null && 'value' in result;

function session(wire: Wire, child: ChildProcess, profile: string): Marionette {
  const command: Marionette['command'] = (name, parameters = {}) => wire.send(name, parameters);
  const run: Marionette['run'] = async (work, ...args) => {
    const script = `
      const done = arguments[arguments.length - 1];
      const args = Array.prototype.slice.call(arguments, 0, -1);
      Promise.resolve().then(() => (${work})(...args))
        .then((value) => done({ value }), (error) => done({ error: String(error?.message ?? error) }));`;
    const answer = (await command('WebDriver:ExecuteAsyncScript', { script, args, sandbox: null })) as
      | { value: never; error?: undefined }
      | { error: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };
  return {
    command,
    run,
    async runInBrowser(work, ...args) {
      await command('Marionette:SetContext', { value: 'chrome' });
      try {
        return await run(work, ...args);
      } finally {
        await command('Marionette:SetContext', { value: 'content' });
      }
    },
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      const slow = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(slow);
      wire.end();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
