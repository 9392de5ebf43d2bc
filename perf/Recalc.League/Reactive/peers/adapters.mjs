// What the shapes need of a package of signals, each in the cheapest way that the package has.
// A write is a batch of its own unless `batch` holds several.

async function alienSignals() {
    const { signal, computed, effect, startBatch, endBatch } = await import('alien-signals');
    return {
        signal,
        computed,
        effect,
        read: cell => cell(),
        write: (cell, value) => { cell(value); },
        batch: body => {
            startBatch();
            body();
            endBatch();
        },
    };
}

async function preactSignals() {
    const { signal, computed, effect, batch } = await import('@preact/signals-core');
    return {
        signal,
        computed,
        effect,
        read: cell => cell.value,
        write: (cell, value) => { cell.value = value; },
        batch,
    };
}

export const adapters = { 'alien-signals': alienSignals, '@preact/signals-core': preactSignals };
