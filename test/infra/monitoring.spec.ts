import { Registry, collectDefaultMetrics } from 'prom-client';
import { Meters } from '@perspectief/assembly';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf, yamlOf } from './read.js';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly action: string };
}

const { groups } = yamlOf('prometheus/alerts.yml') as { groups: readonly { readonly rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(textOf('grafana/perspectief.json')) as {
  readonly panels: readonly { readonly id: number; readonly title: string; readonly gridPos: { readonly x: number; readonly y: number; readonly w: number }; readonly targets: readonly { readonly expr: string }[] }[];
};

const known = (): ReadonlySet<string> => {
  const usual = new Registry();
  collectDefaultMetrics({ register: usual });
  const all = [...new Meters().registry.getMetricsAsArray(), ...usual.getMetricsAsArray()];
  return new Set(['up', ...all.flatMap(({ name, type }) => (String(type) === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name]))]);
};

const namesIn = (expr: string): readonly string[] => expr.replaceAll(/"[^"]*"/g, '').match(/\b(perspectief|nodejs|process)_\w+|\bup\b/g) ?? [];

test('every alert and every panel asks for figures that the platform gives', () => {
  const given = known();
  const asked = [...rules.map(({ expr }) => expr), ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))];
  for (const expr of asked) {
    expect(namesIn(expr).length).toBeGreaterThan(0);
    for (const name of namesIn(expr)) expect(given).toContain(name);
  }
});

test('an alert says what people notice, how urgent it is, and where the way out stands', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/how-to/operations.md'), 'utf8');
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { labels, annotations } of rules) {
    expect(['page', 'ticket']).toContain(labels.severity);
    expect(annotations.summary.length).toBeGreaterThan(20);
    expect(guide).toContain(`### ${annotations.action.replace('operations.md: ', '')}\n`);
  }
});

test('panels have their own number and their own place', () => {
  const { panels } = dashboard;
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  expect(new Set(panels.map(({ gridPos: { x, y } }) => `${x} ${y}`)).size).toBe(panels.length);
  for (const { gridPos: { x, w } } of panels) expect(x + w).toBeLessThanOrEqual(24);
});

test('Prometheus loads the rules that are here', () => {
  expect(yamlOf('prometheus/prometheus.yml')).toMatchObject({ rule_files: ['alerts.yml'], scrape_configs: [{ job_name: 'casework' }, { job_name: 'worker' }] });
});
