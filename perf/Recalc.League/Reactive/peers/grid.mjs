// The dynamic grid: rows of nodes that each read some of the row before; a part of them drops one, depending on what it reads.

import { expect, fastestOfTen } from './measure.mjs';
import { randomOf } from './random.mjs';

const grids = {
    '2-10x5': { width: 10, layers: 5, statics: 1, sources: 2, reads: 0.2, iterations: 600_000, sum: 19199968, count: 3480000 },
    '6-10x10': { width: 10, layers: 10, statics: 0.75, sources: 6, reads: 0.2, iterations: 15_000, sum: 302310782860, count: 1155000 },
    '4-1000x12': { width: 1000, layers: 12, statics: 0.95, sources: 4, reads: 1, iterations: 7_000, sum: 29355933696000, count: 1463000 },
    '25-1000x5': { width: 1000, layers: 5, statics: 1, sources: 25, reads: 1, iterations: 3_000, sum: 1171484375000, count: 732000 },
    '3-5x500': { width: 5, layers: 500, statics: 1, sources: 3, reads: 1, iterations: 500, sum: 3.0239642676898464e241, count: 1246500 },
    '6-100x15': { width: 100, layers: 15, statics: 0.5, sources: 6, reads: 1, iterations: 2_000, sum: 15664996402790400, count: 1078000 },
};

export function grid({ signal, computed, effect, read, write }) {
    let runs = 0;

    const staticNode = sources => computed(() => {
        runs++;
        let sum = 0;
        for (let i = 0; i < sources.length; i++) sum += read(sources[i]);
        return sum;
    });

    const dynamicNode = sources => {
        const first = sources[0], tail = sources.slice(1);
        return computed(() => {
            runs++;
            let sum = read(first);
            const dropped = sum & 1 ? sum % tail.length : -1;
            for (let i = 0; i < tail.length; i++) {
                if (i !== dropped) sum += read(tail[i]);
            }
            return sum;
        });
    };

    const build = ({ width, layers, statics, sources, reads }) => {
        const start = [];
        for (let i = 0; i < width; i++) start.push(signal(i));
        const random = randomOf('seed');
        let row = start;
        for (let layer = 1; layer < layers; layer++) {
            const before = row;
            row = before.map((_, at) => {
                const mine = [];
                for (let i = 0; i < sources; i++) mine.push(before[(at + i) % width]);
                return random() < statics ? staticNode(mine) : dynamicNode(mine);
            });
        }
        const leaves = row.slice(), choice = randomOf('seed');
        for (let left = Math.round(width * (1 - reads)); left > 0; left--) leaves.splice(Math.floor(choice() * leaves.length), 1);
        effect(() => {
            for (let i = 0; i < leaves.length; i++) read(leaves[i]);
        });
        return { start, leaves };
    };

    const run = ({ start, leaves }, iterations) => {
        for (let i = 0; i < iterations; i++) {
            const at = i % start.length;
            write(start[at], i + at);
            for (let j = 0; j < leaves.length; j++) read(leaves[j]);
        }
        return leaves.reduce((total, leaf) => read(leaf) + total, 0);
    };

    const of = config => () => {
        const model = build(config);
        run(model, config.iterations);
        const milliseconds = fastestOfTen(() => {
            runs = 0;
            expect('the sum', run(model, config.iterations), config.sum);
            expect('node runs', runs, config.count);
        });
        return milliseconds * 1e6 / config.iterations;
    };

    return Object.fromEntries(Object.entries(grids).map(([name, config]) => [`grid_${name}`, of(config)]));
}
