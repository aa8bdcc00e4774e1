// What layers over sequences need beside the general operations.
#include "Box.h"

extern "C" {

ct_tensor ct_select(ct_tensor x, int64_t axis, int64_t index) {
    return ct::tensor([&] { return x->value.select(axis, index); });
}

ct_tensor ct_stack(const ct_tensor *tensors, int count, int64_t axis) {
    return ct::tensor([&] {
        std::vector<at::Tensor> values;
        for (int i = 0; i < count; i++) values.push_back(tensors[i]->value);
        return at::stack(values, axis);
    });
}

static void hand_over(const std::vector<at::Tensor> &values, ct_tensor *out, int count) {
    TORCH_CHECK(values.size() == static_cast<size_t>(count), "expected ", count, " tensors, got ", values.size());
    for (int i = 0; i < count; i++) out[i] = ct::box(values[static_cast<size_t>(i)]);
}

int ct_unbind(ct_tensor x, int64_t axis, ct_tensor *elements, int count) {
    return ct::status([&] { hand_over(at::unbind(x->value, axis), elements, count); });
}

int ct_chunk(ct_tensor x, int64_t axis, ct_tensor *parts, int count) {
    return ct::status([&] { hand_over(at::chunk(x->value, count, axis), parts, count); });
}

ct_tensor ct_flip(ct_tensor x, int64_t axis) {
    return ct::tensor([&] { return at::flip(x->value, {axis}); });
}

ct_tensor ct_orthogonal(ct_generator generator, int64_t rows, int64_t columns) {
    return ct::tensor([&] {
        const int64_t size[] = {std::max(rows, columns), std::min(rows, columns)};
        auto draws = at::normal(0.0, 1.0, size, generator->value, at::TensorOptions().dtype(at::kDouble));
        // The signs of R's diagonal make the draw uniform over orthogonal matrices (Mezzadri 2007).
        auto [q, r] = at::linalg_qr(draws, "reduced");
        auto result = (q * at::sign(at::diagonal(r))).to(at::kFloat);
        return (rows < columns ? result.t() : result).contiguous();
    });
}

int ct_singular_values(ct_tensor x, ct_tensor *parts) {
    return ct::status([&] {
        auto [left, values, right] = at::linalg_svd(x->value, false);
        parts[0] = ct::box(left);
        parts[1] = ct::box(values);
        parts[2] = ct::box(right);
    });
}

}
