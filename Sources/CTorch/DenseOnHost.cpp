// M dense networks of one shape on the processor: one network after the other, so that its parameters, gradients and
// batch stay in the nearest cache, and each product one call of the BLAS. The engine's batched product calls the BLAS
// once per network just the same, but at these sizes its own bookkeeping costs more than the arithmetic.
#include "DenseOnHost.h"

#include <cblas.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "Wide.h"

namespace {

// Rows that are answered at a time: few enough to stay in cache; always as many, so that no answer depends on how many
// others are asked for.
constexpr int64_t block = 256;

// y (m, n) = a·b, row-major, either transposed where asked.
void multiply(CBLAS_TRANSPOSE ta, CBLAS_TRANSPOSE tb, int64_t m, int64_t n, int64_t k, const float *a, const float *b,
              float *y) {
    const auto lda = static_cast<int>(ta == CblasTrans ? m : k), ldb = static_cast<int>(tb == CblasTrans ? k : n);
    cblas_sgemm(CblasRowMajor, ta, tb, static_cast<int>(m), static_cast<int>(n), static_cast<int>(k), 1, a, lda, b, ldb,
                0, y, static_cast<int>(n));
}

CT_WIDE void add_bias(float *__restrict y, const float *__restrict bias, int64_t rows, int64_t width) {
    for (int64_t r = 0; r < rows; r++, y += width) {
        for (int64_t j = 0; j < width; j++) y[j] += bias[j];
    }
}

// Written so that what is not a number stays so.
CT_WIDE void add_bias_and_rectify(float *__restrict y, const float *__restrict bias, int64_t rows, int64_t width) {
    for (int64_t r = 0; r < rows; r++, y += width) {
        for (int64_t j = 0; j < width; j++) {
            const float z = y[j] + bias[j];
            y[j] = z < 0 ? 0 : z;
        }
    }
}

CT_WIDE void sum_rows(float *__restrict sum, const float *__restrict y, int64_t rows, int64_t width) {
    std::fill(sum, sum + width, 0.0f);
    for (int64_t r = 0; r < rows; r++, y += width) {
        for (int64_t j = 0; j < width; j++) sum[j] += y[j];
    }
}

void times(float *__restrict x, const float *__restrict y, int64_t count) {
    for (int64_t i = 0; i < count; i++) x[i] *= y[i];
}

// Turns the gradient at an activation's output `y` into the one at its input.
CT_WIDE void deactivate(float *__restrict slope, const float *__restrict y, int64_t count, int activation) {
    switch (activation) {
        case 1:
            for (int64_t i = 0; i < count; i++) slope[i] = y[i] > 0 ? slope[i] : 0;
            break;
        case 2:
            for (int64_t i = 0; i < count; i++) slope[i] *= 1 - y[i] * y[i];
            break;
        case 3:
            for (int64_t i = 0; i < count; i++) slope[i] *= y[i] * (1 - y[i]);
            break;
        default: break;
    }
}

// Row by row y = x − max x.
void subtract_largest(float *__restrict y, const float *__restrict x, int64_t rows, int64_t width) {
    for (int64_t r = 0; r < rows; r++, x += width, y += width) {
        float largest = x[0];
        for (int64_t j = 1; j < width; j++) largest = std::max(largest, x[j]);
        for (int64_t j = 0; j < width; j++) y[j] = x[j] - largest;
    }
}

// Row by row y = weight · x / Σ x.
void normalize(float *__restrict y, const float *__restrict x, const float *__restrict weights, int64_t rows,
               int64_t width) {
    for (int64_t r = 0; r < rows; r++, x += width, y += width) {
        float sum = 0;
        for (int64_t j = 0; j < width; j++) sum += x[j];
        const float factor = weights[r] / sum;
        for (int64_t j = 0; j < width; j++) y[j] = x[j] * factor;
    }
}

CT_WIDE void sgd(const ct_dense_recipe &recipe, int64_t count, float rate, float *__restrict p,
                 float *__restrict velocity, const float *__restrict gradient) {
    const float decay = recipe.decay, momentum = recipe.momentum;
    if (momentum == 0) {
        for (int64_t i = 0; i < count; i++) p[i] -= rate * (gradient[i] + decay * p[i]);
        return;
    }
    const float ahead = recipe.nesterov ? 1 : 0, carried = recipe.nesterov ? momentum : 1;
    for (int64_t i = 0; i < count; i++) {
        const float g = gradient[i] + decay * p[i];
        velocity[i] = momentum * velocity[i] + g;
        p[i] -= rate * (ahead * g + carried * velocity[i]);
    }
}

CT_WIDE void adam(const ct_dense_recipe &recipe, int64_t count, int64_t step, double rate, float *__restrict p,
                  float *__restrict first, float *__restrict second, const float *__restrict gradient) {
    const double beta1 = 0.9, beta2 = 0.999;
    const bool decoupled = recipe.optimizer == 2;
    const float kept = decoupled ? 1 - rate * recipe.decay : 1, decay = decoupled ? 0 : recipe.decay;
    const float b1 = beta1, c1 = 1 - beta1, b2 = beta2, c2 = 1 - beta2, epsilon = 1e-8;
    const float correction = std::sqrt(1 - std::pow(beta2, static_cast<double>(step)));
    const float length = rate / (1 - std::pow(beta1, static_cast<double>(step)));
    for (int64_t i = 0; i < count; i++) {
        const float before = p[i] * kept;
        const float g = gradient[i] + decay * before;
        first[i] = b1 * first[i] + c1 * g;
        second[i] = b2 * second[i] + c2 * g * g;
        p[i] = before - length * first[i] / (std::sqrt(second[i]) / correction + epsilon);
    }
}

// One network's layers over a batch, in buffers that are used again for every batch and every network.
class Passes {
public:
    Passes(const ct_dense_recipe &recipe, int64_t batch) : recipe(recipe), batch(batch) {
        int64_t widest = 0;
        for (int l = 0; l <= recipe.layers; l++) {
            outs.push_back(at::zeros({batch, recipe.sizes[l]}));
            widest = std::max(widest, recipe.sizes[l]);
        }
        for (int l = 0; l < recipe.layers; l++) {
            kernels.push_back(count);
            count += recipe.sizes[l] * recipe.sizes[l + 1] + recipe.sizes[l + 1];
            const bool drops = recipe.dropout[l] > 0;
            answers.push_back(drops ? at::zeros_like(outs[l + 1]) : outs[l + 1]);
            masks.push_back(drops ? at::empty_like(outs[l + 1]) : at::Tensor());
        }
        slope = at::zeros({batch, widest});
        below = at::zeros({batch, widest});
        probabilities = at::zeros_like(outs.back());
    }

    float *input() { return data(outs.front()); }
    float *logits() { return data(outs.back()); }

    void forward(const float *parameters, int64_t rows) {
        for (int l = 0; l < recipe.layers; l++) layer(parameters, rows, l, outs[l + 1]);
    }

    void forward_dropping(const float *parameters, int64_t rows, const ct_generator *generator) {
        for (int l = 0; l < recipe.layers; l++) {
            layer(parameters, rows, l, answers[l]);
            if (recipe.dropout[l] == 0) continue;
            const double keep = 1 - recipe.dropout[l];
            masks[l].bernoulli_(keep, (*generator)->value).div_(keep);
            at::mul_out(outs[l + 1], answers[l], masks[l]);
        }
    }

    // The gradient of the weighted sum of the records' losses.
    void backward(const float *parameters, int64_t rows, const int64_t *targets, const float *weights,
                  float *gradient) {
        const int64_t outputs = recipe.sizes[recipe.layers];
        if (recipe.logistic) against_bits(rows, targets, weights);
        else against_classes(rows, outputs, targets, weights);
        for (int l = recipe.layers - 1; l >= 0; l--) {
            const int64_t in = recipe.sizes[l], out = recipe.sizes[l + 1];
            float *s = data(slope);
            if (l < recipe.layers - 1) {
                if (recipe.dropout[l] > 0) times(s, data(masks[l]), rows * out);
                deactivate(s, data(answers[l]), rows * out, recipe.activations[l]);
            }
            multiply(CblasTrans, CblasNoTrans, in, out, rows, data(outs[l]), s, gradient + kernels[l]);
            sum_rows(gradient + kernels[l] + in * out, s, rows, out);
            if (l == 0) break;
            multiply(CblasNoTrans, CblasTrans, rows, in, out, s, parameters + kernels[l], data(below));
            std::swap(slope, below);
        }
    }

    // Parameters of one network.
    int64_t count = 0;

private:
    static float *data(at::Tensor &tensor) { return static_cast<float *>(tensor.data_ptr()); }

    void layer(const float *parameters, int64_t rows, int l, at::Tensor &answer) {
        const int64_t in = recipe.sizes[l], out = recipe.sizes[l + 1];
        const float *kernel = parameters + kernels[l], *bias = kernel + in * out;
        float *y = data(answer);
        multiply(CblasNoTrans, CblasNoTrans, rows, out, in, data(outs[l]), kernel, y);
        if (recipe.activations[l] == 1) {
            add_bias_and_rectify(y, bias, rows, out);
            return;
        }
        add_bias(y, bias, rows, out);
        if (recipe.activations[l] == 2) answer.tanh_();
        if (recipe.activations[l] == 3) answer.sigmoid_();
    }

    // Probability minus target, weighted by the record's share of its batch.
    void against_bits(int64_t rows, const int64_t *targets, const float *weights) {
        const float *z = logits();
        float *s = data(slope);
        for (int64_t r = 0; r < rows; r++) {
            s[r] = (1 / (1 + std::exp(-z[r])) - static_cast<float>(targets[r])) * weights[r];
        }
    }

    void against_classes(int64_t rows, int64_t outputs, const int64_t *targets, const float *weights) {
        float *s = data(slope), *p = data(probabilities);
        subtract_largest(p, logits(), rows, outputs);
        // All exponentials at once: row by row the engine's softmax leaves most of a wide register empty.
        probabilities.exp_();
        normalize(s, p, weights, rows, outputs);
        for (int64_t r = 0; r < rows; r++, s += outputs) {
            TORCH_CHECK(targets[r] >= 0 && targets[r] < outputs, "no class ", targets[r], " among ", outputs);
            s[targets[r]] -= weights[r];
        }
    }

    const ct_dense_recipe &recipe;
    const int64_t batch;
    std::vector<int64_t> kernels;  // where each layer's kernel starts; its bias follows
    // `answers` are the layers' outputs before dropout, which the slope of an activation needs.
    std::vector<at::Tensor> outs, answers, masks;
    at::Tensor slope, below, probabilities;
};

// A tensor's values as they lie in memory.
template <typename Element> Element *plain(const at::Tensor &tensor, at::ScalarType type, const char *name) {
    TORCH_CHECK(tensor.is_cpu() && tensor.is_contiguous() && tensor.scalar_type() == type, "the ", name,
                " of a dense stack lie elsewhere or in another type");
    return static_cast<Element *>(tensor.data_ptr());
}

}  // namespace

namespace ct {

bool dense_is_on_host(const at::Tensor &parameters) { return parameters.is_cpu() && parameters.is_contiguous(); }

void dense_epoch_on_host(const DenseEpoch &epoch) {
    const auto &recipe = epoch.recipe;
    const int64_t networks = epoch.parameters.size(0), slots = epoch.rows.size(1), inputs = recipe.sizes[0];
    const int64_t records = epoch.features.size(0);
    float *parameters = plain<float>(epoch.parameters, at::kFloat, "parameters");
    float *first = plain<float>(epoch.first, at::kFloat, "optimiser's state");
    float *second = plain<float>(epoch.second, at::kFloat, "optimiser's state");
    const float *features = plain<float>(epoch.features, at::kFloat, "features");
    const int64_t *rows = plain<int64_t>(epoch.rows, at::kLong, "rows");
    const int64_t *targets = plain<int64_t>(epoch.targets, at::kLong, "targets");
    const float *weights = plain<float>(epoch.weights, at::kFloat, "weights");
    Passes passes(recipe, epoch.batch);
    const int64_t width = passes.count;
    TORCH_CHECK(epoch.parameters.size(1) == width, "the recipe has ", width, " parameters, the tensor ",
                epoch.parameters.size(1));
    TORCH_CHECK(epoch.features.size(1) == inputs, "the recipe takes ", inputs, " features, the records have ",
                epoch.features.size(1));
    TORCH_CHECK(epoch.rows.size(0) == networks && epoch.targets.sizes() == epoch.rows.sizes() &&
                    epoch.weights.sizes() == epoch.rows.sizes(),
                "the order is for ", epoch.rows.size(0), " networks, the stack holds ", networks);
    TORCH_CHECK(!recipe.logistic || recipe.sizes[recipe.layers] == 1, "a logistic loss takes one logit");
    std::vector<float> gradient(static_cast<size_t>(width));
    for (int64_t m = 0; m < networks; m++) {
        for (int64_t step = 0; step < slots / epoch.batch; step++) {
            const int64_t start = m * slots + step * epoch.batch;
            // Slots that pad come last.
            int64_t real = 0;
            for (; real < epoch.batch && weights[start + real] > 0; real++) {
                const int64_t row = rows[start + real];
                TORCH_CHECK(row >= 0 && row < records, "no record ", row, " among ", records);
                std::memcpy(passes.input() + real * inputs, features + row * inputs, sizeof(float) * inputs);
            }
            passes.forward_dropping(parameters, real, epoch.generators + m);
            passes.backward(parameters, real, targets + start, weights + start, gradient.data());
            if (recipe.optimizer == 0) sgd(recipe, width, epoch.rate, parameters, first, gradient.data());
            else adam(recipe, width, epoch.done + step + 1, epoch.rate, parameters, first, second, gradient.data());
        }
        parameters += width;
        first += width;
        if (recipe.optimizer != 0) second += width;
    }
}

at::Tensor dense_forward_on_host(const ct_dense_recipe &recipe, const at::Tensor &parameters, const at::Tensor &x) {
    const int64_t networks = parameters.size(0), records = x.size(1), inputs = recipe.sizes[0];
    const int64_t outputs = recipe.sizes[recipe.layers];
    Passes passes(recipe, block);
    TORCH_CHECK(parameters.size(1) == passes.count && x.size(0) == networks && x.size(2) == inputs,
                "the inputs do not fit the stack");
    const auto contiguous = x.contiguous();
    auto result = at::empty({networks, records, outputs});
    const float *values = plain<float>(contiguous, at::kFloat, "inputs");
    const float *own = plain<float>(parameters, at::kFloat, "parameters");
    float *answers = static_cast<float *>(result.data_ptr());
    for (int64_t m = 0; m < networks; m++, own += passes.count) {
        for (int64_t start = 0; start < records; start += block) {
            const int64_t rows = std::min(block, records - start), place = m * records + start;
            std::memcpy(passes.input(), values + place * inputs, sizeof(float) * rows * inputs);
            passes.forward(own, block);
            std::memcpy(answers + place * outputs, passes.logits(), sizeof(float) * rows * outputs);
        }
    }
    return result;
}

}  // namespace ct
