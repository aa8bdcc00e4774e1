"""Gives hostile model files to LayerAudit, one process each, and sees that every one ends as it must.

    python try_hostile_files.py LAYERAUDIT [--flips N] [--truncations N] [--large] [--jobs N] [--keep FOLDER]

Each file must end in exit 2 with the identifier of a known reason on the standard error (a file with a changed byte may
also read: exit 0), within 10 seconds of processor time and 1 GB, without a signal, and with nothing written.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

from good_model import good_archive, good_model

SECONDS = 10
BYTES = 1 << 30
IDENTIFIER = re.compile(r"\b(?:hdf5|archive|keras|torch|network|tensor)\.[a-zA-Z0-9]+\b")
HERE = pathlib.Path(__file__).parent


class Trial:
    """What one run of the program did."""

    def __init__(self, program, path, scratch):
        environment = {**os.environ, "TMPDIR": str(scratch), "SWIFT_BACKTRACE": "enable=no"}
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(
                [program, "inspect", str(path)], stdout=subprocess.DEVNULL, stderr=errors, cwd=scratch, env=environment
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            errors.seek(0)
            self.errors = errors.read().decode(errors="replace")
        self.seconds = usage.ru_utime + usage.ru_stime
        self.exit = process.returncode
        self.bytes = usage.ru_maxrss << 10
        self.ids = set(IDENTIFIER.findall(self.errors))

    def wrong(self, ids, exits):
        """What is not as it must be; None when all is."""
        if self.exit < 0:
            return f"ended by signal {-self.exit}"
        if self.exit not in exits:
            return f"exit {self.exit}"
        if self.exit == 2 and not self.ids:
            return "no identifier of a reason"
        if self.exit == 2 and ids and not self.ids & set(ids):
            return f"told {', '.join(sorted(self.ids))} instead of {' or '.join(ids)}"
        if self.seconds > SECONDS:
            return f"took {self.seconds:.1f} s"
        if self.bytes > BYTES:
            return f"took {self.bytes >> 20} MiB"
        return None


def flips(original, count, seed):
    """Copies of a file with one byte changed."""
    chance = random.Random(seed)
    for _ in range(count):
        changed = bytearray(original)
        place = chance.randrange(len(changed))
        changed[place] ^= chance.randrange(1, 256)
        yield f"byte {place} is {changed[place]}", bytes(changed)


def flipped_files(folder, count):
    good_model(str(folder / "good.h5"))
    good_archive(str(folder / "good.keras"))
    shutil.copy(HERE.parent / "TorchModelsTests" / "Fixtures" / "residual.pt", folder / "good.pt")
    for number, name in enumerate(["good.h5", "good.keras", "good.pt"]):
        original = (folder / name).read_bytes()
        for index, (what, changed) in enumerate(flips(original, count // 3, 20261120 + number)):
            flipped = folder / f"flip-{index}-{name}"
            flipped.write_bytes(changed)
            yield flipped, what


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--flips", type=int, default=30)
    parser.add_argument("--truncations", type=int, default=50)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", help="a folder for the files, which are removed without it")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(arguments.keep or temporary).resolve()
        scratch = pathlib.Path(temporary).resolve() / "scratch"
        scratch.mkdir()
        options = [f"--truncations={arguments.truncations}"] + (["--large"] if arguments.large else [])
        subprocess.run([sys.executable, str(HERE / "make_hostile_files.py"), str(folder), *options], check=True)
        expected = json.loads((folder / "expected.json").read_text())
        trials = [(folder / name, name, known["ids"], known["exits"]) for name, known in expected.items()]
        (folder / "flips").mkdir(exist_ok=True)
        trials += [(path, what, [], [0, 2]) for path, what in flipped_files(folder / "flips", arguments.flips)]
        before = sorted(folder.rglob("*"))
        program = str(pathlib.Path(arguments.program).resolve())
        with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
            done = list(pool.map(lambda trial: (trial, Trial(program, trial[0], scratch)), trials))
        left = [str(path) for path in scratch.rglob("*")] + [str(p) for p in folder.rglob("*") if p not in before]
    report(done, left)


def report(done, left):
    failures = 0
    for (path, name, ids, exits), trial in done:
        wrong = trial.wrong(ids, exits)
        if wrong:
            failures += 1
            print(f"{path.name} ({name}): {wrong}\n    " + trial.errors.strip().replace("\n", "\n    "))
    for path in left:
        failures += 1
        print(f"left behind: {path}")
    slowest = max(done, key=lambda entry: entry[1].seconds)
    largest = max(done, key=lambda entry: entry[1].bytes)
    print(
        f"{len(done)} hostile files, {failures} not as they must be; "
        f"at most {slowest[1].seconds:.1f} s ({slowest[0][0].name}) "
        f"and {largest[1].bytes >> 20} MiB ({largest[0][0].name})"
    )
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
