"""Run every benchmark: `python -m benchmarks`, or some: `python -m benchmarks startup replies`."""

from __future__ import annotations

import sys
from importlib import import_module

BENCHMARKS = ("startup", "chat", "replies", "growth")

for name in sys.argv[1:] or BENCHMARKS:
    print(f"\n{name}")
    # Imported one by one: a process that is measured takes over the peak memory of the one that starts it.
    for line in import_module(f"benchmarks.{name}").run():
        print(f"  {line}")
