"""The compiled index: stored, found again, rebuilt when it must be, and never trusted when it is damaged."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import KnowledgeInvalid
from assistant.knowledge_base import KnowledgeBase
from assistant.matching import Matcher, cache_folder, compiling, index_file, open_index
from assistant.matching import cache as cache_module
from assistant.matching.index import Index, decode_index, encode_index
from assistant.matching.index_file import IndexDamaged, IndexFile, Progress, read_index_file


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own cache"
    monkeypatch.setenv("ASSISTANT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One item for each time an index is compiled."""
    done: list[int] = []
    real = compiling.compile_knowledge

    def counted(knowledge: KnowledgeBase, digest: str, progress: Progress) -> Index:
        done.append(1)
        return real(knowledge, digest, progress)

    monkeypatch.setattr(compiling, "compile_knowledge", counted)
    return done


def best(index: IndexFile, question: str = "beehive") -> str:
    return Matcher(index).match(question).candidates[0].entry.id


def test_what_is_stored_is_what_was_compiled(knowledge_folder: Path, own_cache: Path) -> None:
    index = decode_index(open_index(knowledge_folder))
    file = read_index_file(encode_index(index))
    again = decode_index(file)
    assert again.knowledge == index.knowledge
    assert again.texts == index.texts
    vector = index.ranker.encoder.encode("a hive near the path").vector
    assert np.array_equal(again.ranker.classifier.probabilities(vector), index.ranker.classifier.probabilities(vector))
    assert best(file) == "bees"


def test_the_second_time_it_is_only_opened(knowledge_folder: Path, own_cache: Path, compilations: list[int]) -> None:
    open_index(knowledge_folder)
    open_index(knowledge_folder)
    assert len(compilations) == 1


def test_changed_knowledge_is_compiled_again(knowledge_folder: Path, own_cache: Path, compilations: list[int]) -> None:
    open_index(knowledge_folder)
    path = knowledge_folder / "entries/animals.yaml"
    path.write_text(path.read_text().replace("two** hives", "three** hives"))
    assert "three" in open_index(knowledge_folder).knowledge.entry["bees"].answer
    assert len(compilations) == 2


def test_progress_rises_from_nothing_to_the_whole(knowledge_folder: Path, own_cache: Path) -> None:
    shares: list[float] = []
    open_index(knowledge_folder, shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert max(after - before for before, after in itertools.pairwise(shares)) < 0.4


@pytest.mark.parametrize("damage", [b"", b"not an index", None])
def test_a_damaged_file_is_compiled_again(
    knowledge_folder: Path, own_cache: Path, compilations: list[int], damage: bytes | None
) -> None:
    open_index(knowledge_folder)
    (file,) = own_cache.glob("index-*")
    file.write_bytes(file.read_bytes()[:-100] if damage is None else damage)
    assert best(open_index(knowledge_folder)) == "bees"
    assert len(compilations) == 2


def test_every_cut_off_index_is_refused(small_matcher: Matcher, knowledge_folder: Path) -> None:
    content = encode_index(decode_index(open_index(knowledge_folder)))
    for length in range(0, len(content), len(content) // 97):
        with pytest.raises(IndexDamaged):
            read_index_file(content[:length])


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_changed_byte_of_the_header_is_compiled_again(
    knowledge_folder: Path, own_cache: Path, compilations: list[int], place: float
) -> None:
    open_index(knowledge_folder)
    (file,) = own_cache.glob("index-*")
    content = bytearray(file.read_bytes())
    length = len(content) - len(open_index(knowledge_folder).body)
    content[int(place * length)] ^= 0x55
    file.write_bytes(content)
    assert best(open_index(knowledge_folder)) == "bees"
    assert len(compilations) == 2


def test_another_engine_compiles_again(
    knowledge_folder: Path, own_cache: Path, compilations: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_index(knowledge_folder)
    monkeypatch.setattr(index_file, "engine_version", lambda: 1)
    (file,) = own_cache.glob("index-*")
    with pytest.raises(IndexDamaged):
        index_file.map_index_file(file)


def test_a_change_of_the_code_is_a_new_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    matching = Path(shutil.copytree(Path(index_file.__file__).parent, tmp_path / "matching"))
    monkeypatch.setattr(index_file, "__file__", str(matching / "index_file.py"))
    before = index_file.engine_version.__wrapped__()
    assert before == index_file.engine_version()
    features = matching / "features.py"
    features.write_text(features.read_text().replace("float32(0.7)", "float32(0.8)"))
    assert index_file.engine_version.__wrapped__() != before


def test_a_cache_folder_that_cannot_be_written_does_not_stop_the_program(
    knowledge_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    monkeypatch.setenv("ASSISTANT_CACHE_DIR", str(blocked / "cache"))
    assert best(open_index(knowledge_folder)) == "bees"


def test_a_full_disk_does_not_stop_the_program(
    knowledge_folder: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    assert best(open_index(knowledge_folder)) == "bees"
    assert list(own_cache.glob("*")) == []


def _build(folder: str) -> str:
    return best(open_index(Path(folder)))


def test_two_builders_at_once_leave_one_whole_index(knowledge_folder: Path, own_cache: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_build, [str(knowledge_folder)] * 2) == ["bees", "bees"]
    assert len(list(own_cache.iterdir())) == 1


def test_the_cache_is_kept_small(knowledge_folder: Path, own_cache: Path) -> None:
    path = knowledge_folder / "glossary.yaml"
    for number in range(cache_module.MAX_KEPT + 2):
        path.write_text(path.read_text() + f"# {number}\n")
        open_index(knowledge_folder)
    assert len(list(own_cache.iterdir())) == cache_module.MAX_KEPT


def test_faults_come_before_any_training(knowledge_folder: Path, own_cache: Path) -> None:
    (knowledge_folder / "topics.yaml").write_text("topics: 3\n")
    with pytest.raises(KnowledgeInvalid):
        open_index(knowledge_folder)


def test_the_users_cache_folder_is_used_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASSISTANT_CACHE_DIR")
    assert cache_folder().name == "share-to-protect"
