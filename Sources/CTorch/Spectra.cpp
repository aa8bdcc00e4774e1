// What is done to the discrete Fourier transforms of real sequences.
#include <algorithm>

#include "Box.h"

namespace {

struct Complex {
    double re, im;
};

Complex product(Complex a, Complex b) { return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }

// value^times by squaring. Values that have come to nothing are made 0: arithmetic on denormal numbers is slow.
Complex power(Complex value, int64_t times) {
    Complex result{1, 0};
    while (true) {
        if (times & 1) result = product(result, value);
        if (!(times >>= 1)) return result;
        value = product(value, value);
        if (value.re * value.re + value.im * value.im < 1e-200) return {0, 0};
    }
}

}  // namespace

extern "C" {

int ct_self_convolution(const double *masses, int64_t count, int64_t times, int64_t size, double *out) {
    return ct::status([&] {
        TORCH_CHECK(count >= 0 && times >= 1 && size >= 1, "a convolution of ", count, " values, ", times,
                    " times, on ", size);
        auto wrapped = at::zeros({size}, at::kDouble);
        auto *sequence = wrapped.data_ptr<double>();
        for (int64_t i = 0; i < count; i++) sequence[i % size] += masses[i];
        auto spectrum = at::fft_rfft(wrapped).contiguous();
        auto *values = reinterpret_cast<Complex *>(spectrum.data_ptr<c10::complex<double>>());
        for (int64_t i = 0; i < spectrum.numel(); i++) values[i] = power(values[i], times);
        auto sums = at::fft_irfft(spectrum, size).contiguous();
        std::copy_n(sums.data_ptr<double>(), size, out);
    });
}

}
