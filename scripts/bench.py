#!/usr/bin/env python3
"""Speeds of LayerAudit beside plain PyTorch 2, and Opacus, on the same machine, in turn and in one run.

Of several rounds the best of each side counts: other work on the machine can only slow either of them.
The PyTorch side is what a researcher would write: one shadow head after the other, one attack network after the
other, the model as an nn.Module in evaluation mode. Run by scripts/bench.sh.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

import h5py
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

SIZE, HEAD_EPOCHS, HEAD_BATCH = 1000, 120, 128
ATTACK_EPOCHS, ATTACK_BATCH = 50, 32
CLASSES = 10


class KerasNetwork(nn.Module):
    """A Functional Keras image classifier up to one of its layers, from its .h5 file.

    With `groups`, group normalisations stand for batch normalisations.
    """

    def __init__(self, path, last, groups=None):
        super().__init__()
        self.groups = groups
        self.steps, self.parts = [], nn.ModuleDict()
        with h5py.File(path) as file:
            config = json.loads(file.attrs["model_config"])["config"]["layers"]
            for layer in config:
                name, settings = layer["name"], layer["config"]
                group = file["model_weights"].get(name)
                names = [] if group is None else group.attrs.get("weight_names", [])
                weights = [torch.tensor(group[w.decode() if isinstance(w, bytes) else w][()]) for w in names]
                function = self.function(layer["class_name"], name, settings, weights)
                self.steps.append((name, self.inputs(layer["inbound_nodes"]), function))
                if name == last:
                    break

    @staticmethod
    def inputs(nodes):
        found = []

        def visit(value):
            if isinstance(value, dict) and value.get("class_name") == "__keras_tensor__":
                found.append(value["config"]["keras_history"][0])
            elif isinstance(value, dict):
                visit(list(value.values()))
            elif isinstance(value, list):
                for item in value:
                    visit(item)

        visit(nodes)
        return found

    def function(self, kind, name, settings, weights):
        if kind == "InputLayer":
            return None
        if kind == "Rescaling":
            return lambda x: x * settings["scale"] + settings["offset"]
        if kind == "ReLU":
            return F.relu
        if kind == "Add":
            return torch.add
        if kind == "Activation":
            return {"relu": F.relu, "softmax": lambda x: F.softmax(x, 1)}[settings["activation"]]
        if kind == "ZeroPadding2D":
            (top, bottom), (left, right) = settings["padding"]
            return lambda x: F.pad(x, (left, right, top, bottom))
        if kind == "MaxPooling2D":
            return nn.MaxPool2d(settings["pool_size"][0], settings["strides"][0])
        if kind == "GlobalAveragePooling2D":
            return lambda x: x.mean((2, 3))
        if kind == "Conv2D":
            kernel, stride = settings["kernel_size"][0], settings["strides"][0]
            same = settings["padding"] == "same"
            even = not same or stride == 1 or kernel == 1  # an odd border: after the last row, as Keras has it
            part = nn.Conv2d(weights[0].shape[2], weights[0].shape[3], kernel, stride,
                             padding=kernel // 2 if same and even else 0, bias=settings["use_bias"])
            part.weight.data = weights[0].permute(3, 2, 0, 1).contiguous()
            if settings["use_bias"]:
                part.bias.data = weights[1]
            self.parts[name] = part
            return part if even else lambda x: part(F.pad(x, (0, 1, 0, 1)))
        if kind == "BatchNormalization":
            if self.groups:
                part = nn.GroupNorm(self.groups, len(weights[0]), eps=settings["epsilon"])
                self.parts[name] = part
                return part
            part = nn.BatchNorm2d(len(weights[0]), eps=settings["epsilon"])
            part.weight.data, part.bias.data, part.running_mean.data, part.running_var.data = weights
            self.parts[name] = part
            return part
        if kind == "Dense":
            part = nn.Linear(*weights[0].shape)
            part.weight.data, part.bias.data = weights[0].T.contiguous(), weights[1]
            self.parts[name] = part
            return lambda x: F.softmax(part(x), 1) if settings["activation"] == "softmax" else part(x)
        raise SystemExit(f"bench: the PyTorch side knows no {kind}")

    def forward(self, x):
        values = {}
        for name, inputs, function in self.steps:
            values[name] = x if function is None else function(*[values[i] for i in inputs])
        return values[name]


def plain_head(x, y, rows, query):
    head = nn.Linear(x.shape[1], CLASSES)
    optimizer = torch.optim.SGD(head.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
    loss = nn.CrossEntropyLoss()
    own_x, own_y = x[rows], y[rows]
    for _ in range(HEAD_EPOCHS):
        order = torch.randperm(len(rows))
        for start in range(0, len(rows), HEAD_BATCH):
            batch = order[start:start + HEAD_BATCH]
            optimizer.zero_grad()
            loss(head(own_x[batch]), own_y[batch]).backward()
            optimizer.step()
    with torch.no_grad():
        return torch.softmax(head(x[query]), 1)


def plain_attack(x, member, epochs):
    network = nn.Sequential(nn.Linear(CLASSES, 50), nn.ReLU(), nn.Linear(50, 30), nn.ReLU(), nn.Linear(30, 5),
                            nn.ReLU(), nn.Linear(5, 1))
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    loss = nn.BCEWithLogitsLoss()
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for start in range(0, len(x), ATTACK_BATCH):
            batch = order[start:start + ATTACK_BATCH]
            optimizer.zero_grad()
            loss(network(x[batch])[:, 0], member[batch]).backward()
            optimizer.step()
    return network


class Bench:
    def __init__(self, options):
        self.options = options
        self.source = os.path.join(options.shared, "data/audits/cifar10/source.h5")
        self.data = os.path.join(options.shared, "data/audits/cifar10/data.h5")
        self.has_data = os.path.exists(self.source) and os.path.exists(self.data)
        self.folder = tempfile.TemporaryDirectory()
        self.features = os.path.join(self.folder.name, "features.h5")
        self.products = 0.0
        torch.set_num_threads(options.threads)
        torch.manual_seed(1)

    def ours(self, *arguments):
        command = [self.options.benchmarks] + [str(a) for a in arguments]
        lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
        return {name: float(value) for name, value in (line.split() for line in lines)}

    def run(self):
        threads = self.options.threads
        print(f"LayerAudit beside PyTorch {torch.__version__}, {threads} threads, "
              f"{self.options.rounds} rounds in turn\n", flush=True)
        self.sgemm()
        if self.has_data:
            self.extraction()
        else:
            print(f"SKIP features, training: no {self.source} (set LAYERAUDIT_SHARED); heads on random features\n")
            self.random_features()
        self.large_models()
        self.heads()
        if self.has_data:
            self.training()
        self.private_training()
        if self.options.audit:
            self.audit()

    def row(self, name, unit, ours, theirs, note="", rate=False):
        """Prints each side's best round, their ratio, and the ratio of each round."""
        best = max if rate else min
        ratios = [(a / b if rate else b / a) for a, b in zip(ours, theirs)]
        a, b = best(ours), best(theirs)
        rounds = " ".join(f"{r:.2f}" for r in ratios)
        print(f"{name:<44} {a:>9.2f} {b:>9.2f} {unit:<10} {a / b if rate else b / a:>7.2f}x  (rounds: {rounds}){note}",
              flush=True)

    def header(self, title, other="PyTorch"):
        print(f"{title:<44} {'ours':>9} {other:>9} {'':<10} {'ratio':>8}")

    def sgemm(self):
        ours, theirs = [], []
        a = torch.randn(1024, 1024)
        for _ in range(self.options.rounds):
            ours.append(self.ours("products", self.options.threads)["gflops"])
            best = 0.0
            for _ in range(10):
                start = time.perf_counter()
                for _ in range(5):
                    a @ a
                best = max(best, 5 * 2 * 1024**3 / (time.perf_counter() - start) / 1e9)
            theirs.append(best)
        self.products = max(ours + theirs)
        self.header("The machine")
        self.row("products of 1024 x 1024, single precision", "GFLOP/s", ours, theirs, rate=True)
        print()

    def extraction(self):
        ours, theirs = [], []
        with h5py.File(self.data) as file:
            stored = torch.tensor(file["shadowTrain/x"][()])
        model = KerasNetwork(self.source, "features").eval()
        wide = KerasNetwork(self.source, "features").eval().to(memory_format=torch.channels_last)

        def plain(model, memory_format, size):
            start = time.perf_counter()
            with torch.no_grad():
                parts = [model(stored[i:i + size].float().permute(0, 3, 1, 2).contiguous(memory_format=memory_format))
                         for i in range(0, len(stored), size)]
            return len(stored) / (time.perf_counter() - start), torch.cat(parts)

        for _ in range(self.options.rounds):
            run = self.ours("features", self.source, self.data, self.features, self.options.threads)
            ours.append(run["records"] / run["seconds"])
            runs = [run for size in (32, 128) for run in (plain(model, torch.contiguous_format, size),
                                                          plain(wide, torch.channels_last, size))]
            theirs.append(max(rate for rate, _ in runs))
        with h5py.File(self.features) as file:
            difference = (torch.tensor(file["shadowTrain/features"][()]) - runs[0][1]).abs().max().item()
        self.header("Features of 10,000 images")
        self.row("ResNet-20", "images/s", ours, theirs, f"  largest difference {difference:.1e}",
                 rate=True)
        print("  Ours from the file; PyTorch's from memory, the best of batches of 32 and 128, NCHW and channels_last.\n")

    def large_models(self):
        """Models of keras.applications: reading, looking inside, and answering a batch of 16."""
        os.environ.setdefault("KERAS_BACKEND", "torch")
        import keras

        paths = {name: os.path.join(self.folder.name, name + ".h5") for name in ("ResNet50", "EfficientNetB0")}
        for name, path in paths.items():
            getattr(keras.applications, name)(weights=None).save(path)
        print("Large models")
        for name, path in paths.items():
            runs = [self.ours("load", path) for _ in range(self.options.rounds)]
            size = runs[0]["file"]
            print(f"  {name}: {size / 1e6:.0f} MB read in {min(run['seconds'] for run in runs):.2f} s, memory rises by "
                  f"{max(run['memory'] for run in runs) / size:.2f}x the file's size", flush=True)
        seconds = []
        for _ in range(self.options.rounds):
            start = time.perf_counter()
            subprocess.run([self.options.layeraudit, "inspect", paths["EfficientNetB0"]], check=True,
                           stdout=subprocess.DEVNULL)
            seconds.append(time.perf_counter() - start)
        print(f"  inspect of EfficientNetB0: {min(seconds):.2f} s", flush=True)

        threads, runs = self.options.threads, 5
        x = torch.rand(16, 3, 224, 224) * 255
        models = [(KerasNetwork(paths["ResNet50"], "predictions").eval().to(memory_format=layout), layout)
                  for layout in (torch.contiguous_format, torch.channels_last)]

        def plain(model, layout):
            images, best = x.contiguous(memory_format=layout), float("inf")
            with torch.no_grad():
                for _ in range(runs + 1):
                    start = time.perf_counter()
                    model(images)
                    best = min(best, time.perf_counter() - start)
            return best

        ours, theirs = [], []
        for _ in range(self.options.rounds):
            ours.append(16 / self.ours("forward", paths["ResNet50"], 16, threads, runs)["seconds"])
            theirs.append(16 / min(plain(*model) for model in models))
        self.header("Answers for a batch of 16, 224 x 224")
        self.row("ResNet50", "images/s", ours, theirs, "  PyTorch's better of NCHW and channels_last", rate=True)
        print()

    def random_features(self):
        random = np.random.default_rng(1)
        with h5py.File(self.features, "w") as file:
            for name, count in [("shadowTrain", 10000), ("shadowTest", 10000), ("members", 5000),
                                ("nonMembers", 5000)]:
                file[f"{name}/features"] = random.standard_normal((count, 64), dtype=np.float32)
                file[f"{name}/y"] = np.arange(count) % CLASSES
            file["W"] = random.standard_normal((64, CLASSES), dtype=np.float32) / 8
            file["b"] = np.zeros(CLASSES, dtype=np.float32)

    def plain_heads(self, count):
        """Seconds for some heads, scaled to all, and the shadow answers they gave."""
        with h5py.File(self.features) as file:
            x = torch.tensor(np.concatenate([file["shadowTrain/features"], file["shadowTest/features"]]))
            y = torch.tensor(np.concatenate([file["shadowTrain/y"], file["shadowTest/y"]])).long()
            half = len(file["shadowTrain/y"])
        start = time.perf_counter()
        answers, labels = [], []
        for _ in range(count):
            rows, others = torch.randperm(half)[:SIZE], half + torch.randperm(len(x) - half)[:SIZE]
            query = torch.cat([rows, others])
            answers.append(plain_head(x, y, rows, query))
            labels.append(y[query])
        seconds = (time.perf_counter() - start) / count * self.options.models
        return seconds, torch.cat(answers), torch.cat(labels)

    def plain_attacks(self, answers, labels, epochs):
        """Seconds for some epochs of every attack network, scaled to all."""
        member = torch.cat([torch.ones(SIZE), torch.zeros(SIZE)]).repeat(len(answers) // (2 * SIZE))
        # As many records as all shadow models answer for, whatever share of them was trained here.
        times = self.options.models * 2 * SIZE // len(answers)
        start = time.perf_counter()
        for label in range(CLASSES):
            own = labels == label
            plain_attack(answers[own].repeat(times, 1), member[own].repeat(times), epochs)
        return (time.perf_counter() - start) / epochs * ATTACK_EPOCHS

    def heads(self):
        models = self.options.models
        count = models if self.options.full else max(1, models // 20)
        epochs = ATTACK_EPOCHS if self.options.full else 1
        ours, theirs = [], []
        for _ in range(self.options.rounds):
            run = self.ours("heads", self.features, self.options.threads, models, SIZE, HEAD_EPOCHS, ATTACK_EPOCHS)
            ours.append((run["heads-seconds"], run["attack-seconds"]))
            runs = []
            # Networks this small can be slower on several threads than on one: PyTorch gets the better of both.
            for threads in sorted({1, self.options.threads}):
                torch.set_num_threads(threads)
                seconds, answers, labels = self.plain_heads(count)
                runs.append((seconds, self.plain_attacks(answers, labels, epochs)))
            theirs.append(np.min(runs, 0))
            self.products = max(self.products, self.ours("products", self.options.threads)["gflops"])
        ours, theirs = np.array(ours), np.array(theirs)
        self.header("Freezing, features given")
        self.row(f"{models} shadow heads, n = {SIZE}, {HEAD_EPOCHS} epochs", "s", ours[:, 0], theirs[:, 0])
        self.row(f"attack networks, {ATTACK_EPOCHS} epochs", "s", ours[:, 1], theirs[:, 1])
        self.row("both", "s", ours.sum(1), theirs.sum(1))
        if not self.options.full:
            print(f"  PyTorch: {count} of {models} heads and {epochs} of {ATTACK_EPOCHS} attack epochs timed, scaled "
                  "linearly (--full times everything).")
        print("  Ours trains five networks per class and watches held-out records; PyTorch's loop trains one.")
        # Multiplications and additions of the products alone: forward, and backward to kernels and hidden layers.
        head = 6 * 64 * CLASSES - 2 * 64 * CLASSES
        sizes = [CLASSES, 50, 30, 5, 1]
        products = [a * b for a, b in zip(sizes, sizes[1:])]
        network = 6 * sum(products) - 2 * products[0]
        records = models * 5 * SIZE * 2  # five networks for each record
        attack = ATTACK_EPOCHS * records * (0.8 * network + 0.2 * 2 * sum(products))
        work = [models * SIZE * HEAD_EPOCHS * head, attack]
        seconds = [*ours.min(0), ours.sum(1).min()]
        shares = [w / t / 1e9 / self.products for w, t in zip(work + [sum(work)], seconds)]
        print(f"  Share of the machine's SGEMM rate ({self.products:.0f} GFLOP/s): heads {shares[0]:.0%}, attack "
              f"networks {shares[1]:.0%}, both {shares[2]:.0%}\n", flush=True)

    def training(self):
        ours, mixed, theirs = [], [], []
        with h5py.File(self.data) as file:
            x = torch.tensor(file["shadowTrain/x"][:1280]).float().permute(0, 3, 1, 2).contiguous()
            y = torch.tensor(file["shadowTrain/y"][:1280]).long()

        def plain(memory_format):
            model = KerasNetwork(self.source, "classifier").train().to(memory_format=memory_format)
            optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, weight_decay=5e-4)
            images = x.contiguous(memory_format=memory_format)
            best = 0.0
            for _ in range(3):
                start = time.perf_counter()
                order = torch.randperm(len(images))
                for i in range(0, len(images), 128):
                    batch = order[i:i + 128]
                    optimizer.zero_grad()
                    F.cross_entropy(model(images[batch]), y[batch]).backward()
                    optimizer.step()
                best = max(best, len(images) / (time.perf_counter() - start))
            return best

        torch.set_num_threads(1)
        for _ in range(self.options.rounds):
            run = self.ours("training", self.source, self.data)
            ours.append(run["records"] / run["seconds"])
            mixed.append(run["records"] / run["mixed"])
            theirs.append(max(plain(torch.contiguous_format), plain(torch.channels_last)))
        torch.set_num_threads(self.options.threads)
        self.header("Training a whole network on one core")
        self.row("ResNet-20, batches of 128", "images/s", ours, theirs, rate=True)
        self.row("the same, products in bfloat16", "images/s", mixed, theirs, rate=True)
        print()

    @staticmethod
    def residual_network(path):
        """ResNet-20 for images of 32 x 32 (He et al. 2016, section 4.2), untrained, as Keras saves it."""
        os.environ.setdefault("KERAS_BACKEND", "torch")
        from keras import Model, layers

        def convolved(x, filters, stride, size=3):
            x = layers.Conv2D(filters, size, stride, padding="same", use_bias=False)(x)
            return layers.BatchNormalization()(x)

        image = layers.Input((32, 32, 3))
        x = layers.ReLU()(convolved(image, 16, 1))
        for stage in range(3):
            for block in range(3):
                filters, stride = 16 << stage, 2 if stage and not block else 1
                y = layers.ReLU()(convolved(x, filters, stride))
                y = convolved(y, filters, 1)
                shortcut = convolved(x, filters, stride, 1) if stride > 1 else x
                x = layers.ReLU()(layers.Add()([y, shortcut]))
        x = layers.GlobalAveragePooling2D()(x)
        Model(image, layers.Dense(CLASSES, name="logits")(x)).save(path)

    def private_training(self):
        """A DP-SGD step: gradients of each record, clipping, noise and the optimiser's step."""
        from opacus import PrivacyEngine

        path, batch, steps = os.path.join(self.folder.name, "ResNet20.h5"), 256, 2
        self.residual_network(path)
        model = KerasNetwork(path, "logits", groups=8)
        x, y = torch.rand(batch, 3, 32, 32), torch.arange(batch) % CLASSES
        data = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=batch)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, weight_decay=5e-4)
        private, optimizer, _ = PrivacyEngine().make_private(
            module=model.train(), optimizer=optimizer, data_loader=data, noise_multiplier=1.0, max_grad_norm=1.0,
            poisson_sampling=False)

        def plain():
            seconds = []
            for _ in range(steps + 1):
                start = time.perf_counter()
                optimizer.zero_grad()
                F.cross_entropy(private(x), y).backward()
                optimizer.step()
                seconds.append(time.perf_counter() - start)
            return min(seconds[1:])

        ours, theirs = [], []
        for _ in range(self.options.rounds):
            run = self.ours("private", path, batch, self.options.threads, steps)
            ours.append(run["seconds"])
            theirs.append(plain())
        if run["parameters"] != sum(p.numel() for p in model.parameters()):
            raise SystemExit("bench: the two sides train networks of different sizes")
        self.header("A step of private training", "Opacus")
        self.row(f"DP-SGD step, ResNet-20, batch {batch}", "s", ours, theirs)
        print()

    def audit(self):
        manifest = os.path.join(os.path.dirname(self.source), "audit.yaml")
        if not os.path.exists(manifest):
            print(f"SKIP audit: no {manifest}")
            return
        start = time.perf_counter()
        process = subprocess.Popen([self.options.layeraudit, "audit", manifest, "--threads",
                                    str(self.options.threads), "--output", os.path.join(self.folder.name, "audit")])
        _, status, usage = os.wait4(process.pid, 0)
        print(f"CIFAR-10 audit: {(time.perf_counter() - start) / 60:.1f} min, peak memory "
              f"{usage.ru_maxrss / 1024:.0f} MB, exit code {os.waitstatus_to_exitcode(status)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmarks", help="the Benchmarks program")
    parser.add_argument("layeraudit", help="the layeraudit program")
    parser.add_argument("--shared", default=os.environ.get("LAYERAUDIT_SHARED", "../shared"))
    parser.add_argument("--threads", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--models", type=int, default=100, help="shadow heads")
    parser.add_argument("--full", action="store_true", help="time all of PyTorch's work instead of scaling a part")
    parser.add_argument("--audit", action="store_true", help="also run the CIFAR-10 audit and print its peak memory")
    Bench(parser.parse_args()).run()


if __name__ == "__main__":
    sys.exit(main())
