// Convolutions over two axes, recorded. The gradient by the input is the engine's; that by the kernel is one product
// for each record, of the slopes with the windows they were computed from. Windows are laid out side by side for as
// many output rows as stay in the second cache, in the order in which channels-last images lie in memory.
#include <cblas.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cstring>

#include "RecordGradients.h"
#include "Wide.h"

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// Floats of the windows that are laid out at a time: half a megabyte.
constexpr int64_t room = 1 << 17;

struct Convolution : ct::Recording {
    std::vector<int64_t> stride, padding, dilation;
    int64_t groups = 1;
};

// The sizes of one convolution, channels-last.
struct Sizes {
    int64_t height, width, channels;  // of the input
    int64_t rows, columns, filters;   // of the output
    int64_t tall, wide;               // of the window
    int64_t groups;

    // Values of one window over all channels.
    int64_t window() const { return tall * wide * channels; }
    // Values of the kernel.
    int64_t kernel() const { return filters * tall * wide * (channels / groups); }
};

// The windows of output rows first ..< last of one record x (H, W, C), each (tall, wide, C).
void lay_out(float *windows, const float *x, const Sizes &s, const Convolution &call, int64_t first, int64_t last) {
    const size_t element = sizeof(float) * static_cast<size_t>(s.channels);
    const bool is_dense = call.dilation[1] == 1;
    for (int64_t row = first; row < last; row++) {
        for (int64_t column = 0; column < s.columns; column++) {
            const int64_t left = column * call.stride[1] - call.padding[1];
            for (int64_t i = 0; i < s.tall; i++, windows += s.wide * s.channels) {
                const int64_t y = row * call.stride[0] - call.padding[0] + i * call.dilation[0];
                if (y < 0 || y >= s.height) {
                    std::memset(windows, 0, element * static_cast<size_t>(s.wide));
                    continue;
                }
                const float *line = x + y * s.width * s.channels;
                if (is_dense && left >= 0 && left + s.wide <= s.width) {
                    std::memcpy(windows, line + left * s.channels, element * static_cast<size_t>(s.wide));
                    continue;
                }
                for (int64_t j = 0; j < s.wide; j++) {
                    const int64_t place = left + j * call.dilation[1];
                    float *to = windows + j * s.channels;
                    if (place < 0 || place >= s.width) std::memset(to, 0, element);
                    else std::memcpy(to, line + place * s.channels, element);
                }
            }
        }
    }
}

// Adds slopesᵀ·windows over `count` positions to the kernel's gradient (F, tall, wide, C / groups).
void add_products(float *kernel, const float *slopes, const float *windows, int64_t count, const Sizes &s) {
    const int64_t inputs = s.channels / s.groups, outputs = s.filters / s.groups, places = s.tall * s.wide;
    // Without groups a window lies in one piece; with them each place of it has the group's channels on their own.
    const int64_t pieces = s.groups == 1 ? 1 : places, piece = s.groups == 1 ? s.window() : inputs;
    for (int64_t group = 0; group < s.groups; group++) {
        for (int64_t place = 0; place < pieces; place++) {
            cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, static_cast<int>(outputs), static_cast<int>(piece),
                        static_cast<int>(count), 1, slopes + group * outputs, static_cast<int>(s.filters),
                        windows + place * s.channels + group * inputs, static_cast<int>(s.window()), 1,
                        kernel + group * outputs * places * inputs + place * inputs,
                        static_cast<int>(places * inputs));
        }
    }
}

CT_WIDE void add_lane(float *__restrict sum, const float *__restrict x, const float *__restrict slope, int64_t count) {
    for (int64_t c = 0; c < count; c++) sum[c] += x[c] * slope[c];
}

CT_WIDE void add_lanes(float *__restrict sum, const float *__restrict x, const float *__restrict slope, int64_t count,
                       int64_t times) {
    for (int64_t c = 0; c < count; c++) {
        for (int64_t k = 0; k < times; k++) sum[c * times + k] += x[c] * slope[c * times + k];
    }
}

// A filter of its own, or several, for each channel: adds to the kernel's gradient (tall, wide, F).
void add_depthwise(float *kernel, const float *slopes, const float *x, const Sizes &s, const Convolution &call) {
    const int64_t times = s.filters / s.channels;
    for (int64_t row = 0; row < s.rows; row++) {
        for (int64_t i = 0; i < s.tall; i++) {
            const int64_t y = row * call.stride[0] - call.padding[0] + i * call.dilation[0];
            if (y < 0 || y >= s.height) continue;
            for (int64_t column = 0; column < s.columns; column++) {
                const float *slope = slopes + (row * s.columns + column) * s.filters;
                for (int64_t j = 0; j < s.wide; j++) {
                    const int64_t place = column * call.stride[1] - call.padding[1] + j * call.dilation[1];
                    if (place < 0 || place >= s.width) continue;
                    const float *from = x + (y * s.width + place) * s.channels;
                    float *sum = kernel + (i * s.wide + j) * s.filters;
                    if (times == 1) add_lane(sum, from, slope, s.channels);
                    else add_lanes(sum, from, slope, s.channels, times);
                }
            }
        }
    }
}

// Records' gradients by the kernel (F, C / groups, tall, wide), on the processor.
void add_on_host(const Convolution &call, const at::Tensor &x, const at::Tensor &slope, const at::Tensor &weight) {
    const auto input = x.permute({0, 2, 3, 1}).contiguous(), above = slope.permute({0, 2, 3, 1}).contiguous();
    const Sizes s{input.size(1),  input.size(2), input.size(3),  above.size(1),  above.size(2),
                  above.size(3), weight.size(2), weight.size(3), call.groups};
    const bool is_depthwise = s.groups == s.channels;
    const bool is_bare = s.tall * s.wide == 1 && call.stride[0] == 1 && call.stride[1] == 1 && call.padding[0] == 0
        && call.padding[1] == 0;
    const int64_t step = std::min(s.rows, std::max<int64_t>(1, room / std::max<int64_t>(1, s.columns * s.window())));
    std::vector<float> sum(static_cast<size_t>(s.kernel()));
    std::vector<float> windows(is_depthwise || is_bare ? 0 : static_cast<size_t>(step * s.columns * s.window()));
    const int64_t inputs = s.channels / s.groups, places = s.tall * s.wide;
    for (int64_t record = 0; record < input.size(0); record++) {
        const float *own = static_cast<float *>(input.data_ptr()) + record * s.height * s.width * s.channels;
        const float *slopes = static_cast<float *>(above.data_ptr()) + record * s.rows * s.columns * s.filters;
        float *kernel = call.recorder->values(call.weight, record);
        std::fill(sum.begin(), sum.end(), 0.0f);
        if (is_depthwise) {
            add_depthwise(sum.data(), slopes, own, s, call);
            for (int64_t f = 0; f < s.filters; f++) {
                for (int64_t p = 0; p < places; p++) kernel[f * places + p] += sum.data()[p * s.filters + f];
            }
            continue;
        }
        if (is_bare) add_products(sum.data(), slopes, own, s.rows * s.columns, s);
        for (int64_t first = 0; first < s.rows && !is_bare; first += step) {
            const int64_t last = std::min(s.rows, first + step);
            lay_out(windows.data(), own, s, call, first, last);
            add_products(sum.data(), slopes + first * s.columns * s.filters, windows.data(),
                         (last - first) * s.columns, s);
        }
        const float *from = sum.data();
        for (int64_t f = 0; f < s.filters; f++, kernel += inputs * places) {
            for (int64_t p = 0; p < places; p++) {
                for (int64_t c = 0; c < inputs; c++) kernel[c * places + p] += *from++;
            }
        }
    }
}

// The same on any device, in any type.
void add_anywhere(const Convolution &call, const at::Tensor &x, const at::Tensor &slope, const at::Tensor &weight) {
    const int64_t records = x.size(0), groups = call.groups, filters = weight.size(0) / groups;
    const int64_t window = weight.size(1) * weight.size(2) * weight.size(3);
    const auto windows = at::im2col(x.contiguous(), {weight.size(2), weight.size(3)}, call.dilation, call.padding,
                                    call.stride);
    const auto above = slope.reshape({records * groups, filters, -1});
    const auto products = at::bmm(above, windows.reshape({records * groups, window, -1}).transpose(1, 2));
    call.recorder->part(call.weight).add_(products.reshape({records, -1}));
}

struct RecordedConvolution : torch::autograd::Function<RecordedConvolution> {
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x, const at::Tensor &weight,
                              const c10::intrusive_ptr<Convolution> &call) {
        context->save_for_backward({x, weight});
        context->saved_data["call"] = at::IValue::make_capsule(call);
        return at::convolution(x, weight, call->bias_value, call->stride, call->padding, call->dilation, false, {0, 0},
                               call->groups);
    }

    static variable_list backward(AutogradContext *context, const variable_list &slopes) {
        auto call = c10::static_intrusive_pointer_cast<Convolution>(context->saved_data["call"].toCapsule());
        const auto saved = context->get_saved_variables();
        const auto &x = saved[0], &weight = saved[1], &slope = slopes[0];
        if (call->weight >= 0 && x.is_cpu() && x.scalar_type() == at::kFloat) add_on_host(*call, x, slope, weight);
        else if (call->weight >= 0) add_anywhere(*call, x, slope, weight);
        if (call->bias >= 0) call->recorder->part(call->bias).add_(slope.sum(at::IntArrayRef{2, 3}));
        variable_list result(3);
        if (call->needs_input) {
            result[0] = std::get<0>(at::convolution_backward(slope, x, weight, {}, call->stride, call->padding,
                                                             call->dilation, false, {0, 0}, call->groups,
                                                             {true, false, false}));
        }
        return result;
    }
};

}  // namespace

namespace ct {

at::Tensor recorded_convolution(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias,
                                at::IntArrayRef stride, at::IntArrayRef padding, at::IntArrayRef dilation,
                                int64_t groups) {
    if (x.dim() != 4 || stride.size() != 2 || groups <= 0) return {};
    auto call = recording<Convolution>(x, weight, bias);
    if (!call || call->weight < 0) return {};
    call->stride = stride.vec();
    call->padding = padding.vec();
    call->dilation = dilation.vec();
    call->groups = groups;
    return RecordedConvolution::apply(x, weight, call);
}

}  // namespace ct
