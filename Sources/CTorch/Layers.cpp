// Convolutions, pooling, normalisation, losses and optimiser steps.
#include "Box.h"
#include "NarrowBatchNorm.h"
#include "RecordGradients.h"

extern "C" {

ct_tensor ct_linear(ct_tensor x, ct_tensor weight, ct_tensor bias) {
    return ct::tensor([&] {
        auto recorded = ct::recorded_linear(x->value, weight->value, ct::optional(bias));
        if (recorded.defined()) return recorded;
        // Keras keeps kernels as (in, out), so that the product needs no transposition.
        auto product = at::matmul(x->value, weight->value);
        return bias ? product.add_(bias->value) : product;
    });
}

// libtorch leaves windows of one element to a matrix product on one thread; oneDNN computes them at twice the rate.
static bool suits_onednn(const at::Tensor &x, const at::Tensor &weight, int axes) {
    return axes == 2 && x.device().is_cpu() && x.scalar_type() == at::kFloat && x.numel() > 0
        && weight.size(2) == 1 && weight.size(3) == 1 && !at::GradMode::is_enabled()
        && at::hasMKLDNN() && at::globalContext().userEnabledMkldnn();
}

ct_tensor ct_convolution(ct_tensor x, ct_tensor weight, ct_tensor bias, const int64_t *stride, const int64_t *padding,
                         const int64_t *dilation, int axes, int64_t groups) {
    return ct::tensor([&] {
        if (suits_onednn(x->value, weight->value, axes)) {
            return at::mkldnn_convolution(x->value, weight->value, ct::optional(bias), ct::list(padding, axes),
                                          ct::list(stride, axes), ct::list(dilation, axes), groups);
        }
        auto recorded = ct::recorded_convolution(x->value, weight->value, ct::optional(bias), ct::list(stride, axes),
                                                 ct::list(padding, axes), ct::list(dilation, axes), groups);
        if (recorded.defined()) return recorded;
        std::vector<int64_t> none(static_cast<size_t>(axes), 0);
        return at::convolution(x->value, weight->value, ct::optional(bias), ct::list(stride, axes),
                               ct::list(padding, axes), ct::list(dilation, axes), false, none, groups);
    });
}

ct_tensor ct_max_pool(ct_tensor x, const int64_t *window, const int64_t *stride, const int64_t *padding, int axes) {
    return ct::tensor([&]() -> at::Tensor {
        auto size = ct::list(window, axes), step = ct::list(stride, axes), border = ct::list(padding, axes);
        if (axes == 1) return at::max_pool1d(x->value, size, step, border);
        return axes == 2 ? at::max_pool2d(x->value, size, step, border) : at::max_pool3d(x->value, size, step, border);
    });
}

ct_tensor ct_average_pool(ct_tensor x, const int64_t *window, const int64_t *stride, const int64_t *padding, int axes) {
    return ct::tensor([&]() -> at::Tensor {
        auto size = ct::list(window, axes), step = ct::list(stride, axes), border = ct::list(padding, axes);
        if (axes == 1) return at::avg_pool1d(x->value, size, step, border, false, false);
        return axes == 2 ? at::avg_pool2d(x->value, size, step, border, false, false)
                         : at::avg_pool3d(x->value, size, step, border, false, false);
    });
}

ct_tensor ct_batch_norm(ct_tensor x, ct_tensor gamma, ct_tensor beta, ct_tensor mean, ct_tensor variance, bool training,
                        double momentum, double epsilon) {
    return ct::tensor([&] {
        const auto scale = ct::optional(gamma), shift = ct::optional(beta);
        const auto middle = ct::optional(mean), spread = ct::optional(variance);
        if (training) {
            auto narrow = ct::narrow_batch_norm(x->value, scale, shift, middle, spread, momentum, epsilon);
            if (narrow.defined()) return narrow;
        }
        return at::batch_norm(x->value, scale, shift, middle, spread, training, momentum, epsilon, false);
    });
}

ct_tensor ct_layer_norm(ct_tensor x, ct_tensor gamma, ct_tensor beta, const int64_t *shape, int rank, double epsilon) {
    return ct::tensor([&] {
        auto recorded = ct::recorded_layer_norm(x->value, ct::list(shape, rank), ct::optional(gamma),
                                                ct::optional(beta), epsilon);
        if (recorded.defined()) return recorded;
        return at::layer_norm(x->value, ct::list(shape, rank), ct::optional(gamma), ct::optional(beta), epsilon);
    });
}

ct_tensor ct_resize_2d(ct_tensor x, int64_t height, int64_t width, bool bilinear) {
    return ct::tensor([&]() -> at::Tensor {
        std::vector<int64_t> size{height, width};
        if (bilinear) return at::upsample_bilinear2d(x->value, size, false);
        return at::_upsample_nearest_exact2d(x->value, size);
    });
}

ct_tensor ct_cross_entropy(ct_tensor logits, ct_tensor labels, double label_smoothing) {
    return ct::tensor([&] {
        return at::cross_entropy_loss(logits->value, labels->value, {}, at::Reduction::Mean, -100, label_smoothing);
    });
}

ct_tensor ct_negative_log_likelihood(ct_tensor log_probabilities, ct_tensor labels) {
    return ct::tensor([&] { return at::nll_loss(log_probabilities->value, labels->value); });
}

ct_tensor ct_binary_cross_entropy_logits(ct_tensor logits, ct_tensor targets) {
    return ct::tensor([&] { return at::binary_cross_entropy_with_logits(logits->value, targets->value); });
}

int ct_sgd_step(ct_tensor parameter, ct_tensor gradient, ct_tensor velocity, double rate, double momentum, double decay,
                bool nesterov) {
    return ct::status([&] {
        at::NoGradGuard guard;
        auto g = decay == 0 ? gradient->value : gradient->value.add(parameter->value, decay);
        if (momentum != 0) {
            velocity->value.mul_(momentum).add_(g);
            g = nesterov ? g.add(velocity->value, momentum) : velocity->value;
        }
        parameter->value.add_(g, -rate);
    });
}

int ct_adam_step(ct_tensor parameter, ct_tensor gradient, ct_tensor first, ct_tensor second, int64_t step, double rate,
                 double beta1, double beta2, double epsilon, double decay, bool decoupled) {
    return ct::status([&] {
        at::NoGradGuard guard;
        auto g = gradient->value;
        if (decay != 0) {
            if (decoupled) parameter->value.mul_(1 - rate * decay);
            else g = g.add(parameter->value, decay);
        }
        first->value.mul_(beta1).add_(g, 1 - beta1);
        second->value.mul_(beta2).addcmul_(g, g, 1 - beta2);
        const double correction1 = 1 - std::pow(beta1, static_cast<double>(step));
        const double correction2 = 1 - std::pow(beta2, static_cast<double>(step));
        auto divisor = second->value.sqrt().div_(std::sqrt(correction2)).add_(epsilon);
        parameter->value.addcdiv_(first->value, divisor, -rate / correction1);
    });
}

int ct_rmsprop_step(ct_tensor parameter, ct_tensor gradient, ct_tensor square, ct_tensor velocity, double rate,
                    double rho, double momentum, double epsilon, double decay) {
    return ct::status([&] {
        at::NoGradGuard guard;
        auto g = decay == 0 ? gradient->value : gradient->value.add(parameter->value, decay);
        square->value.mul_(rho).addcmul_(g, g, 1 - rho);
        auto step = g / square->value.sqrt().add_(epsilon);
        if (momentum != 0) {
            velocity->value.mul_(momentum).add_(step);
            step = velocity->value;
        }
        parameter->value.add_(step, -rate);
    });
}

int ct_copy_into(ct_tensor destination, ct_tensor source) {
    return ct::status([&] {
        at::NoGradGuard guard;
        destination->value.copy_(source->value);
    });
}

}
