// TorchScript modules: loading, looking inside, running the whole or a part between two submodules.
#include "Box.h"

#include <torch/csrc/jit/api/function_impl.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/constant_propagation.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/passes/remove_exceptions.h>
#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/csrc/jit/serialization/import.h>

#include <set>
#include <sstream>
#include <stdexcept>
#include <vector>

struct ct_script_box {
    torch::jit::Module module;
    std::shared_ptr<torch::jit::GraphExecutor> part;  // null for the whole module
};

namespace {

using torch::jit::Block;
using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

using Path = std::vector<std::string>;

Path components(const char *name) {
    Path parts;
    std::stringstream stream(name);
    for (std::string part; std::getline(stream, part, '.');) parts.push_back(part);
    return parts;
}

// The attribute names from the module itself to the submodule a value holds; empty optional for any other value.
c10::optional<Path> receiver(Value *value, Value *self) {
    Path parts;
    while (value != self) {
        Node *node = value->node();
        if (node->kind() != c10::prim::GetAttr) return c10::nullopt;
        parts.insert(parts.begin(), node->s(c10::attr::name));
        value = node->input(0);
    }
    return parts;
}

bool is_prefix(const Path &prefix, const Path &path) {
    return prefix.size() < path.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

// The last call of a submodule in the graph's outermost block; calls on the way there are worked into the graph.
Node *call(const std::shared_ptr<Graph> &graph, const Path &path) {
    constexpr int deepest = 100;
    for (int depth = 0; depth < deepest; depth++) {
        Node *found = nullptr;
        Node *around = nullptr;
        for (Node *node : graph->nodes()) {
            if (node->kind() != c10::prim::CallMethod || node->s(c10::attr::name) != "forward") continue;
            auto place = receiver(node->input(0), graph->inputs()[0]);
            if (!place) continue;
            if (*place == path) found = node;
            if (is_prefix(*place, path)) around = node;
        }
        if (found) return found;
        if (!around) break;
        auto type = around->input(0)->type()->expect<c10::ClassType>();
        auto *function = torch::jit::tryToGraphFunction(type->getMethod("forward"));
        if (!function) break;
        torch::jit::inlineCallTo(around, function, false);
    }
    throw std::runtime_error("the submodule is not called on the way from the input to the answer");
}

// Modules are in evaluation mode: what they would do in training only is never reached.
void settle_training(Block *block) {
    for (Node *node : block->nodes()) {
        for (Block *inner : node->blocks()) settle_training(inner);
        if (node->kind() != c10::prim::GetAttr || node->s(c10::attr::name) != "training") continue;
        torch::jit::WithInsertPoint place(node);
        node->output()->replaceAllUsesWith(node->owningGraph()->insertConstant(false));
    }
}

void collect(const Block *block, std::set<std::string> &names) {
    for (const Node *node : block->nodes()) {
        names.insert(node->kind().toQualString());
        for (const Block *inner : node->blocks()) collect(inner, names);
    }
}

at::Tensor answer(const c10::IValue &value) {
    if (!value.isTensor()) throw std::runtime_error("the answer is a " + value.tagKind() + ", not one tensor");
    return value.toTensor();
}

template <typename Body> ct_script script(Body body) noexcept {
    ct_script made = nullptr;
    ct::status([&] { made = body(); });
    return made;
}

}  // namespace

extern "C" {

ct_script ct_script_load(const void *bytes, size_t count) {
    return script([&] {
        std::istringstream stream(std::string(static_cast<const char *>(bytes), count));
        auto module = torch::jit::load(stream, c10::Device(c10::kCPU));
        module.eval();
        return new ct_script_box{std::move(module), nullptr};
    });
}

void ct_script_free(ct_script script) { delete script; }

int ct_script_submodules(ct_script script, void (*visit)(const char *, const char *, void *), void *context) {
    return ct::status([&] {
        for (const auto &named : script->module.named_modules()) {
            const auto type = named.value.type()->name();
            visit(named.name.c_str(), type ? type->name().c_str() : "", context);
        }
    });
}

int ct_script_operators(ct_script script, void (*visit)(const char *, void *), void *context) {
    return ct::status([&] {
        std::set<std::string> names;
        for (const auto &module : script->module.modules()) {
            for (const auto &method : module.get_methods()) collect(method.graph()->block(), names);
        }
        for (const auto &name : names) visit(name.c_str(), context);
    });
}

int ct_script_parameters(ct_script script, void (*visit)(const char *, int64_t, bool, void *), void *context) {
    return ct::status([&] {
        for (const auto &named : script->module.named_parameters()) {
            visit(named.name.c_str(), named.value.numel(), true, context);
        }
        for (const auto &named : script->module.named_buffers()) {
            visit(named.name.c_str(), named.value.numel(), false, context);
        }
    });
}

ct_script ct_script_part(ct_script whole, const char *after, const char *up_to) {
    return script([&] {
        auto graph = whole->module.get_method("forward").graph()->copy();
        if (graph->inputs().size() != 2) throw std::runtime_error("the module takes more than one input");
        Value *x = graph->inputs()[1];
        if (up_to) {
            Node *node = call(graph, components(up_to));
            while (!graph->outputs().empty()) graph->eraseOutput(0);
            graph->registerOutput(node->output());
        }
        if (after) {
            Node *node = call(graph, components(after));
            Value *given = graph->insertInput(1, "features");
            given->setType(node->output()->type());
            node->output()->replaceAllUsesWith(given);
        }
        // A call may have effects, and so may a check of shapes: only without them is what nobody needs seen as such.
        torch::jit::Inline(*graph);
        settle_training(graph->block());
        torch::jit::ConstantPropagation(graph);
        torch::jit::EliminateExceptions(graph);
        torch::jit::EliminateDeadCode(graph);
        if (after) {
            if (!x->uses().empty()) throw std::runtime_error("what follows also needs what passes beside it");
            graph->eraseInput(2);
        }
        return new ct_script_box{whole->module, std::make_shared<torch::jit::GraphExecutor>(graph, "part")};
    });
}

ct_tensor ct_script_forward(ct_script script, ct_tensor x) {
    return ct::tensor([&] {
        // Optimising while running would make the first answers differ from the later ones in the last bits.
        torch::jit::GraphOptimizerEnabledGuard plain(false);
        if (!script->part) {
            auto module = script->module;
            return answer(module.forward({x->value}));
        }
        torch::jit::Stack stack{script->module._ivalue(), x->value};
        script->part->run(stack);
        return answer(stack.at(0));
    });
}

}
