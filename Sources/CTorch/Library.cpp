// Threads, devices, errors, gradients mode.
#include <ATen/Parallel.h>
#include <dlfcn.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <torch/csrc/api/include/torch/version.h>

#include <mutex>

#include "Box.h"

namespace {

// Every layer's answer is memory that is asked for and dropped again. Handed back to the system each time, as the
// default is, it would have to be cleared and mapped anew: about a tenth of all time.
void keep_memory() {
#if defined(__GLIBC__)
    static std::once_flag once;
    std::call_once(once, [] {
        mallopt(M_MMAP_THRESHOLD, 32 << 20);
        mallopt(M_TRIM_THRESHOLD, 128 << 20);
    });
#endif
}

}  // namespace

namespace ct {

std::string &last_error() {
    thread_local std::string message;
    return message;
}

at::ScalarType scalar_type(enum ct_dtype dtype) {
    switch (dtype) {
        case CT_FLOAT32: return at::kFloat;
        case CT_FLOAT64: return at::kDouble;
        case CT_INT64: return at::kLong;
        case CT_UINT8: return at::kByte;
        case CT_BOOL: return at::kBool;
    }
    return at::kFloat;
}

at::Device device(enum ct_device device) {
    return device == CT_CUDA ? at::Device(at::kCUDA) : at::Device(at::kCPU);
}

}  // namespace ct

extern "C" {

const char *ct_last_error(void) { return ct::last_error().c_str(); }

const char *ct_version(void) { return TORCH_VERSION; }

void ct_set_threads(int count) {
    ct::status([&] {
        keep_memory();
        at::set_num_threads(count);
        // OpenBLAS keeps threads of its own, which the engine does not know of; other BLAS libraries lack the symbol.
        using Setter = void (*)(int);
        if (auto set = reinterpret_cast<Setter>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(count);
    });
}

int ct_threads(void) { return at::get_num_threads(); }

bool ct_cuda_available(void) { return at::hasCUDA(); }

void ct_set_gradients(bool enabled) { at::GradMode::set_enabled(enabled); }

bool ct_gradients(void) { return at::GradMode::is_enabled(); }

}
