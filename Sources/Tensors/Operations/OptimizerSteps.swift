import CTorch

/// In-place optimiser steps of one parameter, run inside the engine.
public enum OptimizerSteps {
    /// v ← µ·v + g; θ ← θ − η·v (Nesterov: θ ← θ − η·(g + µ·v)), with g including weight decay λ·θ.
    public static func sgd(
        _ parameter: Tensor,
        gradient: Tensor,
        velocity: Tensor,
        rate: Double,
        momentum: Double,
        decay: Double,
        isNesterov: Bool
    ) throws(TensorError) {
        guard ct_sgd_step(parameter.box, gradient.box, velocity.box, rate, momentum, decay, isNesterov) == 0 else {
            throw TensorError.last("SGD step")
        }
    }

    /// Adam (Kingma & Ba 2015, algorithm 1) with β₁ = 0.9, β₂ = 0.999, ε = 1e-8; `isDecoupled` is AdamW.
    public static func adam(
        _ parameter: Tensor,
        gradient: Tensor,
        first: Tensor,
        second: Tensor,
        step: Int,
        rate: Double,
        decay: Double,
        isDecoupled: Bool
    ) throws(TensorError) {
        let failed = ct_adam_step(
            parameter.box,
            gradient.box,
            first.box,
            second.box,
            Int64(step),
            rate,
            0.9,
            0.999,
            1e-8,
            decay,
            isDecoupled
        )
        guard failed == 0 else { throw TensorError.last("Adam step") }
    }

    /// s ← ρ·s + (1 − ρ)·g²; θ ← θ − η·g / (√s + ε), with momentum where it is not 0.
    public static func rmsProp(
        _ parameter: Tensor,
        gradient: Tensor,
        square: Tensor,
        velocity: Tensor,
        rate: Double,
        rho: Double,
        momentum: Double,
        decay: Double
    ) throws(TensorError) {
        let failed = ct_rmsprop_step(
            parameter.box,
            gradient.box,
            square.box,
            velocity.box,
            rate,
            rho,
            momentum,
            1e-7,
            decay
        )
        guard failed == 0 else { throw TensorError.last("RMSprop step") }
    }
}
