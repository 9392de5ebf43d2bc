// Writing one input again and again, of which one effect or several read it, and maybe others.
// And one input with a million nodes that nothing observes: a write, and one of them read or all.

import { expect, fastestOfTen, fastestOfTenFresh } from './measure.mjs';

const million = 1_000_000;

export function update({ signal, computed, effect, read, write }) {
    let effectRuns = 0, runs = 0;

    const observe = inputs => {
        const [a, b, c, d] = inputs;
        switch (inputs.length) {
            case 1: return effect(() => { effectRuns++; read(a); });
            case 2: return effect(() => { effectRuns++; read(a) + read(b); });
            case 4: return effect(() => { effectRuns++; read(a) + read(b) + read(c) + read(d); });
            default: return effect(() => {
                effectRuns++;
                let sum = 0;
                for (let i = 0; i < inputs.length; i++) sum += read(inputs[i]);
            });
        }
    };

    const build = (inputs, effects) => {
        const all = [];
        for (let i = 0; i < inputs; i++) all.push(signal(i));
        effectRuns = 0;
        for (let i = 0; i < effects; i++) observe(all);
        expect('effect runs', effectRuns, effects);
        effectRuns = 0;
        return all;
    };

    // The first write is what is there already.
    const of = (writes, inputs, effects) => () => fastestOfTenFresh(() => build(inputs, effects), ([first]) => {
        for (let i = 0; i < writes; i++) write(first, i);
        expect('effect runs', effectRuns, (writes - 1) * effects);
    }) * 1e6 / writes;

    const ofMillion = reads => () => {
        const head = signal(0), nodes = [];
        let value = 0;
        for (let i = 0; i < million; i++) {
            nodes.push(computed(() => (runs++, read(head) + 1)));
            read(nodes[i]);
        }
        expect('node runs', runs, million);
        return fastestOfTen(() => {
            runs = 0;
            write(head, ++value);
            for (let i = 0; i < reads; i++) expect('the value', read(nodes[i]), value + 1);
            expect('node runs', runs, reads);
        }) * 1e6;
    };

    return {
        update_1to1: of(400_000, 1, 1),
        update_2to1: of(200_000, 2, 1),
        update_4to1: of(100_000, 4, 1),
        update_1000to1: of(400, 1000, 1),
        update_1to2: of(100_000, 1, 2),
        update_1to4: of(100_000, 1, 4),
        update_1to1000: of(10_000, 1, 1000),
        update_1to1M_read_one: ofMillion(1),
        update_1to1M_read_all: ofMillion(million),
    };
}
