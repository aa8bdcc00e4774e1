// Batch normalisation of bfloat16 numbers in training, forward and back. libtorch's takes as long as the convolutions
// around it: here the channels of a position stand side by side in one register, and each pass reads the batch once.
#include "NarrowBatchNorm.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cstring>

#include "Wide.h"

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr int64_t lanes = 16;
typedef float Floats __attribute__((vector_size(64)));
typedef uint32_t Words __attribute__((vector_size(64)));
typedef uint16_t Halves __attribute__((vector_size(32)));

#define CT_INLINE inline __attribute__((always_inline))

CT_INLINE void load(Floats &to, const float *from) { std::memcpy(&to, from, sizeof to); }

CT_INLINE void store(float *to, const Floats &from) { std::memcpy(to, &from, sizeof from); }

CT_INLINE void widen(Floats &to, const uint16_t *from) {
    Halves halves;
    std::memcpy(&halves, from, sizeof halves);
    const Words words = __builtin_convertvector(halves, Words) << 16;
    std::memcpy(&to, &words, sizeof to);
}

// To the nearest, ties to even. What is not a number stays so: the processor's own has no digits that could carry.
CT_INLINE void narrow(uint16_t *to, const Floats &from) {
    Words words;
    std::memcpy(&words, &from, sizeof words);
    words = (words + 0x7fff + ((words >> 16) & 1)) >> 16;
    const Halves halves = __builtin_convertvector(words, Halves);
    std::memcpy(to, &halves, sizeof halves);
}

// Sums that run side by side, since each addition waits for the one before it.
constexpr int64_t strands = 4;

CT_INLINE void total(float *to, const Floats *sums) {
    const Floats all = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    store(to, all);
}

CT_INLINE void add_moments(Floats &sum, Floats &squares, const uint16_t *x, const Floats &shift) {
    Floats v;
    widen(v, x);
    v -= shift;
    sum += v;
    squares += v * v;
}

CT_INLINE void add_slopes(Floats &sum, Floats &products, const uint16_t *slope, const uint16_t *x,
                          const Floats &mean) {
    Floats u, v;
    widen(u, slope);
    widen(v, x);
    sum += u;
    products += u * (v - mean);
}

// Per channel Σ(x − o) and Σ(x − o)².
CT_WIDEST void moments(float *sum, float *squares, const uint16_t *x, const float *origin, int64_t rows, int64_t width) {
    for (int64_t c = 0; c < width; c += lanes) {
        Floats shift, s[strands] = {}, q[strands] = {};
        load(shift, origin + c);
        int64_t r = 0;
        for (; r + strands <= rows; r += strands) {
            for (int64_t k = 0; k < strands; k++) add_moments(s[k], q[k], x + (r + k) * width + c, shift);
        }
        for (; r < rows; r++) add_moments(s[0], q[0], x + r * width + c, shift);
        total(sum + c, s);
        total(squares + c, q);
    }
}

// Per channel Σs and Σs·(x − µ).
CT_WIDEST void slopes(float *sum, float *products, const uint16_t *slope, const uint16_t *x, const float *mean,
                      int64_t rows, int64_t width) {
    for (int64_t c = 0; c < width; c += lanes) {
        Floats middle, s[strands] = {}, p[strands] = {};
        load(middle, mean + c);
        int64_t r = 0;
        for (; r + strands <= rows; r += strands) {
            for (int64_t k = 0; k < strands; k++) {
                const int64_t place = (r + k) * width + c;
                add_slopes(s[k], p[k], slope + place, x + place, middle);
            }
        }
        for (; r < rows; r++) add_slopes(s[0], p[0], slope + r * width + c, x + r * width + c, middle);
        total(sum + c, s);
        total(products + c, p);
    }
}

// y = a·x + b
CT_WIDEST void scale(uint16_t *y, const uint16_t *x, const float *a, const float *b, int64_t rows, int64_t width) {
    for (int64_t c = 0; c < width; c += lanes) {
        Floats factor, shift;
        load(factor, a + c);
        load(shift, b + c);
        for (int64_t r = 0; r < rows; r++) {
            Floats v;
            widen(v, x + r * width + c);
            narrow(y + r * width + c, v * factor + shift);
        }
    }
}

// y = a·s + b·x + c
CT_WIDEST void combine(uint16_t *y, const uint16_t *slope, const uint16_t *x, const float *a, const float *b,
                       const float *shift, int64_t rows, int64_t width) {
    for (int64_t c = 0; c < width; c += lanes) {
        Floats first, second, third;
        load(first, a + c);
        load(second, b + c);
        load(third, shift + c);
        for (int64_t r = 0; r < rows; r++) {
            Floats u, v;
            widen(u, slope + r * width + c);
            widen(v, x + r * width + c);
            narrow(y + r * width + c, u * first + v * second + third);
        }
    }
}

// A batch as (positions, channels), in blocks that fit a processor's first cache; cut the same way whatever the threads.
struct Blocks {
    const int64_t rows, width;
    const int64_t size = std::max<int64_t>(strands, 8192 / width / strands * strands);
    const int64_t count = (rows + size - 1) / size;

    template <class Body> void each(const Body &body) const {
        at::parallel_for(0, count, 1, [&](int64_t from, int64_t to) {
            for (int64_t block = from; block < to; block++) {
                const int64_t start = block * size;
                body(block, start * width, std::min(size, rows - start));
            }
        });
    }

    // Two sums per channel over all blocks, in their order.
    template <class Body> void sums(std::vector<double> &first, std::vector<double> &second, const Body &body) const {
        const auto channels = static_cast<size_t>(width);
        std::vector<float> parts(static_cast<size_t>(count) * channels * 2);
        each([&](int64_t block, int64_t place, int64_t own) {
            float *part = parts.data() + block * width * 2;
            body(part, part + width, place, own);
        });
        first.assign(channels, 0);
        second.assign(channels, 0);
        for (size_t block = 0; block < static_cast<size_t>(count); block++) {
            const float *part = parts.data() + block * channels * 2;
            for (size_t c = 0; c < channels; c++) {
                first[c] += part[c];
                second[c] += part[channels + c];
            }
        }
    }
};

uint16_t *halves(const at::Tensor &tensor) { return static_cast<uint16_t *>(tensor.data_ptr()); }

float *floats(const at::Tensor &tensor) { return static_cast<float *>(tensor.data_ptr()); }

const std::vector<int64_t> channels_last{0, 2, 3, 1}, channels_second{0, 3, 1, 2};

struct NarrowBatchNorm : torch::autograd::Function<NarrowBatchNorm> {
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x, const at::Tensor &gamma,
                              const at::Tensor &beta, const at::Tensor &moving_mean,
                              const at::Tensor &moving_variance, double momentum, double epsilon) {
        const auto input = x.permute(channels_last);
        const int64_t width = input.size(3), rows = input.numel() / width;
        const auto channels = static_cast<size_t>(width);
        const Blocks blocks{rows, width};
        // Squares are taken about the first position: their digits do not go to a mean far from 0.
        std::vector<float> origin(channels), a(channels), b(channels);
        for (size_t c = 0; c < channels; c += lanes) {
            Floats first;
            widen(first, halves(input) + c);
            store(origin.data() + c, first);
        }
        std::vector<double> sum, squares;
        blocks.sums(sum, squares, [&](float *to, float *to_squares, int64_t place, int64_t own) {
            moments(to, to_squares, halves(input) + place, origin.data(), own, width);
        });
        auto mean = at::empty({width}, at::kFloat), deviation = at::empty({width}, at::kFloat);
        for (size_t c = 0; c < channels; c++) {
            const double offset = sum[c] / static_cast<double>(rows);
            const double variance = std::max(0.0, squares[c] / static_cast<double>(rows) - offset * offset);
            const double middle = origin[c] + offset, inverse = 1 / std::sqrt(variance + epsilon);
            const double factor = floats(gamma)[c] * inverse;
            floats(mean)[c] = static_cast<float>(middle);
            floats(deviation)[c] = static_cast<float>(inverse);
            a[c] = static_cast<float>(factor);
            b[c] = static_cast<float>(floats(beta)[c] - middle * factor);
            const double unbiased = variance * static_cast<double>(rows) / static_cast<double>(rows - 1);
            float *own_mean = floats(moving_mean) + c, *own_variance = floats(moving_variance) + c;
            *own_mean = static_cast<float>((1 - momentum) * *own_mean + momentum * middle);
            *own_variance = static_cast<float>((1 - momentum) * *own_variance + momentum * unbiased);
        }
        auto y = at::empty_like(input);
        blocks.each([&](int64_t, int64_t place, int64_t own) {
            scale(halves(y) + place, halves(input) + place, a.data(), b.data(), own, width);
        });
        context->save_for_backward({input, gamma, mean, deviation});
        return y.permute(channels_second);
    }

    static variable_list backward(AutogradContext *context, const variable_list &above) {
        const auto saved = context->get_saved_variables();
        const auto &input = saved[0], &gamma = saved[1], &mean = saved[2], &deviation = saved[3];
        const auto slope = above[0].permute(channels_last).to(at::kBFloat16).contiguous();
        const int64_t width = input.size(3), rows = input.numel() / width;
        const auto channels = static_cast<size_t>(width);
        const Blocks blocks{rows, width};
        std::vector<double> sum, products;
        blocks.sums(sum, products, [&](float *to, float *to_products, int64_t place, int64_t own) {
            slopes(to, to_products, halves(slope) + place, halves(input) + place, floats(mean), own, width);
        });
        auto by_gamma = at::empty({width}, at::kFloat), by_beta = at::empty({width}, at::kFloat);
        std::vector<float> a(channels), b(channels), shift(channels);
        for (size_t c = 0; c < channels; c++) {
            const double inverse = floats(deviation)[c], factor = floats(gamma)[c] * inverse;
            const double count = static_cast<double>(rows);
            const double towards = -factor * inverse * inverse * products[c] / count;
            floats(by_gamma)[c] = static_cast<float>(products[c] * inverse);
            floats(by_beta)[c] = static_cast<float>(sum[c]);
            a[c] = static_cast<float>(factor);
            b[c] = static_cast<float>(towards);
            shift[c] = static_cast<float>(-factor * sum[c] / count - towards * floats(mean)[c]);
        }
        auto below = at::empty_like(input);
        blocks.each([&](int64_t, int64_t place, int64_t own) {
            combine(halves(below) + place, halves(slope) + place, halves(input) + place, a.data(), b.data(),
                    shift.data(), own, width);
        });
        return {below.permute(channels_second), by_gamma, by_beta, {}, {}, {}, {}};
    }
};

bool is_plain(const at::Tensor &values, int64_t width) {
    return values.defined() && values.device().is_cpu() && values.scalar_type() == at::kFloat && values.dim() == 1
        && values.numel() == width && values.is_contiguous();
}

}  // namespace

at::Tensor ct::narrow_batch_norm(const at::Tensor &x, const at::Tensor &gamma, const at::Tensor &beta,
                                 const at::Tensor &mean, const at::Tensor &variance, double momentum,
                                 double epsilon) {
    if (x.scalar_type() != at::kBFloat16 || !x.device().is_cpu() || x.dim() != 4) return {};
    const int64_t width = x.size(1);
    if (width == 0 || width % lanes != 0 || x.numel() / width < 2) return {};
    for (const auto *values : {&gamma, &beta, &mean, &variance}) {
        if (!is_plain(*values, width)) return {};
    }
    if (!x.permute(channels_last).is_contiguous()) return {};
    return NarrowBatchNorm::apply(x, gamma, beta, mean, variance, momentum, epsilon);
}
