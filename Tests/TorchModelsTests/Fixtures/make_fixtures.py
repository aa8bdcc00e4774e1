"""Makes the TorchScript fixtures with real PyTorch: python make_fixtures.py [folder].

answers.json holds for each model a batch, its answers and the outputs of named submodules, all from PyTorch itself.
"""

import json
import os
import sys

import torch
from torch import nn

folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
torch.manual_seed(20261121)


class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, x):
        return torch.relu(x + self.norm(self.conv(x)))


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 4, 3, stride=2, padding=1), nn.ReLU())
        self.blocks = nn.Sequential(Block(4), Block(4))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.drop = nn.Dropout(0.5)
        self.head = nn.Linear(4, 3)

    def forward(self, x):
        x = self.pool(self.blocks(self.stem(x))).flatten(1)
        return torch.softmax(self.head(self.drop(x)), dim=1)


class Recurrent(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(5, 6, batch_first=True)
        self.head = nn.Linear(6, 2)

    def forward(self, x):
        sequence, _ = self.lstm(x)
        return self.head(sequence[:, -1])


class Reaching(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + torch.from_file("/etc/hostname", False, 1, dtype=torch.uint8)


class Pair(nn.Module):
    def forward(self, x):
        return x, x + 1


class WhileLoading(nn.Module):
    def __init__(self):
        super().__init__()
        self.value = 1

    @torch.jit.export
    def __getstate__(self):
        return self.value, self.training

    @torch.jit.export
    def __setstate__(self, state: tuple[int, bool]):
        self.value = state[0]
        self.training = state[1]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * self.value


answers = {}


def keep(name, model, x, submodules):
    model.eval()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.3)
            module.running_var.uniform_(0.5, 2)
    outputs = {}
    hooks = [
        model.get_submodule(path).register_forward_hook(lambda m, i, y, path=path: outputs.update({path: y}))
        for path in submodules
    ]
    with torch.no_grad():
        y = model(x)
    for hook in hooks:
        hook.remove()
    torch.jit.trace(model, x).save(os.path.join(folder, name + ".pt"))
    answers[name] = {
        key: {"shape": list(value.shape), "values": value.flatten().tolist()}
        for key, value in {"x": x, "y": y, **outputs}.items()
    }


keep("residual", Residual(), torch.randn(2, 3, 8, 6), ["stem", "blocks.0", "blocks.1", "pool"])
keep("recurrent", Recurrent(), torch.randn(3, 4, 5), [])
scripted = torch.jit.script(Residual().eval())
scripted.save(os.path.join(folder, "scripted.pt"))
x = torch.randn(2, 3, 8, 6)
answers["scripted"] = {
    key: {"shape": list(value.shape), "values": value.flatten().tolist()}
    for key, value in {"x": x, "y": scripted(x).detach(), "blocks.1": scripted.blocks(scripted.stem(x)).detach()}.items()
}
torch.jit.script(Reaching()).save(os.path.join(folder, "refused-file.pt"))
torch.jit.script(WhileLoading()).save(os.path.join(folder, "refused-setstate.pt"))
torch.jit.trace(Pair(), torch.randn(2, 3)).save(os.path.join(folder, "refused-pair.pt"))
torch.save(nn.Linear(2, 2).state_dict(), os.path.join(folder, "refused-state.pt"))
with open(os.path.join(folder, "answers.json"), "w") as file:
    json.dump(answers, file)
