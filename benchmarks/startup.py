"""`assistant ask` against a bare import of numpy and rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.processes import compare, run_python

ASK = ("-m", "assistant", "ask", "can I share without consent?")
BASELINE = ("-c", "import numpy, rapidfuzz")


def run() -> Iterator[str]:
    """Measure.

    Yields:
        Lines of the report.
    """
    run_python(*ASK)  # compiles the index
    ask, base, ask_memory, base_memory = compare(ASK, BASELINE)
    yield f"assistant ask {ask * 1000:.0f} ms, baseline {base * 1000:.0f} ms: {ask / base:.2f} times (target 3)"
    yield f"memory {ask_memory:.0f} MB, baseline {base_memory:.0f} MB: {ask_memory / base_memory:.2f} times"
