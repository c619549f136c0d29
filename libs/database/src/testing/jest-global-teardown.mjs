import { rmSync } from 'node:fs';
import { removeServer } from './remove-server.mjs';

export default async () => {
  const { PERSPECTIEF_TEST_RUN: folder, PERSPECTIEF_TEST_TEMP: temporary } = process.env;
  if (folder) await removeServer(folder);
  if (temporary) rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
};
