// Times a shape as the League does: the fastest of ten runs after a warm-up.

const runs = 10, warmUpMs = 400;

export function collect() {
    gc();
    gc();
}

/** The milliseconds of the fastest of ten runs, one after the other. */
export function fastestOfTen(run) {
    const warm = performance.now();
    for (let i = 0; i < 2 || performance.now() - warm < warmUpMs; i++) run();
    collect();
    let fastest = Infinity;
    for (let i = 0; i < runs; i++) {
        const start = performance.now();
        run();
        fastest = Math.min(fastest, performance.now() - start);
    }
    return fastest;
}

/** The milliseconds of the fastest of ten runs, each of something that was built and garbage collected before. */
export function fastestOfTenFresh(build, run) {
    const warm = performance.now();
    for (let i = 0; i < 2 || performance.now() - warm < warmUpMs; i++) run(build());
    let fastest = Infinity;
    for (let i = 0; i < runs; i++) {
        const built = build();
        collect();
        const start = performance.now();
        run(built);
        fastest = Math.min(fastest, performance.now() - start);
    }
    return fastest;
}

/** Nanoseconds of a write of a shape whose iteration makes so many of them. */
export function nanosecondsOfWrite(writes, iterations, iterate) {
    const run = () => {
        for (let i = 0; i < iterations; i++) iterate();
    };
    return fastestOfTen(run) * 1e6 / (writes * iterations);
}

/** Bytes of the heap that what is made keeps. */
export function keptBytes(make) {
    collect();
    const before = process.memoryUsage().heapUsed;
    const kept = make();
    collect();
    const bytes = process.memoryUsage().heapUsed - before;
    if (!kept) throw new Error('nothing was made');
    return bytes;
}

/** Stops a shape that is wrong: it has no figure. */
export function expect(what, value, expected) {
    if (value !== expected) throw new Error(`${what}: ${value}, where ${expected} is right`);
}
