// vite.js as a user has it: five subscriptions through ViteAPI, over WebSocket or HTTP by the URL.
// usage: node vite.mjs FOLDER_OF_PACKAGES URL ACCOUNT CONTRACT RESULTS
// Prints JSON lines: {ready}, {topic, results} for each callback, {off, later} at the end.
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, url, account, contract, wanted] = process.argv.slice(2);
const require = createRequire(path.join(folder, 'package.json'));
const { ViteAPI } = require('@vite/vitejs');
const overSocket = url.startsWith('ws');
const rpc = overSocket
  ? new (require('@vite/vitejs-ws').WS_RPC)(url)
  : new (require('@vite/vitejs-http').HTTP_RPC)(url);

const print = (line) => process.stdout.write(JSON.stringify(line) + '\n');
const api = new ViteAPI(rpc, () => {});
const filter = { addressHeightRange: { [contract]: { fromHeight: '0', toHeight: '0' } } };
const topics = [
  ['newSnapshotBlock'],
  ['newAccountBlock'],
  ['newAccountBlockByAddress', account],
  ['newUnreceivedBlockByAddress', account],
  ['newVmLog', filter],
];
const counts = new Map();
let finish;
const enough = new Promise((resolve) => { finish = resolve; });

const subscriptions = [];
for (const [topic, ...params] of topics) {
  const subscription = await api.subscribe(topic, ...params);
  counts.set(topic, 0);
  subscription.on((results) => {
    counts.set(topic, counts.get(topic) + results.length);
    print({ topic, results });
    if ([...counts.values()].every((count) => count >= Number(wanted))) {
      finish();
    }
  });
  subscriptions.push(subscription);
}
const modules = await api.request('rpc_modules');
print({ ready: subscriptions.map((one) => one.id), modules });

await enough;
subscriptions.forEach((one) => one.off());
const before = [...counts.values()].reduce((sum, count) => sum + count);
await new Promise((resolve) => { setTimeout(resolve, overSocket ? 500 : 2500); });
const after = [...counts.values()].reduce((sum, count) => sum + count);
print({ off: true, later: after - before });
process.exit(0);
