import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const ROOT = join(import.meta.dirname, '../../infra');

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const filesIn = (folder: string): readonly string[] => readdirSync(join(ROOT, folder)).sort().map((name) => `${folder}/${name}`);

/** The one document of a file of YAML, strictly: no key twice, nothing that is merely a warning. */
export const yamlOf = (path: string): unknown => {
  const documents = parseAllDocuments(textOf(path), { merge: true, uniqueKeys: true });
  if (!Array.isArray(documents) || documents.length !== 1) throw new Error(`${path} holds not one document`);
  const [document] = documents;
  const wrong = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  if (wrong.length > 0) throw new Error(`${path}: ${wrong.map(({ message }) => message).join('; ')}`);
  return document?.toJS();
};
