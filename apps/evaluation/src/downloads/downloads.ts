import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import yazl from 'yazl';
import { isUuid, toLocal, dayOf } from '@perspectief/kernel';
import { mediaTypeOf } from '@perspectief/evaluation-datasets';
import { DOWNLOADS, type KeptDataSet } from '@perspectief/evaluation-api';
import { toldOf, type Visitors } from '@perspectief/casework/front-door';
import type { StudyAction } from '@perspectief/access';
import type { Evaluation } from '../evaluation.js';

const MANIFEST = 'manifest.json';

interface Place {
  readonly studyId: string;
  readonly datasetId: string;
  readonly '*'?: string;
}

const refuse = (reply: FastifyReply, status: number): FastifyReply => reply.code(status).send(toldOf(status));
const isOver = (day: string): boolean => day < dayOf(toLocal(new Date().toISOString()));

/** Names as the manifest lists them: nothing else of the folder can be asked for. */
const pathsOf = ({ manifest }: KeptDataSet): readonly string[] => [...manifest.files.map(({ path }) => path), MANIFEST];

const sendFile = (reply: FastifyReply, { folder, manifest }: KeptDataSet, path: string): FastifyReply => {
  const bytes = manifest.files.find((file) => file.path === path)?.bytes;
  if (bytes !== undefined) reply.header('content-length', bytes);
  return reply
    .type(mediaTypeOf(path))
    .header('content-disposition', `attachment; filename="${path.replaceAll('/', '-')}"`)
    .send(createReadStream(join(folder, path)));
};

/** Parquet is packed already; the rest shrinks well. */
const sendArchive = (reply: FastifyReply, kept: KeptDataSet): FastifyReply => {
  const { datasetId } = kept.manifest;
  const zip = new yazl.ZipFile();
  for (const path of pathsOf(kept)) zip.addFile(join(kept.folder, path), `dataset-${datasetId}/${path}`, { compress: !path.endsWith('.parquet') });
  zip.end();
  return reply.type('application/zip').header('content-disposition', `attachment; filename="dataset-${datasetId}.zip"`).send(zip.outputStream);
};

/** Files of data sets, past the same desk as every question: who may, and into the log before the first byte leaves. */
export const serveDownloads = (server: FastifyInstance, evaluation: Evaluation, visitors: Visitors): void => {
  const { desk, dataSets } = evaluation;
  const admitted = async (request: FastifyRequest, reply: FastifyReply, action: StudyAction, send: (kept: KeptDataSet) => FastifyReply | undefined): Promise<FastifyReply> => {
    const { studyId, datasetId } = request.params as Place;
    const actor = await visitors.fromHeaders(request.headers).catch(() => undefined);
    if (!actor) return refuse(reply, 401);
    const asker = await desk.admit(action, { studyId }, { actor }).catch(() => undefined);
    if (!asker || !isUuid(datasetId)) return refuse(reply, 404);
    const kept = await dataSets.find(datasetId);
    if (!kept || kept.manifest.study.id !== studyId || isOver(kept.manifest.expiresOn)) return refuse(reply, 404);
    await desk.write(asker, action, 'exported');
    return send(kept) ?? refuse(reply, 404);
  };
  server.get(`${DOWNLOADS}/:studyId/:datasetId/archive.zip`, (request, reply) =>
    admitted(request, reply, 'dataset-archive', (kept) => sendArchive(reply, kept)));
  server.get(`${DOWNLOADS}/:studyId/:datasetId/files/*`, (request, reply) => {
    const path = (request.params as Place)['*'] ?? '';
    return admitted(request, reply, 'dataset-file', (kept) => (pathsOf(kept).includes(path) ? sendFile(reply, kept, path) : undefined));
  });
};
