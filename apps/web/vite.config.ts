import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const api = process.env['PERSPECTIEF_API'] ?? 'http://127.0.0.1:3000';
// A Vite server in front of a running platform; `perspectief token` gives the token of whoever asks.
const token = process.env['DEMO_TOKEN'];
const proxied = { target: api, ws: true, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) };

const site = join(import.meta.dirname, 'dist/site');

/** Small copies beside the files, made once here in place of at every request. */
const compressed: Plugin = {
  name: 'compressed-copies',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|svg|html)$/.test(name)) continue;
      const text = readFileSync(join(site, name));
      writeFileSync(join(site, `${name}.br`), brotliCompressSync(text));
      writeFileSync(join(site, `${name}.gz`), gzipSync(text, { level: 9 }));
    }
  },
};

/**
 * What every visit loads, in a few files: on a slow line each file costs a turn. Not one, for a phone can paint between them.
 * Each takes along what it imports and no file before it has; whatever is in none goes where it is used.
 */
const together = [
  { name: 'first', test: /src\/early\.ts$|preload-helper/ },
  { name: 'react', test: /node_modules\/react-dom\// },
  { name: 'router', test: /node_modules\/react-router\// },
  { name: 'words', test: /src\/i18n\/index\.ts$|libs\/ui\/src\/.*\.tsx?$/ },
  { name: 'frame', test: /src\/app\/app\.tsx$/ },
  { name: 'worklist', test: /worklist\/worklist-page\.tsx$/ },
];

/** What nobody who begins does without, beside what the entry itself asks for: the page that most begin at, and its words in the language of most. */
const FIRST = ['/src/features/worklist/worklist-page.tsx', '/src/features/worklist/locales/nl.json', '/src/i18n/locales/nl.json', '/src/terms/locales/nl.json'];

/** Asked for with the page, not one after the other; style comes first, so that the frame of the page can be painted. */
const askedForAhead: Plugin = {
  name: 'asked-for-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const wanted = new Set<string>();
      const walk = (name: string): void => {
        const chunk = chunks.find(({ fileName }) => fileName === name);
        if (!chunk || wanted.has(name)) return;
        wanted.add(name);
        chunk.imports.forEach(walk);
      };
      const named = FIRST.map((end) => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(end))?.fileName ?? '');
      for (const name of [...chunks.flatMap(({ isEntry, dynamicImports }) => (isEntry ? dynamicImports : [])), ...named]) walk(name);
      const styles = chunks.filter(({ fileName }) => wanted.has(fileName)).flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
      const missing = (name: string): boolean => !html.includes(`/${name}"`);
      return [
        ...styles.filter(missing).map((name) => ({ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `/${name}` }, injectTo: 'head' as const })),
        ...[...wanted].filter(missing).map((name) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` }, injectTo: 'head' as const })),
      ];
    },
  },
};

const conditions = ['@perspectief/source', 'module', 'browser', 'development|production'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), askedForAhead, compressed],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  build: { outDir: 'dist/site', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false, target: 'es2023', rolldownOptions: { output: { codeSplitting: { groups: together } } } },
  server: { fs: { allow: [join(import.meta.dirname, '../..')] }, proxy: { '/graphql': proxied, '/evaluation': proxied, '/auth': proxied, '/export': proxied } },
  // A page costs a second for each file: who wants one says so, with `@vitest-environment jsdom`.
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}', '../../libs/ui/src/**/*.test.{ts,tsx}'], globals: false, testTimeout: 60_000 },
});
