import { textOf, yamlOf } from './read.js';

interface Service {
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
  readonly networks?: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

const city = yamlOf('compose/city.yaml') as Compose;
const development = yamlOf('compose/development.yaml') as Compose;
const service = (name: string): Service => city.services[name] ?? {};

test.each([['city', city], ['development', development]])('compose for %s names no service, volume or network that is not there', (_name, { services, volumes = {}, networks = {} }) => {
  for (const each of Object.values(services)) {
    for (const name of Object.keys(each.depends_on ?? {})) expect(Object.keys(services)).toContain(name);
    for (const name of each.networks ?? []) expect(Object.keys(networks)).toContain(name);
    for (const [from = ''] of (each.volumes ?? []).map((volume) => volume.split(':'))) if (/^[a-z-]+$/.test(from)) expect(Object.keys(volumes)).toContain(from);
  }
});

test('in a city only the proxy is reached from outside, and databases reach nobody outside', () => {
  const open = Object.entries(city.services).filter(([, { ports }]) => ports).map(([name]) => name);
  expect(open).toEqual(['proxy']);
  expect(city.networks?.['inside']?.internal).toBe(true);
  for (const name of ['postgres', 'keycloak-postgres', 'worker', 'backup', 'evaluation-prepare', 'prometheus', 'kurrentdb']) expect(service(name).networks).toEqual(['inside']);
});

test('a developer’s servers listen on this machine alone', () => {
  for (const { ports } of Object.values(development.services)) for (const port of ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('our own containers may write nothing, and gain no rights', () => {
  for (const name of ['casework', 'worker', 'backup', 'evaluation', 'evaluation-prepare']) expect(service(name)).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
});

test('whoever makes backups has no master keys; no password stands in the file', () => {
  expect(Object.keys(service('backup').environment ?? {})).not.toContain('PERSPECTIEF_MASTER_KEYS');
  expect(Object.keys(service('worker').environment ?? {})).toContain('PERSPECTIEF_MASTER_KEYS');
  const secrets = Object.values(city.services).flatMap(({ environment = {} }) => Object.entries(environment)).filter(([name]) => /PASSWORD|SECRET|KEYS$/.test(name));
  expect(secrets.length).toBeGreaterThan(5);
  for (const [, value] of secrets) expect(value).toMatch(/^\$\{[A-Z_]+:\?\}$/);
});

test('the evaluation has a login of its own and no key, its seal stands apart from its data sets, and the proxy leads to its port', () => {
  const { environment = {}, volumes = [] } = service('evaluation');
  expect(Object.keys(environment).filter((name) => /MASTER|KEYS|^DATABASE_URL$|SECRET/.test(name))).toEqual([]);
  expect(environment['EVALUATION_DATABASE_URL']).toMatch(/^postgresql:\/\/perspectief_evaluation_service:\$\{EVALUATION_PASSWORD:\?\}@/);
  expect(Object.keys(service('evaluation-prepare').environment ?? {})).not.toContain('PERSPECTIEF_MASTER_KEYS');
  const places = volumes.map((volume) => volume.split(':'));
  const [sets, seal] = ['EVALUATION_FOLDER', 'EVALUATION_SEAL_FILE'].map((name) => places.find(([, at = '-']) => String(environment[name]).startsWith(at))?.[0]);
  expect([sets, seal]).toEqual(['evaluation', 'evaluation-seal']);
  expect(Object.values(city.services).filter((one) => one.volumes?.some((volume) => volume.startsWith('evaluation-seal:')))).toHaveLength(1);
  expect(textOf('compose/city.yaml')).toContain(`reverse_proxy evaluation:${String(environment['PORT'])}`);
  for (const [, at = ''] of places) expect(textOf('docker/Dockerfile')).toMatch(new RegExp(`install -d -o node .*${at}`));
});

test('the log without synchronous commit would lose what it acknowledged: no file turns it off', () => {
  for (const path of ['compose/city.yaml', 'compose/development.yaml', 'helm/perspectief/templates/postgresql.yaml']) expect(textOf(path)).not.toMatch(/synchronous_commit\s*[=:]\s*["']?(off|local)|fsync\s*[=:]\s*["']?off/);
});

test('the image runs as nobody in particular, in two stages, and says whether it lives', () => {
  const lines = textOf('docker/Dockerfile').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));
  expect(lines.filter((line) => line.startsWith('FROM'))).toHaveLength(2);
  expect(last.filter((line) => /^USER /.test(line))).toEqual(['USER node']);
  expect(last.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
  expect(lines.filter((line) => /^(ENV|ARG) .*(PASSWORD|SECRET|TOKEN|KEYS)/.test(line))).toEqual([]);
  expect(lines.some((line) => /npm ci /.test(line))).toBe(true);
});
