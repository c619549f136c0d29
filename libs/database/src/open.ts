import { startEmbedded, type EmbeddedOptions } from './embedded.js';

export interface OpenOptions extends EmbeddedOptions {
  /** A server of one's own; without it the embedded one in `dataDir`. */
  readonly url?: string | undefined;
}

export interface OpenedDatabase {
  readonly url: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
  /** Of the embedded server: calls once when it dies by itself. */
  onDeath(listener: () => void): void;
}

export const openDatabase = async ({ url, ...options }: OpenOptions): Promise<OpenedDatabase> => {
  if (url) return { url, embedded: false, stop: () => Promise.resolve(), onDeath: () => undefined };
  const server = await startEmbedded(options);
  return { url: server.url, embedded: true, stop: () => server.stop(), onDeath: (listener) => server.onDeath(listener) };
};
