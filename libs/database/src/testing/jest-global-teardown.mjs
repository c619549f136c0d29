import { removeServer } from './remove-server.mjs';

export default async () => {
  const folder = process.env.PERSPECTIEF_TEST_RUN;
  if (folder) await removeServer(folder);
};
