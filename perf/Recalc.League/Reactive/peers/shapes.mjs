// node --expose-gc shapes.mjs PEER CASE: runs one shape on one package, and prints its figure as a JSON object.

import { adapters } from './adapters.mjs';
import { cellx } from './cellx.mjs';
import { create } from './create.mjs';
import { grid } from './grid.mjs';
import { kairo } from './kairo.mjs';
import { stress } from './stress.mjs';
import { update } from './update.mjs';

const [peer, name] = process.argv.slice(2);
const adapter = await adapters[peer]();
const shapes = { ...kairo(adapter), ...cellx(adapter), ...grid(adapter), ...create(adapter), ...update(adapter), ...stress(adapter) };
try {
    if (!(name in shapes)) throw new Error(`there is no shape ${name}`);
    console.log(JSON.stringify({ peer, case: name, value: shapes[name]() }));
} catch (error) {
    console.log(JSON.stringify({ peer, case: name, failed: String(error.message) }));
}
