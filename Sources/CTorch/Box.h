// What the opaque pointers of the C header hold, and how an exception becomes a message.
#pragma once

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <exception>
#include <string>

#include "CTorch.h"

struct ct_tensor_box {
    at::Tensor value;
};

struct ct_generator_box {
    at::Generator value;
};

namespace ct {

std::string &last_error();

inline ct_tensor box(at::Tensor value) { return new ct_tensor_box{std::move(value)}; }

// A tensor that may be left out.
inline at::Tensor optional(ct_tensor tensor) { return tensor ? tensor->value : at::Tensor(); }

inline at::IntArrayRef list(const int64_t *values, int count) {
    return at::IntArrayRef(values, static_cast<size_t>(count));
}

at::ScalarType scalar_type(enum ct_dtype dtype);
at::Device device(enum ct_device device);

// Runs `body`, which makes a tensor; an exception becomes NULL and a message.
template <typename Body> ct_tensor tensor(Body body) noexcept {
    try {
        return box(body());
    } catch (const c10::Error &error) {
        last_error() = error.what_without_backtrace();
    } catch (const std::exception &error) {
        last_error() = error.what();
    } catch (...) {
        last_error() = "unknown failure";
    }
    return nullptr;
}

// Runs `body` for its effect; an exception becomes 1 and a message.
template <typename Body> int status(Body body) noexcept {
    try {
        body();
        return 0;
    } catch (const c10::Error &error) {
        last_error() = error.what_without_backtrace();
    } catch (const std::exception &error) {
        last_error() = error.what();
    } catch (...) {
        last_error() = "unknown failure";
    }
    return 1;
}

}  // namespace ct
