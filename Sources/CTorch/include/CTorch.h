// libtorch seen from C. No C++ type and no C++ exception crosses this header:
// a function that can fail returns NULL or a non-zero status, and ct_last_error() says why, per thread.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ct_tensor_box *ct_tensor;        // owned by the caller; released by ct_free
typedef struct ct_generator_box *ct_generator;  // owned by the caller; released by ct_generator_free

enum ct_dtype { CT_FLOAT32 = 0, CT_FLOAT64 = 1, CT_INT64 = 2, CT_UINT8 = 3, CT_BOOL = 4, CT_BFLOAT16 = 5 };
enum ct_device { CT_CPU = 0, CT_CUDA = 1 };

enum ct_unary_op {
    CT_RELU, CT_SIGMOID, CT_TANH, CT_EXP, CT_LOG, CT_SQRT, CT_RSQRT, CT_NEG, CT_ABS, CT_SQUARE,
    CT_SOFTPLUS, CT_SOFTSIGN, CT_GELU, CT_GELU_TANH, CT_SILU, CT_ELU, CT_SELU, CT_RELU6, CT_FLOOR, CT_LOG1P,
    CT_MISH, CT_CONTIGUOUS, CT_DETACH, CT_CLONE, CT_LOG_SIGMOID
};
enum ct_binary_op {
    CT_ADD, CT_SUB, CT_MUL, CT_DIV, CT_MAXIMUM, CT_MINIMUM, CT_MATMUL, CT_EQUAL, CT_LESS, CT_POWER
};
enum ct_scalar_op {
    CT_ADD_S, CT_MUL_S, CT_POW_S, CT_CLAMP_MIN_S, CT_CLAMP_MAX_S, CT_LEAKY_RELU_S, CT_ELU_S,
    CT_CELU_S, CT_HARD_SHRINK_S, CT_SOFT_SHRINK_S
};
enum ct_reduce_op { CT_SUM, CT_MEAN, CT_AMAX, CT_AMIN, CT_VARIANCE };

// Library
const char *ct_last_error(void);
const char *ct_version(void);
void ct_set_threads(int count);
bool ct_has_fast_bfloat16(void);  // matrix instructions of the processor, and the system lets them be used  // intra-operation threads of the calling thread
int ct_threads(void);
bool ct_cuda_available(void);
void ct_set_gradients(bool enabled);  // of the calling thread
bool ct_gradients(void);

// Making and reading
ct_tensor ct_from_bytes(const void *data, enum ct_dtype dtype, const int64_t *shape, int rank, enum ct_device device);
ct_tensor ct_full(double value, enum ct_dtype dtype, const int64_t *shape, int rank, enum ct_device device);
int ct_copy_out(ct_tensor tensor, enum ct_dtype dtype, void *out, int64_t count);
void ct_free(ct_tensor tensor);
int ct_rank(ct_tensor tensor);
int64_t ct_size(ct_tensor tensor, int axis);
int ct_dtype_of(ct_tensor tensor);  // -1: another type
int ct_device_of(ct_tensor tensor);
bool ct_is_contiguous(ct_tensor tensor);  // in row-major order
ct_tensor ct_to_dtype(ct_tensor tensor, enum ct_dtype dtype);
ct_tensor ct_to_device(ct_tensor tensor, enum ct_device device);

// Seeded randomness (always drawn on the CPU, so that a device does not change a result)
ct_generator ct_generator_new(uint64_t seed);
void ct_generator_free(ct_generator generator);
ct_tensor ct_normal(ct_generator generator, double mean, double deviation, const int64_t *shape, int rank);
ct_tensor ct_uniform(ct_generator generator, double low, double high, const int64_t *shape, int rank);

// Gradients
int ct_set_requires_gradient(ct_tensor tensor, bool on);
bool ct_requires_gradient(ct_tensor tensor);
int ct_backward(ct_tensor loss);
ct_tensor ct_gradient(ct_tensor tensor);  // NULL without an error where there is none
void ct_clear_gradient(ct_tensor tensor);

// Gradients record by record, on the calling thread. Between begin and end, layers that take a registered parameter as
// it is and a batch of that many records (see RecordGradients.h) add nothing to its gradient: backward writes each
// record's share into rows (N, P), all parameters side by side. A registered parameter that anything else takes gets
// its gradient as ever, by which a caller knows that the rows lack something.
int ct_record_begin(const ct_tensor *parameters, int count, int64_t records);
ct_tensor ct_recorded(void);  // shares its memory with the recorder
void ct_record_end(void);
ct_tensor ct_row_norms(ct_tensor rows);  // Euclidean, (N, P) -> (N) in double precision

// Arithmetic
ct_tensor ct_unary(enum ct_unary_op op, ct_tensor x);
ct_tensor ct_binary(enum ct_binary_op op, ct_tensor a, ct_tensor b);
ct_tensor ct_scalar(enum ct_scalar_op op, ct_tensor x, double value);
ct_tensor ct_reduce(enum ct_reduce_op op, ct_tensor x, const int64_t *axes, int count, bool keep);
ct_tensor ct_argmax(ct_tensor x, int64_t axis);
ct_tensor ct_softmax(ct_tensor x, int64_t axis);
ct_tensor ct_log_softmax(ct_tensor x, int64_t axis);
ct_tensor ct_where(ct_tensor condition, ct_tensor a, ct_tensor b);
ct_tensor ct_baddbmm(ct_tensor bias, ct_tensor a, ct_tensor b);

// Shape
ct_tensor ct_reshape(ct_tensor x, const int64_t *shape, int rank);
ct_tensor ct_permute(ct_tensor x, const int64_t *axes, int rank);
ct_tensor ct_slice(ct_tensor x, int64_t axis, int64_t start, int64_t end, int64_t step);
ct_tensor ct_concatenate(const ct_tensor *tensors, int count, int64_t axis);
ct_tensor ct_index_select(ct_tensor x, int64_t axis, ct_tensor index);
ct_tensor ct_pad(ct_tensor x, const int64_t *pads, int count, double value);  // last axis first, two per axis
ct_tensor ct_repeat_interleave(ct_tensor x, int64_t repeats, int64_t axis);

// Layers (channels first; a channels-last tensor comes as a permuted view, which the engine handles as such)
ct_tensor ct_linear(ct_tensor x, ct_tensor weight, ct_tensor bias);
ct_tensor ct_convolution(ct_tensor x, ct_tensor weight, ct_tensor bias, const int64_t *stride, const int64_t *padding,
                         const int64_t *dilation, int axes, int64_t groups);
ct_tensor ct_max_pool(ct_tensor x, const int64_t *window, const int64_t *stride, const int64_t *padding, int axes);
// the mean of the elements inside
ct_tensor ct_average_pool(ct_tensor x, const int64_t *window, const int64_t *stride, const int64_t *padding, int axes);
ct_tensor ct_batch_norm(ct_tensor x, ct_tensor gamma, ct_tensor beta, ct_tensor mean, ct_tensor variance, bool training,
                        double momentum, double epsilon);
ct_tensor ct_layer_norm(ct_tensor x, ct_tensor gamma, ct_tensor beta, const int64_t *shape, int rank, double epsilon);
ct_tensor ct_resize_2d(ct_tensor x, int64_t height, int64_t width, bool bilinear);  // half-pixel centres
ct_tensor ct_transposed_convolution(ct_tensor x, ct_tensor weight, ct_tensor bias, const int64_t *stride,
                                    const int64_t *padding, const int64_t *output_padding, const int64_t *dilation,
                                    int axes);
ct_tensor ct_adaptive_pool(ct_tensor x, const int64_t *size, int axes, bool maximum);
ct_tensor ct_group_norm(ct_tensor x, int64_t groups, ct_tensor gamma, ct_tensor beta, double epsilon);
ct_tensor ct_windows(ct_tensor x, int64_t axis, int64_t size, int64_t step);  // a view; the window's axis is the last
ct_tensor ct_einsum(const char *equation, const ct_tensor *tensors, int count);
ct_tensor ct_bucketize(ct_tensor x, ct_tensor boundaries);  // how many boundaries each value reaches
ct_tensor ct_sort_descending(ct_tensor x, int64_t axis);
ct_tensor ct_cumulative_sum(ct_tensor x, int64_t axis);

// Sequences
ct_tensor ct_select(ct_tensor x, int64_t axis, int64_t index);  // one element of an axis, the axis gone
ct_tensor ct_stack(const ct_tensor *tensors, int count, int64_t axis);
ct_tensor ct_flip(ct_tensor x, int64_t axis);
int ct_unbind(ct_tensor x, int64_t axis, ct_tensor *elements, int count);  // all elements of an axis, the axis gone
int ct_chunk(ct_tensor x, int64_t axis, ct_tensor *parts, int count);      // equal parts of an axis
int ct_singular_values(ct_tensor x, ct_tensor *parts);  // of a matrix: left vectors, values falling, right vectors
ct_tensor ct_orthogonal(ct_generator generator, int64_t rows, int64_t columns);

// Fourier transforms: the sum of `times` draws modulo `size`, of a distribution on 0 … count − 1; out: size doubles
int ct_self_convolution(const double *masses, int64_t count, int64_t times, int64_t size, double *out);

// Losses: mean over records
ct_tensor ct_cross_entropy(ct_tensor logits, ct_tensor labels, double label_smoothing);
ct_tensor ct_negative_log_likelihood(ct_tensor log_probabilities, ct_tensor labels);
ct_tensor ct_binary_cross_entropy_logits(ct_tensor logits, ct_tensor targets);

// Optimiser steps, in place, for one parameter
int ct_sgd_step(ct_tensor parameter, ct_tensor gradient, ct_tensor velocity, double rate, double momentum, double decay,
                bool nesterov);
int ct_adam_step(ct_tensor parameter, ct_tensor gradient, ct_tensor first, ct_tensor second, int64_t step, double rate,
                 double beta1, double beta2, double epsilon, double decay, bool decoupled);
int ct_rmsprop_step(ct_tensor parameter, ct_tensor gradient, ct_tensor square, ct_tensor velocity, double rate,
                    double rho, double momentum, double epsilon, double decay);
int ct_copy_into(ct_tensor destination, ct_tensor source);

// M dense networks of one shape, trained as one batched computation (see BatchedDense.cpp)
struct ct_dense_recipe {
    int layers;                // dense layers
    const int64_t *sizes;      // layers + 1: input, hidden …, output
    const int *activations;    // layers: after each dense layer; 0 none, 1 relu, 2 tanh, 3 sigmoid
    const double *dropout;     // layers: share of the layer's output dropped in training
    bool logistic;             // one logit against 0/1 targets; else softmax cross-entropy against class indices
    int optimizer;             // 0 SGD, 1 Adam, 2 AdamW
    double momentum;
    bool nesterov;
    double decay;
};
// parameters, first, second: (M, P), P = Σ sizes[l]·sizes[l+1] + sizes[l+1], per layer kernel (in, out) then bias (out).
// features (R, F); rows (M, steps·B) int64, the row of `features` each slot takes; targets (M, steps·B) int64;
// weights (M, steps·B) float, 0 for a slot that pads, each step's weights of a network summing to 1 or 0.
// generators: one per network, read only where the recipe drops something.
int ct_dense_epoch(const struct ct_dense_recipe *recipe, ct_tensor parameters, ct_tensor first, ct_tensor second,
                   int64_t done, double rate, ct_tensor features, ct_tensor rows, ct_tensor targets, ct_tensor weights,
                   int64_t batch, const ct_generator *generators);
// x (M, N, F) → logits (M, N, K)
ct_tensor ct_dense_forward(const struct ct_dense_recipe *recipe, ct_tensor parameters, ct_tensor x);

#ifdef __cplusplus
}
#endif

#include "CTorchScript.h"
