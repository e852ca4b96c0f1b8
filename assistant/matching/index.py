"""The compiled index: everything that a question is matched against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from assistant.knowledge_base import KnowledgeBase
from assistant.matching.calibration import Calibration
from assistant.matching.detector import Detector
from assistant.matching.encoder import Encoder
from assistant.matching.features import FeatureSpace
from assistant.matching.follow_up_model import FollowUpModel
from assistant.matching.index_file import IndexFile, StoredArray, lay_out
from assistant.matching.phrasing_table import PhrasingTable
from assistant.matching.prefix_search import PrefixIndex, build_prefix_index
from assistant.matching.ranker import Ranker
from assistant.matching.regression import Regression
from assistant.matching.retrieval import InvertedIndex, NearestTexts
from assistant.matching.spelling import Speller
from assistant.matching.synonyms import Synonyms
from assistant.matching.word_vectors import WordVectors

URGENT, HARMFUL = "urgent", "harmful"
"""Kinds of message that are recognised apart from the entries."""


class _Parts(msgspec.Struct, frozen=True):
    """What is stored of the matcher beside its arrays."""

    calibration: Calibration
    entries: int
    words: tuple[str, ...]
    thresholds: dict[str, tuple[float, float]]
    prefix_words: tuple[str, ...]
    synonyms: dict[str, str]


@dataclass(frozen=True)
class Index:
    """A knowledge base made ready for matching.

    Attributes:
        knowledge: the knowledge base, without its phrasings.
        digest: hash of the knowledge files that it was compiled from.
        ranker: the trained classifier.
        calibration: how evidence becomes a decision.
        detectors: recognise urgent and harmful messages; only those that the knowledge has examples for.
        prefix_index: what entries and terms are called, for search while typing.
        encoded_texts: the training texts in the ranker's order, MessagePack, as an array of bytes.
    """

    knowledge: KnowledgeBase
    digest: str
    ranker: Ranker
    calibration: Calibration
    detectors: dict[str, Detector]
    prefix_index: PrefixIndex
    encoded_texts: NDArray[np.uint8]

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
        bare = msgspec.structs.replace(knowledge, phrasings=(), follow_ups=(), urgent=(), calm=())
        prefix_index = build_prefix_index(knowledge, zip(texts, ranker.table.classes_of_texts(), strict=True))
        encoded_texts = np.frombuffer(msgspec.msgpack.encode(list(texts)), np.uint8)
        return cls(bare, digest, ranker, calibration, detectors, prefix_index, encoded_texts)

    @cached_property
    def texts(self) -> list[str]:
        """The training texts in the ranker's order; decoded only when they are looked at."""
        return msgspec.msgpack.decode(self.encoded_texts.data, type=list[str])

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
        The content of an index file.
    """
    thresholds = {kind: (detector.threshold, detector.suspect_threshold) for kind, detector in index.detectors.items()}
    parts = _Parts(
        index.calibration,
        index.ranker.entries,
        index.ranker.encoder.speller.targets,
        thresholds,
        index.prefix_index.words,
        index.ranker.encoder.synonyms.marks,
    )
    arrays = (
        (StoredArray(f"{group}.{name}", array.dtype.str, array.shape, 0), np.ascontiguousarray(array).tobytes())
        for group, part in _parts(index).items()
        for name, array in part.items()
    )
    return lay_out(index.knowledge, index.digest, msgspec.msgpack.encode(parts), arrays)


def decode_index(file: IndexFile) -> Index:
    """Read an index; its arrays stay views of the file.

    Args:
        file: an index file.

    Returns:
        The index.
    """
    parts = msgspec.msgpack.decode(file.parts, type=_Parts)
    found = {
        array.name: np.frombuffer(file.body, array.dtype, int(np.prod(array.shape)), offset=array.offset).reshape(
            array.shape
        )
        for array in file.arrays
    }
    table = PhrasingTable(**_group(found, "table"), features=len(found["space.keys"]))
    regression = _group(found, "regression")
    word_vectors = WordVectors(**_group(found, "word_vectors"))
    space = FeatureSpace(**_group(found, "space"), word_vectors=word_vectors)
    ranker = Ranker(
        encoder=Encoder(Speller(parts.words, word_vectors.knows), Synonyms(parts.synonyms), space),
        classifier=Regression(**regression) if regression else _nearest_texts(found, table),
        table=table,
        entries=parts.entries,
        follow_up_model=_follow_up_model(found),
    )
    detectors = {
        kind: Detector(Regression(**_group(found, kind)), *thresholds) for kind, thresholds in parts.thresholds.items()
    }
    prefix_index = PrefixIndex(words=parts.prefix_words, **_group(found, "prefix_index"))
    encoded_texts = found["index.encoded_texts"]
    return Index(file.knowledge, file.digest, ranker, parts.calibration, detectors, prefix_index, encoded_texts)


def _parts(index: Index) -> dict[str, dict[str, NDArray[Any]]]:
    """Give the arrays of an index by the part that they belong to."""
    ranker = index.ranker
    parts: dict[str, Any] = {
        "index": index,
        "space": ranker.encoder.space,
        "word_vectors": ranker.encoder.space.word_vectors,
        "table": ranker.table,
        "prefix_index": index.prefix_index,
    }
    if isinstance(ranker.classifier, Regression):
        parts["regression"] = ranker.classifier
    else:
        parts["phrasings"] = ranker.classifier.phrasings
        if ranker.classifier.answers:
            parts |= {"answers": ranker.classifier.answers, "answer_table": ranker.classifier.answers.table}
    if model := ranker.follow_up_model:
        parts |= {
            "follow_up_model": model,
            "entry_classifier": model.entry_classifier,
            "kind_classifier": model.kind_classifier,
        }
    parts |= {name: detector.regression for name, detector in index.detectors.items()}
    return {
        group: {
            field.name: value for field in fields(part) if isinstance(value := getattr(part, field.name), np.ndarray)
        }
        for group, part in parts.items()
    }


def _nearest_texts(found: dict[str, NDArray[Any]], table: PhrasingTable) -> NearestTexts:
    phrasings, answers = InvertedIndex(table, **_group(found, "phrasings")), _group(found, "answers")
    if not answers:
        return NearestTexts(phrasings, None)
    told = PhrasingTable(**_group(found, "answer_table"), features=table.features)
    return NearestTexts(phrasings, InvertedIndex(told, **answers))


def _follow_up_model(found: dict[str, NDArray[Any]]) -> FollowUpModel | None:
    arrays = _group(found, "follow_up_model")
    if not arrays:
        return None
    entries, kinds = (Regression(**_group(found, name)) for name in ("entry_classifier", "kind_classifier"))
    return FollowUpModel(entry_classifier=entries, kind_classifier=kinds, **arrays)


def _group(arrays: dict[str, NDArray[Any]], group: str) -> dict[str, Any]:
    prefix = f"{group}."
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
