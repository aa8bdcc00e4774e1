// Transposed convolutions, windows as views, adaptive pooling, grouped normalisation, contractions and orderings.
#include "Box.h"
#include "RecordGradients.h"

extern "C" {

ct_tensor ct_transposed_convolution(ct_tensor x, ct_tensor weight, ct_tensor bias, const int64_t *stride,
                                    const int64_t *padding, const int64_t *output_padding, const int64_t *dilation,
                                    int axes) {
    return ct::tensor([&] {
        return at::convolution(x->value, weight->value, ct::optional(bias), ct::list(stride, axes),
                               ct::list(padding, axes), ct::list(dilation, axes), true,
                               ct::list(output_padding, axes), 1);
    });
}

ct_tensor ct_adaptive_pool(ct_tensor x, const int64_t *size, int axes, bool maximum) {
    return ct::tensor([&]() -> at::Tensor {
        const auto &v = x->value;
        auto list = ct::list(size, axes);
        if (maximum) {
            return axes == 2 ? std::get<0>(at::adaptive_max_pool2d(v, list))
                             : std::get<0>(at::adaptive_max_pool3d(v, list));
        }
        return axes == 2 ? at::adaptive_avg_pool2d(v, list) : at::adaptive_avg_pool3d(v, list);
    });
}

ct_tensor ct_group_norm(ct_tensor x, int64_t groups, ct_tensor gamma, ct_tensor beta, double epsilon) {
    return ct::tensor([&] {
        auto recorded = ct::recorded_group_norm(x->value, groups, ct::optional(gamma), ct::optional(beta), epsilon);
        if (recorded.defined()) return recorded;
        // libtorch 1.13 cannot derive by β where there is no γ.
        auto scale = gamma ? gamma->value : beta ? at::ones_like(beta->value) : at::Tensor();
        return at::group_norm(x->value, groups, scale, ct::optional(beta), epsilon, false);
    });
}

ct_tensor ct_windows(ct_tensor x, int64_t axis, int64_t size, int64_t step) {
    return ct::tensor([&] { return x->value.unfold(axis, size, step); });
}

ct_tensor ct_einsum(const char *equation, const ct_tensor *tensors, int count) {
    return ct::tensor([&] {
        std::vector<at::Tensor> values;
        for (int i = 0; i < count; i++) values.push_back(tensors[i]->value);
        return at::einsum(equation, values);
    });
}

ct_tensor ct_bucketize(ct_tensor x, ct_tensor boundaries) {
    return ct::tensor([&] { return at::bucketize(x->value, boundaries->value, false, true); });
}

ct_tensor ct_sort_descending(ct_tensor x, int64_t axis) {
    return ct::tensor([&] { return std::get<0>(at::sort(x->value, axis, true)); });
}

ct_tensor ct_cumulative_sum(ct_tensor x, int64_t axis) {
    return ct::tensor([&] { return at::cumsum(x->value, axis); });
}

}
