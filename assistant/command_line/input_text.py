"""What a person or a program hands in, as text that can be written out again; the only reader of standard input."""

from __future__ import annotations

import io
import sys
from typing import TextIO


def clean_text(argument: str) -> str:
    """Take out of an argument what is not UTF-8.

    Args:
        argument: a word of the command line, in which Python keeps odd bytes as lone surrogates.

    Returns:
        The text, with "?" for each odd byte.
    """
    return argument.encode("utf-8", "replace").decode()


def standard_input() -> TextIO:
    """Give standard input.

    Returns:
        The stream; a byte that is not UTF-8 reads as U+FFFD, so that no line of a pipe ends the program.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    return sys.stdin
