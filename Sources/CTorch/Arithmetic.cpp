// Elementwise operations, reductions and shapes.
#include "Box.h"
#include "RecordGradients.h"

extern "C" {

ct_tensor ct_unary(enum ct_unary_op op, ct_tensor x) {
    return ct::tensor([&]() -> at::Tensor {
        const auto &v = x->value;
        switch (op) {
            case CT_RELU: return at::relu(v);
            case CT_SIGMOID: return at::sigmoid(v);
            case CT_TANH: return at::tanh(v);
            case CT_EXP: return at::exp(v);
            case CT_LOG: return at::log(v);
            case CT_SQRT: return at::sqrt(v);
            case CT_RSQRT: return at::rsqrt(v);
            case CT_NEG: return at::neg(v);
            case CT_ABS: return at::abs(v);
            case CT_SQUARE: return at::square(v);
            case CT_SOFTPLUS: return at::softplus(v);
            case CT_SOFTSIGN: return v / (at::abs(v) + 1);
            case CT_GELU: return at::gelu(v);
            case CT_GELU_TANH: return at::gelu(v, "tanh");
            case CT_SILU: return at::silu(v);
            case CT_ELU: return at::elu(v);
            case CT_SELU: return at::selu(v);
            case CT_RELU6: return at::hardtanh(v, 0, 6);
            case CT_FLOOR: return at::floor(v);
            case CT_LOG1P: return at::log1p(v);
            case CT_MISH: return at::mish(v);
            case CT_CONTIGUOUS: return v.contiguous();
            case CT_DETACH: return v.detach();
            case CT_CLONE: return v.clone();
            case CT_LOG_SIGMOID: return at::log_sigmoid(v);
        }
        TORCH_CHECK(false, "unknown operation ", static_cast<int>(op));
    });
}

ct_tensor ct_binary(enum ct_binary_op op, ct_tensor a, ct_tensor b) {
    return ct::tensor([&]() -> at::Tensor {
        const auto &x = a->value;
        const auto &y = b->value;
        switch (op) {
            case CT_ADD: return at::add(x, y);
            case CT_SUB: return at::sub(x, y);
            case CT_MUL: return at::mul(x, y);
            case CT_DIV: return at::div(x, y);
            case CT_MAXIMUM: return at::maximum(x, y);
            case CT_MINIMUM: return at::minimum(x, y);
            case CT_MATMUL: return at::matmul(x, y);
            case CT_EQUAL: return at::eq(x, y);
            case CT_LESS: return at::lt(x, y);
            case CT_POWER: return at::pow(x, y);
        }
        TORCH_CHECK(false, "unknown operation ", static_cast<int>(op));
    });
}

ct_tensor ct_scalar(enum ct_scalar_op op, ct_tensor x, double value) {
    return ct::tensor([&]() -> at::Tensor {
        const auto &v = x->value;
        switch (op) {
            case CT_ADD_S: return at::add(v, value);
            case CT_MUL_S: return at::mul(v, value);
            case CT_POW_S: return at::pow(v, value);
            case CT_CLAMP_MIN_S: return at::clamp_min(v, value);
            case CT_CLAMP_MAX_S: return at::clamp_max(v, value);
            case CT_LEAKY_RELU_S: return at::leaky_relu(v, value);
            case CT_ELU_S: return at::elu(v, value);
            case CT_CELU_S: return at::celu(v, value);
            case CT_HARD_SHRINK_S: return at::hardshrink(v, value);
            case CT_SOFT_SHRINK_S: return at::softshrink(v, value);
        }
        TORCH_CHECK(false, "unknown operation ", static_cast<int>(op));
    });
}

ct_tensor ct_reduce(enum ct_reduce_op op, ct_tensor x, const int64_t *axes, int count, bool keep) {
    return ct::tensor([&]() -> at::Tensor {
        const auto &v = x->value;
        auto list = ct::list(axes, count);
        switch (op) {
            case CT_SUM: return at::sum(v, list, keep);
            case CT_MEAN: return at::mean(v, list, keep);
            case CT_AMAX: return at::amax(v, list, keep);
            case CT_AMIN: return at::amin(v, list, keep);
            case CT_VARIANCE: return at::var(v, list, false, keep);
        }
        TORCH_CHECK(false, "unknown reduction ", static_cast<int>(op));
    });
}

ct_tensor ct_argmax(ct_tensor x, int64_t axis) {
    return ct::tensor([&] { return at::argmax(x->value, axis); });
}

ct_tensor ct_softmax(ct_tensor x, int64_t axis) {
    return ct::tensor([&] { return at::softmax(x->value, axis); });
}

ct_tensor ct_log_softmax(ct_tensor x, int64_t axis) {
    return ct::tensor([&] { return at::log_softmax(x->value, axis); });
}

ct_tensor ct_where(ct_tensor condition, ct_tensor a, ct_tensor b) {
    return ct::tensor([&] { return at::where(condition->value, a->value, b->value); });
}

ct_tensor ct_baddbmm(ct_tensor bias, ct_tensor a, ct_tensor b) {
    return ct::tensor([&] { return at::baddbmm(bias->value, a->value, b->value); });
}

ct_tensor ct_reshape(ct_tensor x, const int64_t *shape, int rank) {
    return ct::tensor([&] { return x->value.reshape(ct::list(shape, rank)); });
}

ct_tensor ct_permute(ct_tensor x, const int64_t *axes, int rank) {
    return ct::tensor([&] { return x->value.permute(ct::list(axes, rank)); });
}

ct_tensor ct_slice(ct_tensor x, int64_t axis, int64_t start, int64_t end, int64_t step) {
    return ct::tensor([&] { return x->value.slice(axis, start, end, step); });
}

ct_tensor ct_concatenate(const ct_tensor *tensors, int count, int64_t axis) {
    return ct::tensor([&] {
        std::vector<at::Tensor> values;
        for (int i = 0; i < count; i++) values.push_back(tensors[i]->value);
        return at::cat(values, axis);
    });
}

ct_tensor ct_index_select(ct_tensor x, int64_t axis, ct_tensor index) {
    return ct::tensor([&] {
        auto recorded = axis == 0 ? ct::recorded_selection(x->value, index->value) : at::Tensor();
        return recorded.defined() ? recorded : at::index_select(x->value, axis, index->value);
    });
}

ct_tensor ct_pad(ct_tensor x, const int64_t *pads, int count, double value) {
    return ct::tensor([&] { return at::constant_pad_nd(x->value, ct::list(pads, count), value); });
}

ct_tensor ct_repeat_interleave(ct_tensor x, int64_t repeats, int64_t axis) {
    return ct::tensor([&] { return at::repeat_interleave(x->value, repeats, axis); });
}

}
