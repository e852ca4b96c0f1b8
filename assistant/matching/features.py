"""Features of a text: words, word pairs and character n-grams, weighted by TF-IDF, and its sentence embedding.

A lexical feature is known by the CRC-32 of its name, so that no dictionary has to be loaded to read a question.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from assistant.matching.sorted_lookup import sorted_lookup
from assistant.matching.synonyms import MARK
from assistant.matching.word_vectors import WordVectors

NGRAM_SIZES = (2, 3, 4)
"""Lengths of the character n-grams taken inside each word, its ends marked by a space."""

BLOCKS = ("word", "pair", "gram")
"""Kinds of feature; each kind is scaled to length one, so that none drowns another."""

EMBEDDING_WEIGHT = np.float32(0.7)
"""Length of the sentence embedding beside lexical features of length one; chosen with writers held out."""

MANY_TEXTS, MIN_DOCUMENT_COUNT = 5000, 3
"""Number of texts from which a feature must be in so many of them to be kept."""

Keys = NDArray[np.uint32]
Values = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FeatureVector:
    """A text as numbers.

    Attributes:
        columns: columns of its lexical features, shape (n,).
        values: their weights, shape (n,); together of length one.
        embedding: its sentence embedding, shape (dimensions,), of length `EMBEDDING_WEIGHT`.
    """

    columns: NDArray[np.int32]
    values: Values
    embedding: Values


@dataclass(frozen=True, slots=True)
class FeatureSpace:
    """The lexical features that were seen in training, and the table of word vectors.

    Attributes:
        keys: hashes of the features, sorted, shape (features,).
        idf: inverse document frequency of each, shape (features,).
        word_vectors: the table of word vectors.
    """

    keys: Keys
    idf: Values
    word_vectors: WordVectors

    def vector(self, tokens: Sequence[str]) -> FeatureVector:
        """Turn tokens into numbers.

        Args:
            tokens: words and numbers of a text.

        Returns:
            Sublinear TF-IDF weights of the features that are known, each block scaled to length one
            before all are; and the sentence embedding.
        """
        keys, tf, blocks = _counted(tuple(tokens))
        columns, known = sorted_lookup(self.keys, keys)
        weights, blocks = tf[known] * self.idf[columns], blocks[known]
        lengths = np.sqrt(np.bincount(blocks, weights**2, minlength=len(BLOCKS)))
        values = weights / (lengths * np.sqrt(np.count_nonzero(lengths)))[blocks]
        embedding = self.word_vectors.sentence_embedding(tokens) * EMBEDDING_WEIGHT
        return FeatureVector(columns.astype(np.int32), values.astype(np.float32), embedding)


def fit_features(texts: Iterable[Sequence[str]], word_vectors: WordVectors) -> FeatureSpace:
    """Learn which features there are and how rare each is.

    Args:
        texts: token lists of the training texts.
        word_vectors: the table of word vectors.

    Returns:
        The feature space, with idf = ln((1 + n) / (1 + df)) + 1. Of many texts, features that only one or two
        have are left out: they are two thirds of all, and teach nothing that carries over.
    """
    counted = [_counted(tuple(tokens)) for tokens in texts]
    keys, texts_with_it = np.unique(np.concatenate([keys for keys, _, _ in counted]), return_counts=True)
    kept = texts_with_it >= (MIN_DOCUMENT_COUNT if len(counted) >= MANY_TEXTS else 1)
    idf = np.log((1 + len(counted)) / (1 + texts_with_it[kept])) + 1
    return FeatureSpace(keys[kept], idf.astype(np.float32), word_vectors)


def feature_key(block: str, name: str) -> int:
    """Give the key of a feature.

    Args:
        block: "word", "pair" or "gram".
        name: the word, the two words with a space, or the n-gram.

    Returns:
        CRC-32 of block and name.
    """
    return crc32(f"{block}:{name}".encode())


@lru_cache(maxsize=80_000)  # a text of the knowledge is read again for every fold of the calibration
def _counted(tokens: tuple[str, ...]) -> tuple[Keys, Values, NDArray[np.int8]]:
    """Give the key of each feature, its weight by how often it is there, and its block."""
    words = tuple(token for token in tokens if not token.startswith(MARK))
    counts = [Counter(_block(block, tokens if block == "word" else words)) for block in BLOCKS]
    keys = np.array([key for one in counts for key in one], np.uint32)
    times = np.array([number for one in counts for number in one.values()], np.float32)
    return keys, 1 + np.log(times), np.repeat(np.arange(len(BLOCKS), dtype=np.int8), list(map(len, counts)))


def _block(block: str, tokens: Sequence[str]) -> Iterator[int]:
    if block == "word":
        yield from (feature_key("word", token) for token in tokens)
    elif block == "pair":
        marked = ("^", *tokens, "$")
        yield from (feature_key("pair", f"{a} {b}") for a, b in itertools.pairwise(marked))
    else:
        for token in tokens:
            yield from _gram_keys(token)


@lru_cache(maxsize=20_000)
def _gram_keys(token: str) -> tuple[int, ...]:
    marked = f" {token} "
    return tuple(
        feature_key("gram", marked[start : start + size])
        for size in NGRAM_SIZES
        for start in range(len(marked) - size + 1)
    )
