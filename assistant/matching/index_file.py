"""The file of a compiled index: a header with the knowledge, then arrays that are mapped and not read.

Layout: magic, length of the header (8 bytes, little-endian), header (MessagePack), arrays on 64-byte boundaries.
"""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from assistant.knowledge_base import KnowledgeBase

ENGINE_VERSION = 29
"""Raised whenever the meaning of what is stored changes; an older index is then rebuilt."""

Progress = Callable[[float], None]
"""Told the share of a compilation that is done, 0 to 1."""

MAGIC = b"share-to-protect index\n"
_ALIGNMENT = 64


class IndexDamaged(Exception):
    """The file is not a whole index of this engine version; it is rebuilt, so no user sees this."""


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
    texts: msgspec.Raw
    arrays: tuple[StoredArray, ...]


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A compiled index of which only the knowledge has been read.

    Attributes:
        knowledge: the knowledge base, without its phrasings.
        digest: hash of the knowledge files that it was compiled from.
        parts: the small parts of the matcher, MessagePack.
        texts: the training texts, MessagePack.
        arrays: where the arrays stand in the body.
        body: the arrays.
    """

    knowledge: KnowledgeBase
    digest: str
    parts: bytes
    texts: bytes
    arrays: tuple[StoredArray, ...]
    body: memoryview


def lay_out(
    knowledge: KnowledgeBase, digest: str, parts: bytes, texts: bytes, arrays: Iterable[tuple[StoredArray, bytes]]
) -> bytes:
    """Write an index as bytes.

    Args:
        knowledge: the knowledge base, without its phrasings.
        digest: hash of its files.
        parts: the small parts of the matcher, MessagePack.
        texts: the training texts, MessagePack.
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
        _Header(ENGINE_VERSION, digest, len(body), knowledge, msgspec.Raw(parts), msgspec.Raw(texts), tuple(table))
    )
    front = MAGIC + len(header).to_bytes(8, "little") + header
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
    front = len(MAGIC) + 8
    if bytes(view[: len(MAGIC)]) != MAGIC or len(view) < front:
        raise IndexDamaged
    header_end = front + int.from_bytes(view[len(MAGIC) : front], "little")
    try:
        header = msgspec.msgpack.decode(view[front:header_end], type=_Header)
    except (msgspec.MsgspecError, ValueError) as error:
        raise IndexDamaged from error
    body = header_end + (-header_end % _ALIGNMENT)
    if header.engine != ENGINE_VERSION or len(view) != body + header.size:
        raise IndexDamaged
    return IndexFile(
        header.knowledge, header.digest, bytes(header.parts), bytes(header.texts), header.arrays, view[body:]
    )


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
