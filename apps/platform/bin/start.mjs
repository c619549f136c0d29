#!/usr/bin/env node
import { ensureBuilt, ensureInstalled, ensureWebApp } from '../../../infra/ready.mjs';

ensureInstalled();
ensureBuilt();
ensureWebApp();
await import('../dist/main.js');
