"""Fuzz one reader with atheris: `python benchmarks/fuzz/run.py plan -max_total_time=600`.

What comes after the target's name goes to libFuzzer. Inputs that were worth keeping are kept in benchmarks/fuzz/corpus/,
which Git does not take; one that breaks something is written beside it, and its bytes belong into found.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sigcheck"]):
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from fuzz.seeds import SEEDS
    from fuzz.targets import TARGETS

HERE = Path(__file__).parent


def main() -> None:
    """Run the target named first; libFuzzer ends the process."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"name a target: {', '.join(TARGETS)}")
    name = sys.argv.pop(1)
    corpus = HERE / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    settings = [f"-artifact_prefix={HERE / 'corpus'}/{name}-", "-timeout=20", "-rss_limit_mb=2048", "-max_len=4000"]
    atheris.Setup([sys.argv[0], *settings, *sys.argv[1:], str(corpus)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
