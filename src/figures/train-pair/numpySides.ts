/** The two state space models of the pair in NumPy: what each makes of its inputs, and the way back. */
export const sides = `
sigmoid = lambda x: 1 / (1 + np.exp(-x))
silu = lambda x: x * sigmoid(x)
slope = lambda x: sigmoid(x) * (1 + x * (1 - sigmoid(x)))  # of silu

def s6(u, w):  # the step, B and C come from the token
    low, B, C = np.split(u @ w["W_x"].T, [R, R + N], axis=-1)
    before = low @ w["W_dt"].T + w["dt_bias"]
    dt, A = np.logaddexp(0, before), -np.exp(w["A_log"])
    kept = np.exp(dt[..., None] * A)
    h, T = np.zeros((*u.shape, N)), u.shape[1]
    for t in range(T):
        h[:, t] = (dt * u)[:, t, :, None] * B[:, t, None] + (kept[:, t] * h[:, t - 1] if t else 0)
    def back(g):
        slopes = {"D": (g * u).sum((0, 1))}
        g_h = g[..., None] * C[:, :, None]
        g_kept = np.zeros_like(h)  # by dt A
        for t in reversed(range(T)):
            if t + 1 < T:
                g_h[:, t] += kept[:, t + 1] * g_h[:, t + 1]
            if t:
                g_kept[:, t] = g_h[:, t] * h[:, t - 1] * kept[:, t]
        heard = (g_h * B[:, :, None]).sum(-1)
        g_before = ((g_kept * A).sum(-1) + heard * u) * sigmoid(before)
        slopes["A_log"] = (g_kept * dt[..., None]).sum((0, 1)) * A
        slopes["dt_bias"], slopes["W_dt"] = g_before.sum((0, 1)), np.einsum("bte,btr->er", g_before, low)
        g_B, g_C = np.einsum("bte,bten->btn", dt * u, g_h), np.einsum("bte,bten->btn", g, h)
        g_all = np.concatenate([g_before @ w["W_dt"], g_B, g_C], -1)
        slopes["W_x"] = np.einsum("bti,bte->ie", g_all, u)
        return g * w["D"] + heard * dt + g_all @ w["W_x"], slopes
    return (h * C[:, :, None]).sum(-1) + w["D"] * u, back

def s4d(u, w):  # a kernel for each channel, the same for whatever comes
    A, C, dt = -np.exp(w["log_re"]) + 1j * w["im"], w["C_re"] + 1j * w["C_im"], np.exp(w["log_dt"])[:, None]
    T, z = u.shape[1], dt * A
    powers, hold = np.exp(z[..., None] * np.arange(T)), np.expm1(z) / A
    K_ = 2 * np.einsum("en,ent->te", C * hold, powers).real
    y = w["D"] * u
    for lag in range(T):
        y[:, lag:] += K_[lag] * u[:, : T - lag]
    def back(g):
        g_u, g_K = g * w["D"], np.zeros((T, E))
        for lag in range(T):
            g_u[:, : T - lag] += K_[lag] * g[:, lag:]
            g_K[lag] = (g[:, lag:] * u[:, : T - lag]).sum((0, 1))
        g_read = 2 * np.einsum("te,ent->en", g_K, powers)
        g_z = 2 * C * hold * np.einsum("te,ent->en", g_K, powers * np.arange(T)) + g_read * C * np.exp(z) / A
        g_A, g_C = g_z * dt - g_read * C * hold / A, g_read * hold
        return g_u, {
            "D": (g * u).sum((0, 1)), "log_dt": (g_z * z).sum(1).real, "C_re": g_C.real, "C_im": -g_C.imag,
            "log_re": g_A.real * A.real, "im": -g_A.imag,
        }
    return y, back
`;
