#!/usr/bin/env node
import { ensureBuilt, ensureInstalled } from '../../../infra/ready.mjs';

ensureInstalled();
ensureBuilt();
const { main } = await import('../dist/main.js');
await main(process.argv.slice(2));
