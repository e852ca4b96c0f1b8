"""The file of a compiled index: a header with the knowledge, then arrays that are mapped and not read.

Layout: magic, CRC-32 and length of the header (4 and 8 bytes, little-endian), header (MessagePack), arrays on 64-byte
boundaries. The header is checked whole, the arrays by their size alone: to sum them up they would have to be read.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import msgspec

from assistant import knowledge_base
from assistant.errors import AssistantError
from assistant.knowledge_base import KnowledgeBase

Progress = Callable[[float], None]
"""Told the share of a compilation that is done, 0 to 1."""

MAGIC = b"share-to-protect index\n"
_ALIGNMENT = 64

_ZIP_DIRECTORY = 1024
"""Bytes at the end of a zip archive of few parts in which its directory lies, with the CRC-32 of each part."""


class IndexDamaged(AssistantError):
    """The file is not a whole index of this engine; it is rebuilt, so no user sees this."""

    def __init__(self) -> None:
        super().__init__("The compiled index is damaged, or of another version. It is made again from the knowledge.")


class StoredArray(msgspec.Struct, frozen=True):
    """Where an array stands in the file: dtype in numpy's notation, and byte offset after the header."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    offset: int


class _Header(msgspec.Struct, frozen=True):
    """The part of the file that is not arrays."""

    engine: int
    digest: str
    size: int
    knowledge: KnowledgeBase
    parts: msgspec.Raw
    arrays: tuple[StoredArray, ...]


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A compiled index of which only the knowledge has been read.

    Attributes:
        knowledge: the knowledge base, without its phrasings.
        digest: hash of the knowledge files that it was compiled from.
        parts: the small parts of the matcher, MessagePack.
        arrays: where the arrays stand in the body.
        body: the arrays.
    """

    knowledge: KnowledgeBase
    digest: str
    parts: bytes
    arrays: tuple[StoredArray, ...]
    body: memoryview


@cache
def engine_version() -> int:
    """Give a number that differs wherever the code or the word vectors that an index is compiled with do.

    Returns:
        CRC-32 of the modules of the matching and of the knowledge base, and of the word vectors' directory.
    """
    matching, knowledge = Path(__file__).parent, Path(knowledge_base.__file__).parent
    version = 0
    for path in (*sorted(matching.glob("*.py")), *sorted(knowledge.rglob("*.py"))):
        version = crc32(path.read_bytes(), version)
    with (matching / "word_vectors.npz").open("rb") as vectors:
        vectors.seek(-_ZIP_DIRECTORY, os.SEEK_END)
        return crc32(vectors.read(), version)


def lay_out(knowledge: KnowledgeBase, digest: str, parts: bytes, arrays: Iterable[tuple[StoredArray, bytes]]) -> bytes:
    """Write an index as bytes.

    Args:
        knowledge: the knowledge base, without its phrasings.
        digest: hash of its files.
        parts: the small parts of the matcher, MessagePack.
        arrays: name, dtype and shape of each array, and its content.

    Returns:
        The content of an index file.
    """
    table, body = [], bytearray()
    for stored, content in arrays:
        body.extend(b"\0" * (-len(body) % _ALIGNMENT))
        table.append(msgspec.structs.replace(stored, offset=len(body)))
        body.extend(content)
    header = msgspec.msgpack.encode(
        _Header(engine_version(), digest, len(body), knowledge, msgspec.Raw(parts), tuple(table))
    )
    front = MAGIC + crc32(header).to_bytes(4, "little") + len(header).to_bytes(8, "little") + header
    return front + b"\0" * (-len(front) % _ALIGNMENT) + bytes(body)


def read_index_file(content: bytes | mmap.mmap) -> IndexFile:
    """Read the knowledge of an index; its arrays stay views of the content.

    Args:
        content: what `lay_out` gave.

    Returns:
        The index file.

    Raises:
        IndexDamaged: not an index, not whole, or of another engine version.
    """
    view = memoryview(content)
    front = len(MAGIC) + 12
    if bytes(view[: len(MAGIC)]) != MAGIC or len(view) < front:
        raise IndexDamaged
    checksum = int.from_bytes(view[len(MAGIC) : len(MAGIC) + 4], "little")
    header_end = front + int.from_bytes(view[len(MAGIC) + 4 : front], "little")
    encoded = view[front:header_end]
    if crc32(encoded) != checksum:
        raise IndexDamaged
    try:
        header = msgspec.msgpack.decode(encoded, type=_Header)
    except (msgspec.MsgspecError, ValueError) as error:
        raise IndexDamaged from error
    body = header_end + (-header_end % _ALIGNMENT)
    if header.engine != engine_version() or len(view) != body + header.size:
        raise IndexDamaged
    return IndexFile(header.knowledge, header.digest, bytes(header.parts), header.arrays, view[body:])


def map_index_file(path: Path) -> IndexFile:
    """Open an index file without reading it whole.

    Args:
        path: an index file.

    Returns:
        The index file, its arrays in the mapped file.

    Raises:
        OSError: the file cannot be opened.
        IndexDamaged: not an index, not whole, or of another engine version.
    """
    with path.open("rb") as file:
        try:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:
            raise IndexDamaged from error
    return read_index_file(content)
