"""Run every benchmark: `python -m benchmarks`, or some: `python -m benchmarks startup replies`."""

from __future__ import annotations

import sys

from benchmarks import chat, growth, replies, startup

BENCHMARKS = {"startup": startup.run, "chat": chat.run, "replies": replies.run, "growth": growth.run}

for name in sys.argv[1:] or BENCHMARKS:
    print(f"\n{name}")
    for line in BENCHMARKS[name]():
        print(f"  {line}")
