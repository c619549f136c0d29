#!/usr/bin/env node
import { ensureBuilt, ensureInstalled } from '../../../infra/ready.mjs';

ensureInstalled();
ensureBuilt();
await import('../dist/main.js');
