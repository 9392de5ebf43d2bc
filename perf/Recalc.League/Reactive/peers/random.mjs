// The numbers that dynamic grids are made with, from 0 to below 1: a hash of the seed (MurmurHash3, mixed on at every call) starts sfc32.

export function randomOf(seed) {
    const hash = hashesOf(seed);
    let [a, b, c, counter] = [hash(), hash(), hash(), hash()];
    return () => {
        counter = (counter + 1) | 0;
        const sum = (a + b + counter) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + sum) | 0;
        return (sum >>> 0) / 2 ** 32;
    };
}

function hashesOf(text) {
    let h = 0x811c9dc5 | 0;
    for (const character of text) {
        const k = Math.imul(character.codePointAt(0), 0xcc9e2d51);
        h ^= Math.imul((k << 15) | (k >>> 17), 0x1b873593);
        h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
    }
    h ^= text.length;
    return () => {
        h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
        h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
        h ^= h >>> 16;
        return h >>> 0;
    };
}
