/** Here others develop on the same port: nothing is kept unasked, and the network comes first. */
export const local = (host: string): boolean => /^(localhost|127[.\d]+|\[::1\])$/.test(host);
