// Group and layer normalisation, recorded: the engine normalises, and each record adds sums over its positions to the
// gradients of γ and β.
#include <torch/csrc/autograd/custom_function.h>

#include "RecordGradients.h"

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// γ·x + β along some axes of x (N, …), for a tensor that is already normalised.
struct Affine : torch::autograd::Function<Affine> {
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x, const at::Tensor &scale,
                              const at::Tensor &shift, bool has_scale, bool has_shift, std::vector<int64_t> summed,
                              const c10::intrusive_ptr<ct::Recording> &recording) {
        context->save_for_backward({x, scale});
        context->saved_data["recording"] = at::IValue::make_capsule(recording);
        context->saved_data["summed"] = std::move(summed);
        context->saved_data["scales"] = has_scale;
        auto y = has_scale ? x * scale : x.clone();
        return has_shift ? y.add_(shift) : y;
    }

    static variable_list backward(AutogradContext *context, const variable_list &slopes) {
        auto recording =
            c10::static_intrusive_pointer_cast<ct::Recording>(context->saved_data["recording"].toCapsule());
        const auto saved = context->get_saved_variables();
        const auto &x = saved[0], &slope = slopes[0];
        const auto summed = context->saved_data["summed"].toIntVector();
        const bool scales = context->saved_data["scales"].toBool();
        auto add = [&](int place, const at::Tensor &terms) {
            if (place < 0) return;
            auto sum = summed.empty() ? terms : terms.sum(summed);
            recording->recorder->part(place).add_(sum.reshape({x.size(0), -1}));
        };
        if (recording->weight >= 0) add(recording->weight, slope * x);
        add(recording->bias, slope);
        variable_list result(7);
        if (recording->needs_input) result[0] = scales ? slope * saved[1] : slope;
        return result;
    }
};

// γ·x + β of a normalised x (N, …); `shape` gives γ and β the rank of x, with 1 on the axes they are shared along.
at::Tensor affine(const at::Tensor &x, const at::Tensor &gamma, const at::Tensor &beta,
                  const std::vector<int64_t> &shape, const c10::intrusive_ptr<ct::Recording> &recording) {
    std::vector<int64_t> summed;
    for (int64_t axis = 1; axis < x.dim(); axis++) {
        if (shape[static_cast<size_t>(axis)] == 1 && x.size(axis) != 1) summed.push_back(axis);
    }
    const auto scale = (gamma.defined() ? gamma : beta).reshape(shape);
    const auto shift = (beta.defined() ? beta : gamma).reshape(shape);
    recording->needs_input = x.requires_grad();
    return Affine::apply(x, scale, shift, gamma.defined(), beta.defined(), summed, recording);
}

}  // namespace

namespace ct {

at::Tensor recorded_group_norm(const at::Tensor &x, int64_t groups, const at::Tensor &gamma, const at::Tensor &beta,
                               double epsilon) {
    auto call = recording<Recording>(x, gamma, beta);
    if (!call || groups <= 0 || x.size(1) % groups != 0 || x.numel() == 0) return {};
    auto on_host = recorded_group_norm_on_host(x, groups, gamma, beta, epsilon);
    if (on_host.defined()) return on_host;
    std::vector<int64_t> shape(static_cast<size_t>(x.dim()), 1);
    shape[1] = x.size(1);
    return affine(at::group_norm(x, groups, {}, {}, epsilon, false), gamma, beta, shape, call);
}

at::Tensor recorded_layer_norm(const at::Tensor &x, at::IntArrayRef shape, const at::Tensor &gamma,
                               const at::Tensor &beta, double epsilon) {
    auto call = recording<Recording>(x, gamma, beta);
    if (!call || static_cast<int64_t>(shape.size()) >= x.dim()) return {};
    std::vector<int64_t> full(static_cast<size_t>(x.dim()), 1);
    std::copy(shape.begin(), shape.end(), full.end() - static_cast<std::ptrdiff_t>(shape.size()));
    return affine(at::layer_norm(x, shape, {}, {}, epsilon), gamma, beta, full, call);
}

}  // namespace ct
