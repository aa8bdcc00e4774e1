// Batch normalisation of bfloat16 numbers in training.
#pragma once

#include "Box.h"

namespace ct {

// γ·(x − µ) / √(σ² + ε) + β by the batch's own statistics, which also move `mean` and `variance`; undefined where the
// engine's own is to be taken: other types, layouts or devices, or channels that are no multiple of 16.
at::Tensor narrow_batch_norm(const at::Tensor &x, const at::Tensor &gamma, const at::Tensor &beta,
                             const at::Tensor &mean, const at::Tensor &variance, double momentum, double epsilon);

}  // namespace ct
