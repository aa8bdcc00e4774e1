// Stacks of dense networks on the processor, network by network (see DenseOnHost.cpp).
#pragma once

#include "Box.h"

namespace ct {

// What one pass over the records needs; the tensors are those of `ct_dense_epoch`.
struct DenseEpoch {
    const ct_dense_recipe &recipe;
    at::Tensor parameters, first, second;
    at::Tensor features, rows, targets, weights;
    int64_t batch;
    int64_t done;
    double rate;
    const ct_generator *generators;
};

// Whether the networks live where this way of computing them can reach them.
bool dense_is_on_host(const at::Tensor &parameters);

void dense_epoch_on_host(const DenseEpoch &epoch);

// x (M, N, F) → logits (M, N, K)
at::Tensor dense_forward_on_host(const ct_dense_recipe &recipe, const at::Tensor &parameters, const at::Tensor &x);

}  // namespace ct
