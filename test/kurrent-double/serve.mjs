#!/usr/bin/env node
// The protocol double as a process of its own: `node test/kurrent-double/serve.mjs [PORT] [FOREIGN]`, until Ctrl+C. FOREIGN events of somebody else
// stand in it beforehand. For trying by hand what speaks to a server elsewhere; what is in it goes with it.
import '@swc-node/register/esm-register';

const { KurrentDouble } = await import('./double.ts');
const [port = '2113', foreign = '0'] = process.argv.slice(2);
const double = await KurrentDouble.start({ port: Number(port) });
for (let nr = 0; nr < Number(foreign); nr += 1) double.log.foreignEvent(nr);
console.log(`${double.url} (a protocol double, in memory; ${foreign} foreign events)`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void double.stop().then(() => process.exit(0)));
