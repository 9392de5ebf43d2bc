// Creating effects, each of so many inputs, and running each once. The inputs are there before, and were read three times.

import { expect, fastestOfTenFresh, keptBytes } from './measure.mjs';

const count = 100_000, million = 1_000_000, thousand = 1_000;

export function create({ signal, effect, read }) {
    let runs = 0;

    const start = config => {
        const inputs = [];
        for (let i = 0; i < inputsOf(config); i++) inputs.push(signal(i));
        for (const input of inputs)
            for (let i = 0; i < 3; i++) read(input);
        return inputs;
    };

    const of0 = value => effect(() => { runs++; return void value; });
    const of1 = a => effect(() => { runs++; read(a); });
    const of2 = (a, b) => effect(() => { runs++; read(a) + read(b); });
    const of4 = (a, b, c, d) => effect(() => { runs++; read(a) + read(b) + read(c) + read(d); });
    const ofMany = (inputs, first, many) => effect(() => {
        runs++;
        let sum = 0;
        for (let i = 0; i < many; i++) sum += read(inputs[first + i]);
    });

    const make = (inputs, { effects, sources, readers }) => {
        runs = 0;
        for (let i = 0; i < effects; i++) {
            switch (sources) {
                case 0: of0(i); break;
                case 1: of1(inputs[Math.floor(i / readers)]); break;
                case 2: of2(inputs[2 * i], inputs[2 * i + 1]); break;
                case 4: of4(inputs[4 * i], inputs[4 * i + 1], inputs[4 * i + 2], inputs[4 * i + 3]); break;
                default: ofMany(inputs, i * sources, sources);
            }
        }
        expect('effect runs', runs, effects);
    };

    const timeOf = (effects, sources, readers) => () => {
        const config = { effects, sources, readers };
        return fastestOfTenFresh(() => start(config), inputs => make(inputs, config)) * 1e6 / effects;
    };

    // Effects live as long as the inputs that they read: these have to be kept.
    const bytesOfAll = (effects, sources, readers) => () => {
        const config = { effects, sources, readers };
        const bytes = keptBytes(() => {
            const inputs = start(config);
            make(inputs, config);
            return inputs;
        });
        return bytes / (effects + inputsOf(config));
    };

    const bytesOfEffects = (effects, sources, readers) => () => {
        const config = { effects, sources, readers };
        const inputs = start(config);
        const bytes = keptBytes(() => {
            make(inputs, config);
            return inputs;
        });
        return bytes / effects;
    };

    return {
        create_0to1: timeOf(count, 0, 1),
        create_1to1: timeOf(count, 1, 1),
        create_2to1: timeOf(count / 2, 2, 1),
        create_4to1: timeOf(count / 4, 4, 1),
        create_1000to1: timeOf(count / thousand, thousand, 1),
        create_1to2: timeOf(count, 1, 2),
        create_1to4: timeOf(count, 1, 4),
        create_1to8: timeOf(count, 1, 8),
        create_1to1000: timeOf(count, 1, thousand),
        create_1M_1to1: timeOf(million, 1, 1),
        create_1M_1to1000: timeOf(million, 1, thousand),
        create_1M_1000to1: timeOf(million / thousand, thousand, 1),
        bytes_per_node_1to1: bytesOfAll(million, 1, 1),
        bytes_per_node_1to1000: bytesOfAll(million, 1, thousand),
        bytes_per_node_1000to1: bytesOfAll(million / thousand, thousand, 1),
        bytes_per_effect_1to1: bytesOfEffects(million, 1, 1),
    };
}

function inputsOf({ effects, sources, readers }) {
    return effects * sources / readers;
}
