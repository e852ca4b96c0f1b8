"""The compiled index: everything that a question is matched against, in one memory-mapped file."""

from __future__ import annotations

import mmap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from assistant.knowledge_base import KnowledgeBase
from assistant.matching.calibration import Calibration
from assistant.matching.detector import Detector
from assistant.matching.features import FeatureSpace
from assistant.matching.phrasing_table import PhrasingTable
from assistant.matching.ranker import Ranker
from assistant.matching.regression import Regression
from assistant.matching.retrieval import InvertedTable, NearestTexts
from assistant.matching.word_vectors import WordVectors

ENGINE_VERSION = 4
"""Raised whenever the meaning of the stored arrays changes; an older index is then rebuilt."""

Progress = Callable[[float], None]
"""Told the share of a compilation that is done, 0 to 1."""

MAGIC = b"share-to-protect index\n"
_ALIGNMENT = 64

URGENT, HARMFUL = "urgent", "harmful"
"""Kinds of message that are recognised apart from the entries."""


class IndexDamaged(Exception):
    """The file is not a whole index of this engine version; it is rebuilt, so no user sees this."""


class _Array(msgspec.Struct, frozen=True):
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
    calibration: Calibration
    entries: int
    words: tuple[str, ...]
    levels: dict[str, tuple[float, float]]
    texts: msgspec.Raw
    arrays: tuple[_Array, ...]


@dataclass(frozen=True)
class Index:
    """A knowledge base made ready for matching.

    Attributes:
        knowledge: the knowledge base, without its phrasings.
        digest: hash of the knowledge files that it was compiled from.
        ranker: the trained classifier.
        calibration: how evidence becomes a decision.
        detectors: recognise urgent and harmful messages; only those that the knowledge has examples for.
        encoded_texts: the training texts in the ranker's order, MessagePack.
    """

    knowledge: KnowledgeBase
    digest: str
    ranker: Ranker
    calibration: Calibration
    detectors: dict[str, Detector]
    encoded_texts: bytes

    @classmethod
    def of(
        cls,
        knowledge: KnowledgeBase,
        digest: str,
        ranker: Ranker,
        calibration: Calibration,
        detectors: dict[str, Detector],
        texts: Sequence[str],
    ) -> Index:
        """Put an index together.

        Args:
            knowledge: the knowledge base.
            digest: hash of its files.
            ranker: the trained classifier.
            calibration: the fitted calibration.
            detectors: what recognises urgent and harmful messages, where the knowledge has examples.
            texts: the training texts in the ranker's order.

        Returns:
            The index; the phrasings are kept as texts only.
        """
        bare = msgspec.structs.replace(knowledge, phrasings=(), urgent=(), calm=())
        return cls(bare, digest, ranker, calibration, detectors, msgspec.msgpack.encode(list(texts)))

    @cached_property
    def texts(self) -> list[str]:
        """The training texts in the ranker's order; decoded only when they are looked at."""
        return msgspec.msgpack.decode(self.encoded_texts, type=list[str])

    def texts_of_entries(self) -> dict[str, list[str]]:
        """Group the training texts by entry.

        Returns:
            Texts by entry id, the canonical question first.
        """
        starts = self.ranker.table.class_starts
        return {
            entry.id: self.texts[starts[number] : starts[number + 1]]
            for number, entry in enumerate(self.knowledge.entries)
        }


def encode_index(index: Index) -> bytes:
    """Write an index as bytes.

    Args:
        index: a compiled index.

    Returns:
        The content of an index file: magic, header length, header, arrays on 64-byte boundaries.
    """
    arrays: dict[str, NDArray[Any]] = {
        f"{group}.{name}": array for group, part in _parts(index).items() for name, array in part.items()
    }
    table, body = [], bytearray()
    for name, array in arrays.items():
        body.extend(b"\0" * (-len(body) % _ALIGNMENT))
        table.append(_Array(name, array.dtype.str, array.shape, len(body)))
        body.extend(np.ascontiguousarray(array).tobytes())
    header = msgspec.msgpack.encode(
        _Header(
            ENGINE_VERSION,
            index.digest,
            len(body),
            index.knowledge,
            index.calibration,
            index.ranker.entries,
            index.ranker.words,
            {kind: (detector.cut, detector.doubt) for kind, detector in index.detectors.items()},
            msgspec.Raw(index.encoded_texts),
            tuple(table),
        )
    )
    front = MAGIC + len(header).to_bytes(8, "little") + header
    return front + b"\0" * (-len(front) % _ALIGNMENT) + bytes(body)


def decode_index(content: bytes | mmap.mmap) -> Index:
    """Read an index; its arrays stay views of the content.

    Args:
        content: what `encode_index` gave.

    Returns:
        The index.

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
    found = {
        array.name: np.frombuffer(view, array.dtype, int(np.prod(array.shape)), offset=body + array.offset).reshape(
            array.shape
        )
        for array in header.arrays
    }
    table = PhrasingTable(**_group(found, "table"), features=len(found["space.keys"]))
    regression = _group(found, "regression")
    ranker = Ranker(
        space=FeatureSpace(**_group(found, "space"), vectors=WordVectors(**_group(found, "vectors"))),
        classifier=Regression(**regression) if regression else _nearest_texts(found, table),
        table=table,
        entries=header.entries,
        words=header.words,
    )
    detectors = {kind: Detector(Regression(**_group(found, kind)), *levels) for kind, levels in header.levels.items()}
    return Index(header.knowledge, header.digest, ranker, header.calibration, detectors, bytes(header.texts))


def map_index(path: Path) -> Index:
    """Open an index file without reading it whole.

    Args:
        path: an index file.

    Returns:
        The index, its arrays in the mapped file.

    Raises:
        OSError: the file cannot be opened.
        IndexDamaged: not an index, not whole, or of another engine version.
    """
    with path.open("rb") as file:
        try:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:
            raise IndexDamaged from error
    return decode_index(content)


def _parts(index: Index) -> dict[str, dict[str, NDArray[Any]]]:
    """Give the arrays of an index by the part that they belong to."""
    ranker = index.ranker
    parts: dict[str, Any] = {"space": ranker.space, "vectors": ranker.space.vectors, "table": ranker.table}
    if isinstance(ranker.classifier, Regression):
        parts["regression"] = ranker.classifier
    else:
        parts["phrasings"] = ranker.classifier.phrasings
        if ranker.classifier.answers:
            parts |= {"answers": ranker.classifier.answers, "answer_table": ranker.classifier.answers.table}
    parts |= {name: detector.regression for name, detector in index.detectors.items()}
    return {
        group: {
            field.name: value for field in fields(part) if isinstance(value := getattr(part, field.name), np.ndarray)
        }
        for group, part in parts.items()
    }


def _nearest_texts(found: dict[str, NDArray[Any]], table: PhrasingTable) -> NearestTexts:
    phrasings, answers = InvertedTable(table, **_group(found, "phrasings")), _group(found, "answers")
    if not answers:
        return NearestTexts(phrasings, None)
    told = PhrasingTable(**_group(found, "answer_table"), features=table.features)
    return NearestTexts(phrasings, InvertedTable(told, **answers))


def _group(arrays: dict[str, NDArray[Any]], group: str) -> dict[str, Any]:
    prefix = f"{group}."
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
