// Making tensors, reading them back, seeded randomness, gradients.
#include <ATen/CPUGeneratorImpl.h>

#include <cstring>

#include "Box.h"

extern "C" {

ct_tensor ct_from_bytes(const void *data, enum ct_dtype dtype, const int64_t *shape, int rank, enum ct_device device) {
    return ct::tensor([&] {
        auto result = at::empty(ct::list(shape, rank), at::TensorOptions().dtype(ct::scalar_type(dtype)));
        if (result.numel() > 0) std::memcpy(result.data_ptr(), data, result.nbytes());
        return device == CT_CPU ? result : result.to(ct::device(device));
    });
}

ct_tensor ct_full(double value, enum ct_dtype dtype, const int64_t *shape, int rank, enum ct_device device) {
    return ct::tensor([&] {
        return at::full(ct::list(shape, rank), value,
                        at::TensorOptions().dtype(ct::scalar_type(dtype)).device(ct::device(device)));
    });
}

int ct_copy_out(ct_tensor tensor, enum ct_dtype dtype, void *out, int64_t count) {
    return ct::status([&] {
        auto source = tensor->value.detach().to(at::kCPU).to(ct::scalar_type(dtype)).contiguous();
        TORCH_CHECK(source.numel() == count, "expected ", count, " values, the tensor holds ", source.numel());
        if (count > 0) std::memcpy(out, source.data_ptr(), source.nbytes());
    });
}

void ct_free(ct_tensor tensor) { delete tensor; }

int ct_rank(ct_tensor tensor) { return static_cast<int>(tensor->value.dim()); }

int64_t ct_size(ct_tensor tensor, int axis) { return tensor->value.size(axis); }

int ct_dtype_of(ct_tensor tensor) {
    switch (tensor->value.scalar_type()) {
        case at::kFloat: return CT_FLOAT32;
        case at::kBFloat16: return CT_BFLOAT16;
        case at::kDouble: return CT_FLOAT64;
        case at::kLong: return CT_INT64;
        case at::kByte: return CT_UINT8;
        case at::kBool: return CT_BOOL;
        default: return -1;
    }
}

int ct_device_of(ct_tensor tensor) { return tensor->value.is_cuda() ? CT_CUDA : CT_CPU; }

bool ct_is_contiguous(ct_tensor tensor) { return tensor->value.is_contiguous(); }

ct_tensor ct_to_dtype(ct_tensor tensor, enum ct_dtype dtype) {
    return ct::tensor([&] { return tensor->value.to(ct::scalar_type(dtype)); });
}

ct_tensor ct_to_device(ct_tensor tensor, enum ct_device device) {
    return ct::tensor([&] { return tensor->value.to(ct::device(device)); });
}

ct_generator ct_generator_new(uint64_t seed) {
    return new ct_generator_box{at::make_generator<at::CPUGeneratorImpl>(seed)};
}

void ct_generator_free(ct_generator generator) { delete generator; }

ct_tensor ct_normal(ct_generator generator, double mean, double deviation, const int64_t *shape, int rank) {
    return ct::tensor([&] {
        auto result = at::empty(ct::list(shape, rank), at::TensorOptions().dtype(at::kFloat));
        return result.normal_(mean, deviation, generator->value);
    });
}

ct_tensor ct_uniform(ct_generator generator, double low, double high, const int64_t *shape, int rank) {
    return ct::tensor([&] {
        auto result = at::empty(ct::list(shape, rank), at::TensorOptions().dtype(at::kFloat));
        return result.uniform_(low, high, generator->value);
    });
}

int ct_set_requires_gradient(ct_tensor tensor, bool on) {
    return ct::status([&] { tensor->value.set_requires_grad(on); });
}

bool ct_requires_gradient(ct_tensor tensor) { return tensor->value.requires_grad(); }

int ct_backward(ct_tensor loss) {
    return ct::status([&] { loss->value.backward(); });
}

ct_tensor ct_gradient(ct_tensor tensor) {
    const auto &gradient = tensor->value.grad();
    return gradient.defined() ? ct::box(gradient) : nullptr;
}

void ct_clear_gradient(ct_tensor tensor) { tensor->value.mutable_grad() = at::Tensor(); }

}
