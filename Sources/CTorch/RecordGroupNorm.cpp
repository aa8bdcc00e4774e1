// Group normalisation on the processor, recorded. What a record adds to the gradients of γ and β are sums over its
// positions, which the gradient by the input needs anyway.
#include <torch/csrc/autograd/custom_function.h>

#include <numeric>

#include "RecordGradients.h"
#include "Wide.h"

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// One application of a group normalisation on the processor, as (records, positions, features).
struct Groups : ct::Recording {
    int64_t records, positions, features, groups;
    at::Tensor gamma;                   // undefined: 1
    std::vector<float> mean, deviation;  // (records, features): those of the feature's group, and 1 / √(σ² + ε)

    // Averages per-feature sums over each group's features.
    void spread(std::vector<double> &sums) const {
        const int64_t width = features / groups;
        for (int64_t group = 0; group < groups; group++) {
            auto first = sums.begin() + group * width;
            const double mean = std::accumulate(first, first + width, 0.0) / static_cast<double>(width * positions);
            std::fill(first, first + width, mean);
        }
    }
};

// Positions that are summed up in single precision before they join a sum in double precision.
constexpr int64_t block = 64;

CT_WIDE void add_values(float *__restrict sum, const float *__restrict x, int64_t rows, int64_t width) {
    for (int64_t r = 0; r < rows; r++, x += width) {
        for (int64_t j = 0; j < width; j++) sum[j] += x[j];
    }
}

CT_WIDE void add_squares(float *__restrict sum, const float *__restrict x, const float *__restrict mean, int64_t rows,
                         int64_t width) {
    for (int64_t r = 0; r < rows; r++, x += width) {
        for (int64_t j = 0; j < width; j++) sum[j] += (x[j] - mean[j]) * (x[j] - mean[j]);
    }
}

CT_WIDE void add_products(float *__restrict sum, const float *__restrict x, const float *__restrict mean,
                          const float *__restrict slope, int64_t rows, int64_t width) {
    for (int64_t r = 0; r < rows; r++, x += width, slope += width) {
        for (int64_t j = 0; j < width; j++) sum[j] += (x[j] - mean[j]) * slope[j];
    }
}

// y = (x − µ)·a + b
CT_WIDE void scale(float *__restrict y, const float *__restrict x, const float *__restrict mean,
                   const float *__restrict a, const float *__restrict b, int64_t rows, int64_t width) {
    for (int64_t r = 0; r < rows; r++, x += width, y += width) {
        for (int64_t j = 0; j < width; j++) y[j] = (x[j] - mean[j]) * a[j] + b[j];
    }
}

// y = dy·a − (x − µ)·b − c
CT_WIDE void slope_below(float *__restrict y, const float *__restrict slope, const float *__restrict x,
                         const float *__restrict mean, const float *__restrict a, const float *__restrict b,
                         const float *__restrict c, int64_t rows, int64_t width) {
    for (int64_t r = 0; r < rows; r++, x += width, y += width, slope += width) {
        for (int64_t j = 0; j < width; j++) y[j] = slope[j] * a[j] - (x[j] - mean[j]) * b[j] - c[j];
    }
}

// The sum over a record's positions, feature by feature, of what `add` adds up for some of them.
template <typename Add> void sum(std::vector<double> &total, std::vector<float> &part, int64_t positions, Add add) {
    std::fill(total.begin(), total.end(), 0.0);
    for (int64_t start = 0; start < positions; start += block) {
        std::fill(part.begin(), part.end(), 0.0f);
        add(part.data(), start, std::min(block, positions - start));
        for (size_t j = 0; j < total.size(); j++) total[j] += part[j];
    }
}

// (N, C, …) as (N, positions, C) in row-major order: free for what lies channels-last.
at::Tensor features_last(const at::Tensor &x) {
    return x.dim() == 2 ? x.unsqueeze(1).contiguous() : x.flatten(2).transpose(1, 2).contiguous();
}

// The same seen as (N, C, …) again.
at::Tensor features_first(const at::Tensor &y, at::IntArrayRef shape) {
    std::vector<int64_t> inner{shape[0]}, order{0, static_cast<int64_t>(shape.size()) - 1};
    for (size_t axis = 2; axis < shape.size(); axis++) {
        inner.push_back(shape[axis]);
        order.push_back(static_cast<int64_t>(axis) - 1);
    }
    inner.push_back(shape[1]);
    return y.view(inner).permute(order);
}

float *data(const at::Tensor &tensor) { return static_cast<float *>(tensor.data_ptr()); }

struct GroupNorm : torch::autograd::Function<GroupNorm> {
    // The second tensor, a parameter, is there to ask for a backward pass where the input does not.
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x, const at::Tensor &, double epsilon,
                              const c10::intrusive_ptr<Groups> &call) {
        const int64_t width = call->features, size = call->positions * width;
        const auto input = features_last(x);
        auto y = at::empty_like(input);
        const auto count = static_cast<size_t>(width);
        std::vector<double> total(count);
        std::vector<float> part(count), a(count), b(count);
        call->mean.resize(static_cast<size_t>(call->records) * count);
        call->deviation.resize(call->mean.size());
        const float *gamma = call->gamma.defined() ? data(call->gamma) : nullptr;
        const float *beta = call->bias_value.defined() ? data(call->bias_value) : nullptr;
        for (int64_t record = 0; record < call->records; record++) {
            const float *own = data(input) + record * size;
            float *mean = call->mean.data() + record * width, *deviation = call->deviation.data() + record * width;
            sum(total, part, call->positions, [&](float *to, int64_t start, int64_t rows) {
                add_values(to, own + start * width, rows, width);
            });
            call->spread(total);
            std::copy(total.begin(), total.end(), mean);
            sum(total, part, call->positions, [&](float *to, int64_t start, int64_t rows) {
                add_squares(to, own + start * width, mean, rows, width);
            });
            call->spread(total);
            for (size_t j = 0; j < count; j++) {
                deviation[j] = static_cast<float>(1 / std::sqrt(total[j] + epsilon));
                a[j] = gamma ? gamma[j] * deviation[j] : deviation[j];
                b[j] = beta ? beta[j] : 0;
            }
            scale(data(y) + record * size, own, mean, a.data(), b.data(), call->positions, width);
        }
        context->save_for_backward({input});
        context->saved_data["call"] = at::IValue::make_capsule(call);
        return features_first(y, x.sizes());
    }

    static variable_list backward(AutogradContext *context, const variable_list &slopes) {
        auto call = c10::static_intrusive_pointer_cast<Groups>(context->saved_data["call"].toCapsule());
        const int64_t width = call->features, size = call->positions * width;
        const auto input = context->get_saved_variables()[0], slope = features_last(slopes[0]);
        auto below = call->needs_input ? at::empty_like(input) : at::Tensor();
        const auto count = static_cast<size_t>(width);
        std::vector<double> shifts(count), scales(count);
        std::vector<float> part(count), a(count), b(count), c(count);
        const float *gamma = call->gamma.defined() ? data(call->gamma) : nullptr;
        for (int64_t record = 0; record < call->records; record++) {
            const float *own = data(input) + record * size, *above = data(slope) + record * size;
            const float *mean = call->mean.data() + record * width;
            const float *deviation = call->deviation.data() + record * width;
            sum(shifts, part, call->positions, [&](float *to, int64_t start, int64_t rows) {
                add_values(to, above + start * width, rows, width);
            });
            sum(scales, part, call->positions, [&](float *to, int64_t start, int64_t rows) {
                add_products(to, own + start * width, mean, above + start * width, rows, width);
            });
            for (size_t j = 0; j < count; j++) scales[j] *= deviation[j];
            add(*call, call->weight, record, scales);
            add(*call, call->bias, record, shifts);
            if (!call->needs_input) continue;
            for (size_t j = 0; j < count; j++) {
                a[j] = gamma ? gamma[j] * deviation[j] : deviation[j];
                if (!gamma) continue;
                shifts[j] *= gamma[j];
                scales[j] *= gamma[j];
            }
            call->spread(shifts);
            call->spread(scales);
            for (size_t j = 0; j < count; j++) {
                b[j] = static_cast<float>(deviation[j] * deviation[j] * scales[j]);
                c[j] = static_cast<float>(deviation[j] * shifts[j]);
            }
            slope_below(data(below) + record * size, above, own, mean, a.data(), b.data(), c.data(), call->positions,
                        width);
        }
        variable_list result(4);
        if (call->needs_input) result[0] = features_first(below, slopes[0].sizes());
        return result;
    }

    static void add(const Groups &call, int place, int64_t record, const std::vector<double> &sums) {
        if (place < 0) return;
        float *values = call.recorder->values(place, record);
        for (size_t j = 0; j < sums.size(); j++) values[j] += static_cast<float>(sums[j]);
    }
};

bool is_plain(const at::Tensor &tensor) {
    return !tensor.defined() || (tensor.is_cpu() && tensor.scalar_type() == at::kFloat && tensor.is_contiguous());
}

}  // namespace

namespace ct {

at::Tensor recorded_group_norm_on_host(const at::Tensor &x, int64_t groups, const at::Tensor &gamma,
                                       const at::Tensor &beta, double epsilon) {
    if (!x.is_cpu() || x.scalar_type() != at::kFloat || !is_plain(gamma) || !is_plain(beta)) return {};
    auto call = recording<Groups>(x, gamma, beta);
    if (!call) return {};
    call->records = x.size(0);
    call->features = x.size(1);
    call->positions = x.numel() / (x.size(0) * x.size(1));
    call->groups = groups;
    if (gamma.defined()) call->gamma = gamma.detach();
    return GroupNorm::apply(x, gamma.defined() ? gamma : beta, epsilon, call);
}

}  // namespace ct
