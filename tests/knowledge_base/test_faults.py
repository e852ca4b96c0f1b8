"""Every way to spoil a knowledge base gives the file, the line and the cure, and never a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.errors import KnowledgeFolderMissing, KnowledgeInvalid, Problem
from assistant.knowledge_base.loading import load_knowledge


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


FOLLOW_UPS = """topic: plants
follow_ups:
  fires:
    a:
      - {ask: "and under a tree", entries: [trees]}
"""


def add(name: str, text: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return spoil


def faults_of(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(KnowledgeInvalid) as raised:
        load_knowledge(folder)
    return raised.value.problems


ANIMALS = "entries/animals.yaml"
CASES = {
    "unknown field": (replace(ANIMALS, "    limits:", "    limit:"), ANIMALS, 10, "unknown field 'limit'", "spelling"),
    "missing field": (replace("topics.yaml", "    title: Plants\n", ""), "topics.yaml", 5, "missing", "Add the field"),
    "number for text": (
        replace(ANIMALS, "question: Can I keep bees on my plot?", "question: 12"),
        ANIMALS,
        4,
        "int",
        "quotes",
    ),
    "text for list": (replace(ANIMALS, "related: [hens, fires]", "related: hens"), ANIMALS, 18, "list", "'- ' line"),
    "bad date": (replace(ANIMALS, "reviewed: 2026-01-31", "reviewed: soon"), ANIMALS, 21, "date", "YYYY-MM-DD"),
    "impossible date": (
        replace(ANIMALS, "reviewed: 2026-01-31", "reviewed: 2026-02-31"),
        ANIMALS,
        21,
        "'2026-02-31' cannot be read",
        "quotes",
    ),
    "bad id": (replace(ANIMALS, "id: bees", "id: The Bees"), ANIMALS, 3, "regex", "lower-case"),
    "bad address": (replace("sources.yaml", "url: https://", "url: htp:/"), "sources.yaml", 9, "regex", "https://"),
    "unknown nation": (
        replace(ANIMALS, "nations: [england, wales]", "nations: [cornwall]"),
        ANIMALS,
        15,
        "enum",
        "england, wales,",
    ),
    "unknown related": (
        replace(ANIMALS, "related: [hens, fires]", "related: [hens, goats]"),
        ANIMALS,
        18,
        "'goats'",
        "id",
    ),
    "itself related": (replace(ANIMALS, "related: [hens, fires]", "related: [bees]"), ANIMALS, 18, "itself", "Remove"),
    "related twice": (replace(ANIMALS, "[hens, fires]", "[hens, hens]"), ANIMALS, 18, "twice", "Keep one"),
    "unknown term": (replace(ANIMALS, "terms: [plot]", "terms: [shed]"), ANIMALS, 19, "'shed'", "id"),
    "unknown source": (
        replace(ANIMALS, "@plots-act, s.12(3)", "@plots-bill, s.1"),
        ANIMALS,
        25,
        "'plots-bill'",
        "sources.yaml",
    ),
    "unknown topic": (replace(ANIMALS, "topic: animals", "topic: beasts"), ANIMALS, 1, "'beasts'", "topics.yaml"),
    "id twice": (
        replace("entries/plants.yaml", "id: trees", "id: bees"),
        "entries/plants.yaml",
        17,
        "animals.yaml:3",
        "own id",
    ),
    "key twice": (
        replace(ANIMALS, "    terms: [plot]", "    roles: [everyone]"),
        ANIMALS,
        20,
        "first on line 19",
        "Keep one",
    ),
    "not yaml": (
        replace(ANIMALS, "question: Can I keep bees", "question: Can I: keep bees"),
        ANIMALS,
        4,
        "YAML",
        "quote",
    ),
    "alias to nothing": (replace("glossary.yaml", "see: plot", "see: yard"), "glossary.yaml", 9, "'yard'", "id"),
    "no meaning": (replace("glossary.yaml", "    see: plot\n", ""), "glossary.yaml", 7, "neither", "meaning"),
    "unknown contact": (replace("out_of_scope.yaml", "[society]", "[club]"), "out_of_scope.yaml", 4, "'club'", "id"),
    "unknown signpost": (
        replace("out_of_scope.yaml", "signpost: hello", "signpost: bye"),
        "out_of_scope.yaml",
        12,
        "'bye'",
        "id",
    ),
    "unknown default": (
        replace("guide.yaml", "default_signpost: society", "default_signpost: x"),
        "guide.yaml",
        11,
        "'x'",
        "id",
    ),
    "unknown basis": (replace("guide.yaml", "[plots-act]", "[plots-bill]"), "guide.yaml", 13, "'plots-bill'", "id"),
    "empty key": (replace("guide.yaml", "purpose:", '"": 1\npurpose:'), "guide.yaml", 4, "unknown field", "spelling"),
    "phrasing of none": (
        replace("phrasings/plants.yaml", "  trees:", "  vines:"),
        "phrasings/plants.yaml",
        6,
        "'vines'",
        "id",
    ),
    "follow-up leads nowhere": (
        add("follow_ups/plants.yaml", FOLLOW_UPS.replace("[trees]", "[vines]")),
        "follow_ups/plants.yaml",
        5,
        "'vines'",
        "id",
    ),
    "follow-up misplaced": (
        add("follow_ups/plants.yaml", FOLLOW_UPS.replace("  fires:", "  hens:")),
        "follow_ups/plants.yaml",
        3,
        "animals",
        "Move",
    ),
    "follow-up without entries": (
        add("follow_ups/plants.yaml", FOLLOW_UPS.replace("[trees]", "[]")),
        "follow_ups/plants.yaml",
        5,
        "entries",
        "Write something",
    ),
    "phrasing misplaced": (
        replace("phrasings/plants.yaml", "  trees:", "  hens:"),
        "phrasings/plants.yaml",
        6,
        "animals",
        "Move",
    ),
}


@pytest.mark.parametrize(("spoil", "file", "line", "fault", "cure"), CASES.values(), ids=CASES)
def test_each_fault_says_what_where_and_how_to_mend(
    knowledge_folder: Path, spoil: Callable[[Path], None], file: str, line: int, fault: str, cure: str
) -> None:
    spoil(knowledge_folder)
    problems = {(problem.file, problem.line): problem for problem in faults_of(knowledge_folder)}
    problem = problems[file, line]
    assert fault in f"{problem.where} {problem.fault}"
    assert cure in problem.cure


def test_an_entry_file_needs_entries_and_a_question_words(knowledge_folder: Path) -> None:
    add("entries/none.yaml", "topic: animals\nentries: []\n")(knowledge_folder)
    replace(ANIMALS, "question: Can I keep bees on my plot?", 'question: "???"')(knowledge_folder)
    assert [str(problem) for problem in faults_of(knowledge_folder)] == [
        "entries/animals.yaml:4: 'bees', question: The question has no word. Write what people ask.",
        "entries/none.yaml:2: entries: There is no entry. Write one, or remove the file.",
    ]


def test_a_folder_that_may_not_be_read_is_named(knowledge_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = Path.iterdir

    def closed(path: Path) -> Iterator[Path]:
        if path.name == "phrasings":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", closed)
    assert [str(problem) for problem in faults_of(knowledge_folder)] == [
        "phrasings: It cannot be read: Permission denied. Check that it is there and who may read it."
    ]


def test_every_fault_of_an_entry_is_told_at_once(knowledge_folder: Path) -> None:
    path = knowledge_folder / ANIMALS
    text = path.read_text(encoding="utf-8")
    text = text.replace("    limits:", "    limit:", 1).replace("    question: Can I keep bees on my plot?\n", "", 1)
    path.write_text(text.replace("nations: [england, wales]", "nations: [cornwall]", 1), encoding="utf-8")
    faults = [problem.fault for problem in faults_of(knowledge_folder)]
    assert len(faults) == 3
    assert any("missing required field 'question'" in fault for fault in faults)
    assert any("unknown field 'limit'" in fault for fault in faults)
    assert any("cornwall" in fault for fault in faults)


@pytest.mark.parametrize(
    ("content", "cure"),
    [
        ("topics:\n  - id: plants\n\ttitle: Plants\n", "There is a tab on this line. Indent with spaces."),
        ("topics:\n  - id: 2026-13-45\n", "Correct the value; put it in quotes if it is text."),
        ("topics:\n  - id: plants: b\n", "quote text that contains ': '."),
    ],
)
def test_what_is_no_yaml_is_told_by_its_kind(knowledge_folder: Path, content: str, cure: str) -> None:
    (knowledge_folder / "topics.yaml").write_text(content, encoding="utf-8")
    assert faults_of(knowledge_folder)[0].cure.endswith(cure)


def test_a_circle_of_old_names_is_found(knowledge_folder: Path) -> None:
    replace("glossary.yaml", "meaning: A piece of ground that is let for growing.", "see: lottie")(knowledge_folder)
    assert {problem.where for problem in faults_of(knowledge_folder)} == {"'plot', see", "'lottie', see"}


def test_two_paths_of_one_id_are_found_and_each_is_looked_at(knowledge_folder: Path) -> None:
    path = "id: move\ntitle: T\nabout: A\nsteps:\n  - {id: a, ask: Where?, options: [{label: Here, next: LEADS}]}\n"
    end = "  - {id: end, ask: Done.}\n"
    add("paths/one.yaml", path.replace("LEADS", "end") + end)(knowledge_folder)
    add("paths/two.yaml", path.replace("LEADS", "nowhere"))(knowledge_folder)
    assert [str(problem) for problem in faults_of(knowledge_folder)] == [
        "paths/two.yaml:1: 'move': This id is already used at paths/one.yaml:1. Give each its own id.",
        "paths/two.yaml:5: 'a': There is no step 'nowhere'. Correct the id or add the step.",
    ]


def test_faults_of_all_files_are_reported_together(knowledge_folder: Path) -> None:
    replace(ANIMALS, "    limits:", "    limit:")(knowledge_folder)
    replace("entries/plants.yaml", "id: trees", "id: 7")(knowledge_folder)
    replace("guide.yaml", "nations: [england, wales]", "nations: 7")(knowledge_folder)
    assert {problem.file for problem in faults_of(knowledge_folder)} == {ANIMALS, "entries/plants.yaml", "guide.yaml"}


@pytest.mark.parametrize(
    ("content", "line", "word"),
    [
        (b"topic: animals\nentries: \xff\n", 2, "UTF-8"),
        (b"", 1, "empty"),
        (b"- a\n", 1, "field: value"),
        (b"a: \x00", 0, "YAML"),
    ],
)
def test_files_that_are_not_even_yaml_mappings(knowledge_folder: Path, content: bytes, line: int, word: str) -> None:
    (knowledge_folder / ANIMALS).write_bytes(content)
    problem = next(problem for problem in faults_of(knowledge_folder) if problem.file == ANIMALS)
    assert problem.line == line
    assert word in problem.fault


def test_a_missing_folder_says_how_to_name_another(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeFolderMissing, match="--knowledge DIR"):
        load_knowledge(tmp_path / "nowhere")


def test_entries_alone_are_enough(knowledge_folder: Path) -> None:
    for path in knowledge_folder.glob("*.yaml"):
        path.unlink()
    shutil.rmtree(knowledge_folder / "phrasings")
    (knowledge_folder / ANIMALS).write_text("topic: pets\nentries:\n  - {id: cats, question: Cats?, answer: Yes.}\n")
    (knowledge_folder / "entries/plants.yaml").unlink()
    knowledge = load_knowledge(knowledge_folder)
    assert [topic.title for topic in knowledge.topics] == ["pets"]
    assert "999" in knowledge.guide.emergency


def test_a_merge_key_may_be_overridden(knowledge_folder: Path) -> None:
    replace("topics.yaml", "  - id: animals\n", "  - &first\n    id: animals\n")(knowledge_folder)
    replace("topics.yaml", "  - id: plants\n", "  - <<: *first\n    id: plants\n")(knowledge_folder)
    assert load_knowledge(knowledge_folder).topic["plants"].about == "What may live on a plot."
