// Gradients record by record: while a recorder is on, layers write what each record adds to their parameters' gradients
// into its rows instead of one sum.
#pragma once

#include <ATen/core/ivalue.h>

#include <unordered_map>
#include <vector>

#include "Box.h"

namespace ct {

// Rows (N, P): the gradients of N records by all registered parameters, side by side.
class Recorder : public torch::CustomClassHolder {
public:
    Recorder(const ct_tensor *parameters, int count, int64_t records);

    // Which parameter a tensor is, or holds all values of in the same order; -1 where none.
    int place(const at::Tensor &tensor) const;

    // The columns of one parameter (N, size), to add to.
    at::Tensor part(int place) const { return rows.narrow(1, offsets[place], sizes[place]); }

    // The same with the axes of `shape` instead of one.
    at::Tensor part(int place, std::vector<int64_t> shape) const;

    // A record's own values of one parameter; for rows on the processor.
    float *values(int place, int64_t record) const {
        return static_cast<float *>(rows.data_ptr()) + record * rows.size(1) + offsets[place];
    }

    const int64_t records;
    at::Tensor rows;

private:
    std::unordered_map<const c10::TensorImpl *, int> places;
    std::vector<int64_t> offsets, sizes;
};

using RecorderHandle = c10::intrusive_ptr<Recorder>;

// The recorder of this thread, where it is on and gradients are; null otherwise.
RecorderHandle current_recorder();

// What one application of a layer leaves for its backward pass: a value that the graph holds.
struct Recording : torch::CustomClassHolder {
    RecorderHandle recorder;
    int weight = -1, bias = -1;  // -1: not there
    at::Tensor bias_value;       // added, not differentiated by: its gradient goes to the recorder
    bool needs_input = false;    // whether anybody asks for the input's gradient
};

// Each returns an undefined tensor where the layer cannot be recorded, and has to run as ever.
at::Tensor recorded_linear(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias);
at::Tensor recorded_convolution(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias,
                                at::IntArrayRef stride, at::IntArrayRef padding, at::IntArrayRef dilation,
                                int64_t groups);
at::Tensor recorded_group_norm(const at::Tensor &x, int64_t groups, const at::Tensor &gamma, const at::Tensor &beta,
                               double epsilon);
// The same for floats on the processor, and nothing else.
at::Tensor recorded_group_norm_on_host(const at::Tensor &x, int64_t groups, const at::Tensor &gamma,
                                       const at::Tensor &beta, double epsilon);
at::Tensor recorded_layer_norm(const at::Tensor &x, at::IntArrayRef shape, const at::Tensor &gamma,
                               const at::Tensor &beta, double epsilon);
at::Tensor recorded_selection(const at::Tensor &table, const at::Tensor &index);

// A recording of parameters with a leading axis of records in `x`; null where they cannot be recorded. A bias has to be
// a parameter, too, or nothing that is trained.
template <typename Kind>
c10::intrusive_ptr<Kind> recording(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias) {
    auto recorder = current_recorder();
    if (!recorder || x.dim() < 2 || x.size(0) != recorder->records) return {};
    const int own = weight.defined() ? recorder->place(weight) : -1;
    const int added = bias.defined() ? recorder->place(bias) : -1;
    if (own < 0 && added < 0) return {};
    if (weight.defined() && own < 0 && weight.requires_grad()) return {};
    if (bias.defined() && added < 0 && bias.requires_grad()) return {};
    auto result = c10::make_intrusive<Kind>();
    result->recorder = recorder;
    result->weight = own;
    result->bias = added;
    if (bias.defined()) result->bias_value = bias.detach();
    result->needs_input = x.requires_grad();
    return result;
}

}  // namespace ct
