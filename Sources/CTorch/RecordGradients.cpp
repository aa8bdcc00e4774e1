// The recorder of a thread, and the layers whose parameters' gradients are plain products.
#include "RecordGradients.h"

#include <torch/csrc/autograd/custom_function.h>

#include "Wide.h"

namespace ct {

namespace {

thread_local RecorderHandle recorder_of_thread;

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// x (N, …, in) · W (in, out) + b: each record adds xᵀ·dy over its own positions.
struct Linear : torch::autograd::Function<Linear> {
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x, const at::Tensor &weight,
                              const c10::intrusive_ptr<Recording> &recording) {
        context->save_for_backward({x, weight});
        context->saved_data["recording"] = at::IValue::make_capsule(recording);
        auto product = at::matmul(x, weight);
        return recording->bias_value.defined() ? product.add_(recording->bias_value) : product;
    }

    static variable_list backward(AutogradContext *context, const variable_list &slopes) {
        auto recording = c10::static_intrusive_pointer_cast<Recording>(context->saved_data["recording"].toCapsule());
        const auto saved = context->get_saved_variables();
        const auto &x = saved[0], &weight = saved[1], &slope = slopes[0];
        const int64_t records = x.size(0), in = weight.size(0), out = weight.size(1);
        const auto inner = x.reshape({records, -1, in}), outer = slope.reshape({records, -1, out});
        if (recording->weight >= 0) {
            auto part = recording->recorder->part(recording->weight, {in, out});
            if (inner.size(1) == 1) part.addcmul_(inner.transpose(1, 2), outer);
            else part.baddbmm_(inner.transpose(1, 2), outer);
        }
        if (recording->bias >= 0) recording->recorder->part(recording->bias).add_(outer.sum(1));
        return {recording->needs_input ? at::matmul(slope, weight.t()) : at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

// Rows of a table (V, size): each record adds the slopes at its own places to the rows it took.
struct Selection : torch::autograd::Function<Selection> {
    static at::Tensor forward(AutogradContext *context, const at::Tensor &table, const at::Tensor &index,
                              const c10::intrusive_ptr<Recording> &recording) {
        context->save_for_backward({index});
        context->saved_data["recording"] = at::IValue::make_capsule(recording);
        context->saved_data["rows"] = table.size(0);
        return at::index_select(table, 0, index);
    }

    static variable_list backward(AutogradContext *context, const variable_list &slopes) {
        auto recording = c10::static_intrusive_pointer_cast<Recording>(context->saved_data["recording"].toCapsule());
        const int64_t rows = context->saved_data["rows"].toInt(), records = recording->recorder->records;
        const auto index = context->get_saved_variables()[0].reshape({records, -1});
        const auto slope = slopes[0].reshape({records, index.size(1), -1});
        auto part = recording->recorder->part(recording->weight, {rows, slope.size(2)});
        for (int64_t record = 0; record < records; record++) {
            part.select(0, record).index_add_(0, index.select(0, record), slope.select(0, record));
        }
        return {at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

// The sum of squares of `count` values: some in single precision, side by side, then all of those in double precision.
CT_WIDE double squares(const float *x, int64_t count) {
    constexpr int64_t lanes = 32, block = 64 * lanes;
    double total = 0;
    for (int64_t start = 0; start < count; start += block) {
        const int64_t end = std::min(count, start + block), whole = start + (end - start) / lanes * lanes;
        float sums[lanes] = {};
        for (int64_t i = start; i < whole; i += lanes) {
            for (int64_t k = 0; k < lanes; k++) sums[k] += x[i + k] * x[i + k];
        }
        for (int64_t i = whole; i < end; i++) total += static_cast<double>(x[i]) * x[i];
        for (int64_t k = 0; k < lanes; k++) total += sums[k];
    }
    return total;
}

at::Tensor row_norms(const at::Tensor &rows) {
    if (!rows.is_cpu() || rows.scalar_type() != at::kFloat || !rows.is_contiguous()) {
        return rows.to(at::kDouble).square().sum(1).sqrt();
    }
    auto norms = at::empty({rows.size(0)}, at::TensorOptions().dtype(at::kDouble));
    const auto *values = static_cast<const float *>(rows.data_ptr());
    for (int64_t row = 0; row < rows.size(0); row++, values += rows.size(1)) {
        static_cast<double *>(norms.data_ptr())[row] = std::sqrt(squares(values, rows.size(1)));
    }
    return norms;
}

}  // namespace

Recorder::Recorder(const ct_tensor *parameters, int count, int64_t records) : records(records) {
    TORCH_CHECK(count > 0 && records > 0, "nothing to record");
    int64_t width = 0;
    for (int i = 0; i < count; i++) {
        const auto &parameter = parameters[i]->value;
        TORCH_CHECK(parameter.is_leaf() && parameter.requires_grad() && parameter.is_contiguous(),
                    "only leaves that ask for gradients can be recorded");
        TORCH_CHECK(places.emplace(parameter.unsafeGetTensorImpl(), i).second, "a parameter is given twice");
        offsets.push_back(width);
        sizes.push_back(parameter.numel());
        width += parameter.numel();
    }
    rows = at::zeros({records, width}, parameters[0]->value.options());
}

int Recorder::place(const at::Tensor &tensor) const {
    auto found = places.find(tensor.unsafeGetTensorImpl());
    if (found != places.end()) return found->second;
    if (!tensor.is_view() || !tensor.is_contiguous()) return -1;
    const auto &base = tensor._base();
    found = places.find(base.unsafeGetTensorImpl());
    const bool is_whole = base.numel() == tensor.numel() && base.storage_offset() == tensor.storage_offset();
    return found != places.end() && is_whole ? found->second : -1;
}

at::Tensor Recorder::part(int place, std::vector<int64_t> shape) const {
    shape.insert(shape.begin(), records);
    std::vector<int64_t> strides(shape.size());
    int64_t stride = 1;
    for (size_t axis = shape.size() - 1; axis > 0; axis--) {
        strides[axis] = stride;
        stride *= shape[axis];
    }
    strides[0] = rows.size(1);
    TORCH_CHECK(stride == sizes[place], "a parameter of ", sizes[place], " values is used as one of ", stride);
    return rows.as_strided(shape, strides, offsets[place]);
}

RecorderHandle current_recorder() {
    return at::GradMode::is_enabled() ? recorder_of_thread : RecorderHandle();
}

at::Tensor recorded_linear(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias) {
    // What a recurrent cell adds is no bias but a state with a row for each record.
    if (weight.dim() != 2 || (bias.defined() && bias.dim() != 1)) return {};
    auto own = recording<Recording>(x, weight, bias);
    return own && own->weight >= 0 ? Linear::apply(x, weight, own) : at::Tensor();
}

at::Tensor recorded_selection(const at::Tensor &table, const at::Tensor &index) {
    auto recorder = current_recorder();
    if (!recorder || table.dim() != 2 || index.numel() == 0 || index.numel() % recorder->records != 0) return {};
    const int place = recorder->place(table);
    if (place < 0) return {};
    auto own = c10::make_intrusive<Recording>();
    own->recorder = recorder;
    own->weight = place;
    return Selection::apply(table, index, own);
}

}  // namespace ct

extern "C" {

int ct_record_begin(const ct_tensor *parameters, int count, int64_t records) {
    return ct::status([&] {
        ct::recorder_of_thread = c10::make_intrusive<ct::Recorder>(parameters, count, records);
    });
}

void ct_record_end(void) { ct::recorder_of_thread.reset(); }

ct_tensor ct_recorded(void) {
    return ct::tensor([&] {
        TORCH_CHECK(ct::recorder_of_thread, "nothing is recorded on this thread");
        return ct::recorder_of_thread->rows;
    });
}

ct_tensor ct_row_norms(ct_tensor rows) {
    return ct::tensor([&] {
        TORCH_CHECK(rows->value.dim() == 2, "norms are taken of the rows of a table");
        return ct::row_norms(rows->value);
    });
}

}
