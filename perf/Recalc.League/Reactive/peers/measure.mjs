// Times a shape as the League does: the fastest of ten runs after a warm-up, garbage collected before.

const runs = 10, warmUpMs = 400;

export function collect() {
    gc();
    gc();
}

/** The milliseconds of the fastest of ten runs, each of something that was built outside the time. */
export function fastestOfTen(build, run) {
    const warm = performance.now();
    for (let i = 0; i < 2 || performance.now() - warm < warmUpMs; i++) run(build());
    collect();
    let fastest = Infinity;
    for (let i = 0; i < runs; i++) {
        const built = build();
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
    return fastestOfTen(() => null, run) * 1e6 / (writes * iterations);
}

/** Stops a shape that is wrong: it has no figure. */
export function expect(what, value, expected) {
    if (value !== expected) throw new Error(`${what}: ${value}, where ${expected} is right`);
}
