// cellx: layers of four cells, each made of those of the layer before, all of them observed; four inputs change at once.

import { expect, fastestOfTenFresh } from './measure.mjs';

const width = 4;

export function cellx({ signal, computed, effect, read, write, batch }) {
    let effectRuns = 0, runs = 0;

    const observe = cell => effect(() => {
        effectRuns++;
        read(cell);
    });

    const build = layers => {
        effectRuns = runs = 0;
        const start = [signal(1), signal(2), signal(3), signal(4)];
        let end = start;
        for (let i = 0; i < layers; i++) {
            const [m1, m2, m3, m4] = end;
            end = [
                computed(() => (runs++, read(m2))),
                computed(() => (runs++, read(m1) - read(m3))),
                computed(() => (runs++, read(m2) + read(m4))),
                computed(() => (runs++, read(m3))),
            ];
            end.forEach(observe);
        }
        expect('effect runs', effectRuns, width * layers);
        expect('node runs', runs, width * layers);
        effectRuns = runs = 0;
        return { start, end };
    };

    const change = ({ start, end }, right) => {
        for (let i = 0; i < width; i++) expect('the value', read(end[i]), right.before[i]);
        batch(() => {
            for (let i = 0; i < width; i++) write(start[i], width - i);
        });
        for (let i = 0; i < width; i++) expect('the value', read(end[i]), right.after[i]);
        expect('effect runs', effectRuns, right.effects);
        expect('node runs', runs, right.nodes);
    };

    const of = layers => () => {
        const right = rightOf(layers);
        return fastestOfTenFresh(() => build(layers), model => change(model, right));
    };

    return { cellx1000: of(1000), cellx2500: of(2500), cellx5000: of(5000) };
}

// What is right, by a plain loop: the last layer before and after, and how many nodes and effects have to run in between.
function rightOf(layers) {
    let before = [1, 2, 3, 4], after = [4, 3, 2, 1], nodes = 0, effects = 0;
    const next = ([m1, m2, m3, m4]) => [m2, m1 - m3, m2 + m4, m3];
    for (let i = 0; i < layers; i++) {
        const changed = before.map((value, j) => value !== after[j]);
        nodes += [changed[1], changed[0] || changed[2], changed[1] || changed[3], changed[2]].filter(Boolean).length;
        [before, after] = [next(before), next(after)];
        effects += before.filter((value, j) => value !== after[j]).length;
    }
    if (layers !== 5000) {
        expect('the last layer before', before.join(), '-3,-6,-2,2');
        expect('the last layer after', after.join(), '-2,-4,2,3');
    }
    return { before, after, nodes, effects };
}
