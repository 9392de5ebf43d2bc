// A seed is written, a buffer that rests on it is 0 always, and below the buffer lies much that may not run. The ends are observed.

import { expect, nanosecondsOfWrite } from './measure.mjs';

const nodes = 1000, branches = 4, levels = 6, layerWidth = 10, writes = 10, iterations = 20;

export function stress({ signal, computed, effect, read, write }) {
    let effectRuns = 0, runs = 0, buffered = 0;

    const on = above => computed(() => (runs++, read(above) + 1));

    const of = below => () => {
        const seed = signal(0);
        const buffer = computed(() => (buffered++, read(seed) * 0));
        for (const end of below(buffer)) effect(() => {
            effectRuns++;
            read(end);
        });
        effectRuns = runs = 0;
        return nanosecondsOfWrite(writes, iterations, () => {
            buffered = 0;
            for (let i = 1; i <= writes; i++) write(seed, i);
            expect('effect runs', effectRuns, 0);
            expect('node runs', runs, 0);
            expect('runs of the buffer', buffered, writes);
        });
    };

    const wide = buffer => Array.from({ length: nodes }, () => on(buffer));

    const chain = buffer => {
        let last = buffer;
        for (let i = 0; i < nodes; i++) last = on(last);
        return [last];
    };

    const tree = buffer => {
        let level = [buffer];
        for (let i = 0; i < levels; i++) level = level.flatMap(above => Array.from({ length: branches }, () => on(above)));
        return level;
    };

    const dense = buffer => {
        let layer = [buffer];
        for (let i = 0; i < nodes / layerWidth; i++) {
            const above = layer;
            layer = Array.from({ length: layerWidth }, () => computed(() => {
                runs++;
                let sum = 1;
                for (let j = 0; j < above.length; j++) sum += read(above[j]) / layerWidth;
                return sum;
            }));
        }
        return layer;
    };

    return {
        invalidate_stress_wide: of(wide),
        invalidate_stress_chain: of(chain),
        invalidate_stress_tree: of(tree),
        invalidate_stress_dense: of(dense),
    };
}
