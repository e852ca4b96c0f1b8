"""A real terminal, as far as a program can tell: a pseudo-terminal whose output is drawn on a screen in memory."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

import pyte

CHECKOUT = Path(__file__).parents[2]


class Terminal:
    """Runs a program and shows what it draws."""

    opened: ClassVar[list[Terminal]] = []

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        home: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.received = b""
        self._master, slave = pty.openpty()
        self._set_size(columns, rows)
        self.modes_found = termios.tcgetattr(slave)
        self.modes_left: list[object] = []
        kept = {name: os.environ[name] for name in ("PATH", "ASSISTANT_CACHE_DIR", "LANG") if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            # Its controlling terminal, so that it is told when the size changes.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
            cwd=home,
            env={
                **kept,
                "HOME": str(home),
                "TERM": "xterm-256color",
                "PYTHONPATH": str(CHECKOUT),
                **(environment or {}),
            },
        )
        os.close(slave)
        Terminal.opened.append(self)

    @classmethod
    def end_all(cls) -> None:
        """End what still runs."""
        for terminal in cls.opened:
            if terminal.process.poll() is None:
                terminal.process.kill()
                terminal.process.wait()
        cls.opened.clear()

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def wait(self, condition: Callable[[], bool], seconds: float = 20) -> None:
        """Read until a condition holds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.05)
            if condition():
                return
        raise AssertionError(f"waited {seconds} s; the terminal shows:\n{self.text}")

    def wait_for(self, words: str) -> None:
        self.wait(lambda: words in self.text)

    def wait_for_end(self) -> int:
        self.wait(lambda: self.process.poll() is not None)
        while self._read(0.05):
            pass
        self.modes_left = termios.tcgetattr(self._master)
        os.close(self._master)
        return self.process.returncode

    def close(self) -> None:
        """Close the window, whatever runs in it."""
        os.close(self._master)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    @property
    def echoes(self) -> bool:
        """Whether the terminal itself shows what is typed."""
        return bool(termios.tcgetattr(self._master)[3] & termios.ECHO)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux reports the end of the other side so
            return False
        self.received += data
        # The screen in memory does not know these: Kitty's keyboard protocol would be shown as text.
        for mark in (b"\x1b[>1u", b"\x1b[<u", b"\x1b[?u"):
            data = data.replace(mark, b"")
        self._stream.feed(data)
        return bool(data)
