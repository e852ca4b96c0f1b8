"""Writes files whole or not at all, readable by nobody else."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from assistant.errors import FileExists, FileNotSaved


def save_text(name: str, text: str, *, replace: bool = False) -> Path:
    """Write a text to a file that the person named.

    Args:
        name: the file as the person typed it; `~` is their home folder.
        text: what to write.
        replace: whether a file of that name may be replaced.

    Returns:
        The file that was written.

    Raises:
        FileExists: there is such a file and `replace` is not set.
        FileNotSaved: the name has no ending, as a question typed by mistake has none, or the system does not
            let it be written.
    """
    if not name.strip():
        raise FileNotSaved("Give the file a name.")
    try:
        path = Path(name.strip()).expanduser().absolute()
        if path.is_dir():
            raise FileNotSaved(f"{path} is a folder. Add a file name to it.")
        if not path.suffix:
            raise FileNotSaved("Give the file a name with an ending, such as notes.txt.")
        if not path.parent.is_dir():
            raise FileNotSaved(f"There is no folder {path.parent}. Make it first, or choose another.")
        if replace:
            write_whole(path, text.encode())
        else:
            _write_new(path, text.encode())
    except FileExistsError:
        raise FileExists(path) from None
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: ~nobody; ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise FileNotSaved(f"It could not be saved: {reason}.") from None
    return path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it; one of that name is replaced when the new one is complete.

    Args:
        path: the file.
        content: what to write.

    Raises:
        OSError: the system does not let it be written.
    """
    descriptor, temporary = tempfile.mkstemp(prefix=".writing-", dir=path.parent)  # which has mode 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _write_new(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
