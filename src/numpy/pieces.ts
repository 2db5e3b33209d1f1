/** Functions of NumPy source that several figures hand out. */

/** The course's own generator up to its uniform numbers, indented once; what follows says what it returns. */
export const pyGenerator = `def generator(seed):  # the course's own: xoshiro128** seeded by SplitMix64
    def word(k):
        z = (seed + k * 0x9E3779B97F4A7C15) % 2**64
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
        z ^= z >> 31
        return [z % 2**32, z >> 32]
    s = word(1) + word(2)
    turn = lambda x, k: (x << k | x >> 32 - k) % 2**32
    def bits():
        out = turn(s[1] * 5 % 2**32, 7) * 9 % 2**32
        moved = s[1] << 9
        s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]
        s[2] = (s[2] ^ moved) % 2**32
        s[3] = turn(s[3], 11)
        return out
    def uniform():
        return ((bits() >> 5) * 2**26 + (bits() >> 6)) * 2.0**-53`;

/** The generator with its uniform and its normal numbers, these by Marsaglia's polar method; `math` is imported before. */
export const pyNormals = `${pyGenerator}
    spare = []
    def normal():
        if spare:
            return spare.pop()
        while True:
            x, y = 2 * uniform() - 1, 2 * uniform() - 1
            q = x * x + y * y
            if 0 < q < 1:
                r = math.sqrt(-2 * math.log(q) / q)
                spare.append(y * r)
                return x * r
    return uniform, normal`;

export const pyExpm = `def expm(M):  # scaling and squaring of Taylor's series
    k = max(0, int(np.ceil(np.log2(max(1e-300, np.abs(M).sum(1).max())))) + 3)
    E = T = np.eye(len(M))
    for i in range(1, 20):
        T = T @ M / 2**k / i
        E = E + T
    for _ in range(k):
        E = E @ E
    return E
`;
