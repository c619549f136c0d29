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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed],
  resolve: { conditions: ['@perspectief/source', 'module', 'browser', 'development|production'] },
  build: { outDir: 'dist/site', emptyOutDir: true, manifest: 'manifest.json', assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false, target: 'es2023' },
  server: { fs: { allow: [join(import.meta.dirname, '../..')] }, proxy: { '/graphql': proxied, '/evaluation': proxied, '/auth': proxied, '/export': proxied } },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}', '../../libs/ui/src/**/*.test.{ts,tsx}'], globals: false },
});
