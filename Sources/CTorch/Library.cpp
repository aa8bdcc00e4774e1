// Threads, devices, errors, gradients mode.
#include <ATen/Parallel.h>
#if defined(__x86_64__)
#include <cpuid.h>
#endif
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
        case CT_BFLOAT16: return at::kBFloat16;
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

bool ct_has_fast_bfloat16(void) {
#if defined(__x86_64__)
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 27))) return false;
    unsigned low = 0, high = 0;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    // The system keeps the tile registers (bits 17, 18) of every program, or there are none for us.
    if ((low & (3u << 17)) != (3u << 17)) return false;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return false;
    const unsigned bfloat16 = 1u << 22, tiles = 1u << 24;
    return (d & bfloat16) && (d & tiles) && at::hasMKLDNN();
#else
    return false;
#endif
}

int ct_threads(void) { return at::get_num_threads(); }

bool ct_cuda_available(void) { return at::hasCUDA(); }

void ct_set_gradients(bool enabled) { at::GradMode::set_enabled(enabled); }

bool ct_gradients(void) { return at::GradMode::is_enabled(); }

}
