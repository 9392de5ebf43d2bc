// The kairo shapes: one head and what hangs on it. The same values and runs are checked as on the other side.

import { expect, nanosecondsOfWrite } from './measure.mjs';

const iterations = 500, busyAdditions = 100;

export function kairo({ signal, computed, effect, read, write }) {
    let effectRuns = 0, runs = 0;

    const observe = cell => effect(() => {
        effectRuns++;
        read(cell);
    });

    const expectRuns = (effects, nodes) => {
        expect('effect runs', effectRuns, effects);
        expect('node runs', runs, nodes);
        effectRuns = runs = 0;
    };

    // An iteration: the head is 1, and then what counts up from 0; each write is another value than the one before.
    const repeat = (head, writes, end, expected, effects, nodes) => {
        expect('the value', read(end), expected(0));
        effectRuns = runs = 0;
        return nanosecondsOfWrite(writes + 1, iterations, () => {
            write(head, 1);
            expect('the value', read(end), expected(1));
            for (let i = 0; i < writes; i++) {
                write(head, i);
                expect('the value', read(end), expected(i));
            }
            expectRuns(effects * (writes + 1), nodes * (writes + 1));
        });
    };

    const sum = cells => {
        let total = 0;
        for (let i = 0; i < cells.length; i++) total += read(cells[i]);
        return total;
    };

    const busy = () => {
        let total = 0;
        for (let i = 0; i < busyAdditions; i++) total++;
        return total;
    };

    return {
        avoidable() {
            const writes = 1000;
            const head = signal(0);
            const first = computed(() => (runs++, read(head)));
            const second = computed(() => (runs++, read(first) * 0));
            const third = computed(() => (runs++, busy() - busyAdditions + read(second) + 1));
            const fourth = computed(() => (runs++, read(third) + 2));
            const fifth = computed(() => (runs++, read(fourth) + 3));
            effect(() => {
                effectRuns++;
                read(fifth);
                busy();
            });
            expectRuns(1, 5);
            return nanosecondsOfWrite(writes + 1, iterations, () => {
                write(head, 1);
                expect('the value', read(fifth), 6);
                for (let i = 0; i < writes; i++) {
                    write(head, i);
                    expect('the value', read(fifth), 6);
                }
                expectRuns(0, 2 * (writes + 1));
            });
        },

        broad() {
            const width = 50, writes = 50;
            const head = signal(0);
            let last = head;
            for (let i = 0; i < width; i++) {
                const first = computed(() => (runs++, read(head) + i));
                const second = computed(() => (runs++, read(first) + 1));
                observe(second);
                last = second;
            }
            return repeat(head, writes, last, i => i + width, width, 2 * width);
        },

        deep() {
            const length = 50, writes = 50;
            const head = signal(0);
            let last = head;
            for (let i = 0; i < length; i++) {
                const before = last;
                last = computed(() => (runs++, read(before) + 1));
            }
            observe(last);
            return repeat(head, writes, last, i => i + length, 1, length);
        },

        diamond() {
            const width = 5, writes = 500;
            const head = signal(0);
            const sides = [];
            for (let i = 0; i < width; i++) sides.push(computed(() => (runs++, read(head) + 1)));
            const total = computed(() => (runs++, sum(sides)));
            observe(total);
            return repeat(head, writes, total, i => (i + 1) * width, 1, width + 1);
        },

        triangle() {
            const width = 10, writes = 100;
            const head = signal(0);
            const all = [];
            let last = head;
            for (let i = 0; i < width; i++) {
                const before = last;
                all.push(before);
                last = computed(() => (runs++, read(before) + 1));
            }
            const total = computed(() => (runs++, sum(all)));
            observe(total);
            return repeat(head, writes, total, i => i * width + width * (width - 1) / 2, 1, width);
        },

        mux() {
            const width = 100, writes = 10, changes = 2 * (writes - 1);
            const heads = [];
            for (let i = 0; i < width; i++) heads.push(signal(0));
            const all = computed(() => {
                runs++;
                const values = new Array(width);
                for (let i = 0; i < width; i++) values[i] = read(heads[i]);
                return values;
            });
            const split = [];
            for (let i = 0; i < width; i++) {
                const one = computed(() => (runs++, read(all)[i]));
                split.push(computed(() => (runs++, read(one) + 1)));
            }
            split.forEach(observe);
            expectRuns(width, 2 * width + 1);
            return nanosecondsOfWrite(2 * writes, iterations, () => {
                for (let factor = 1; factor <= 2; factor++)
                    for (let i = 0; i < writes; i++) {
                        write(heads[i], i * factor);
                        expect('the value', read(split[i]), i * factor + 1);
                    }
                expectRuns(changes, changes * (1 + width + 1));
            });
        },

        repeated() {
            const reads = 30, writes = 100;
            const head = signal(0);
            const total = computed(() => {
                runs++;
                let result = 0;
                for (let i = 0; i < reads; i++) result += read(head);
                return result;
            });
            observe(total);
            return repeat(head, writes, total, i => i * reads, 1, 1);
        },

        unstable() {
            const reads = 20, writes = 100;
            const head = signal(0);
            const twice = computed(() => (runs++, read(head) * 2));
            const inverse = computed(() => (runs++, -read(head)));
            const total = computed(() => {
                runs++;
                let result = 0;
                for (let i = 0; i < reads; i++) result += read(head) % 2 ? read(twice) : read(inverse);
                return result;
            });
            observe(total);
            return repeat(head, writes, total, i => i * reads * (i % 2 ? 2 : -1), 1, 2);
        },
    };
}
