// M dense networks of one shape trained as one batched computation: every step is a handful of batched matrix products
// over all networks, with the gradients written by hand, instead of M graphs of small operations. Shadow heads
// (paper, section 4.2, freezing) and per-class attack networks (section 5.2) are such networks. Here as the engine's
// operations on any device; on the processor network by network (DenseOnHost.cpp).
#include <vector>

#include "DenseOnHost.h"

namespace {

struct Layer {
    at::Tensor kernel;  // (M, in, out), a view into the flat parameters
    at::Tensor bias;    // (M, 1, out), likewise
};

std::vector<Layer> layers(const ct_dense_recipe &recipe, const at::Tensor &flat) {
    std::vector<Layer> result;
    int64_t offset = 0;
    const int64_t networks = flat.size(0);
    for (int l = 0; l < recipe.layers; l++) {
        const int64_t in = recipe.sizes[l], out = recipe.sizes[l + 1];
        auto kernel = flat.narrow(1, offset, in * out).view({networks, in, out});
        offset += in * out;
        auto bias = flat.narrow(1, offset, out).view({networks, 1, out});
        offset += out;
        result.push_back({kernel, bias});
    }
    TORCH_CHECK(offset == flat.size(1), "the recipe has ", offset, " parameters, the tensor ", flat.size(1));
    return result;
}

// The engine rounds the last elements of a tensor, which do not fill a vector, otherwise than those before; network by
// network, where they lie does not depend on how many networks there are.
template <typename Function> void per_network(at::Tensor &x, Function function) {
    for (int64_t m = 0; m < x.size(0); m++) {
        auto own = x.select(0, m);
        function(own);
    }
}

void activate(at::Tensor &x, int activation) {
    switch (activation) {
        case 1: x.relu_(); break;
        case 2: per_network(x, [](at::Tensor &own) { own.tanh_(); }); break;
        case 3: per_network(x, [](at::Tensor &own) { own.sigmoid_(); }); break;
        default: break;
    }
}

// Turns the gradient at an activation's output `y` into the one at its input.
void deactivate(at::Tensor &gradient, const at::Tensor &y, int activation) {
    switch (activation) {
        case 1: gradient.mul_(y.gt(0)); break;
        case 2: gradient.mul_(1 - y * y); break;
        case 3: gradient.mul_(y * (1 - y)); break;
        default: break;
    }
}

}  // namespace

extern "C" {

ct_tensor ct_dense_forward(const struct ct_dense_recipe *recipe, ct_tensor parameters, ct_tensor x) {
    return ct::tensor([&] {
        at::NoGradGuard guard;
        if (ct::dense_is_on_host(parameters->value)) {
            return ct::dense_forward_on_host(*recipe, parameters->value, x->value);
        }
        auto stack = layers(*recipe, parameters->value);
        auto value = x->value;
        for (int l = 0; l < recipe->layers; l++) {
            value = at::baddbmm(stack[l].bias, value, stack[l].kernel);
            activate(value, recipe->activations[l]);
        }
        return value;
    });
}

int ct_dense_epoch(const struct ct_dense_recipe *recipe, ct_tensor parameters, ct_tensor first, ct_tensor second,
                   int64_t done, double rate, ct_tensor features, ct_tensor rows, ct_tensor targets, ct_tensor weights,
                   int64_t batch, const ct_generator *generators) {
    return ct::status([&] {
        at::NoGradGuard guard;
        auto &flat = parameters->value;
        const int64_t networks = flat.size(0);
        const int64_t slots = rows->value.size(1);
        TORCH_CHECK(batch > 0 && slots % batch == 0, "the rows do not fill whole batches");
        if (ct::dense_is_on_host(flat)) {
            ct::dense_epoch_on_host({*recipe, flat, first->value, second->value, features->value, rows->value,
                                     targets->value, weights->value, batch, done, rate, generators});
            return;
        }
        const int64_t inputs = recipe->sizes[0], outputs = recipe->sizes[recipe->layers];
        auto stack = layers(*recipe, flat);
        auto gradient = at::zeros_like(flat);
        auto slopes = layers(*recipe, gradient);
        // `answers` are the layers' outputs before dropout, which the slope of an activation needs.
        std::vector<at::Tensor> outs(recipe->layers + 1), answers(recipe->layers), masks(recipe->layers);
        auto options = flat.options();
        for (int64_t step = 0; step < slots / batch; step++) {
            auto index = rows->value.narrow(1, step * batch, batch);
            auto target = targets->value.narrow(1, step * batch, batch);
            auto weight = weights->value.narrow(1, step * batch, batch).unsqueeze(2);
            outs[0] = at::index_select(features->value, 0, index.reshape({-1})).view({networks, batch, inputs});
            for (int l = 0; l < recipe->layers; l++) {
                outs[l + 1] = at::baddbmm(stack[l].bias, outs[l], stack[l].kernel);
                activate(outs[l + 1], recipe->activations[l]);
                answers[l] = outs[l + 1];
                if (recipe->dropout[l] > 0) {
                    const double keep = 1 - recipe->dropout[l];
                    auto mask = at::empty(outs[l + 1].sizes(), at::TensorOptions().dtype(at::kFloat));
                    // Each network draws from a generator of its own, so that it does not matter who else is there.
                    for (int64_t m = 0; m < networks; m++) {
                        mask.select(0, m).bernoulli_(keep, generators[m]->value);
                    }
                    masks[l] = mask.div_(keep).to(flat.device());
                    outs[l + 1] = outs[l + 1] * masks[l];
                }
            }
            // dLoss/dlogits: probability minus target, weighted by the record's share of its batch.
            at::Tensor slope;
            if (recipe->logistic) {
                slope = outs[recipe->layers].clone();
                activate(slope, 3);
                slope.sub_(target.unsqueeze(2).to(at::kFloat));
            } else {
                slope = at::softmax(outs[recipe->layers], 2);
                auto ones = at::full({networks, batch, 1}, -1.0, options);
                slope.scatter_add_(2, target.unsqueeze(2), ones);
            }
            TORCH_CHECK(slope.size(2) == outputs, "the recipe's output size is wrong");
            slope.mul_(weight);
            for (int l = recipe->layers - 1; l >= 0; l--) {
                if (l < recipe->layers - 1) {
                    if (recipe->dropout[l] > 0) slope.mul_(masks[l]);
                    deactivate(slope, answers[l], recipe->activations[l]);
                }
                at::bmm_out(slopes[l].kernel, outs[l].transpose(1, 2), slope);
                at::sum_out(slopes[l].bias, slope, {1}, true);
                if (l > 0) slope = at::bmm(slope, stack[l].kernel.transpose(1, 2));
            }
            ct_tensor_box g{gradient};
            const int failed =
                recipe->optimizer == 0
                    ? ct_sgd_step(parameters, &g, first, rate, recipe->momentum, recipe->decay, recipe->nesterov)
                    : ct_adam_step(parameters, &g, first, second, done + step + 1, rate, 0.9, 0.999, 1e-8,
                                   recipe->decay, recipe->optimizer == 2);
            TORCH_CHECK(failed == 0, ct::last_error());
        }
    });
}

}
