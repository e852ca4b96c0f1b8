"""What a loaded knowledge base gives."""

from __future__ import annotations

from pathlib import Path

from assistant.knowledge_base.citations import Citation, citations_in, split_citations, without_citations
from assistant.knowledge_base.loading import load_knowledge

SMALL = Path(__file__).parents[1] / "small_knowledge"


def test_entries_come_in_the_order_of_topics_then_of_their_file(knowledge_folder: Path) -> None:
    order = "topics:\n  - {id: plants, title: Plants}\n  - {id: animals, title: Animals}\n"
    (knowledge_folder / "topics.yaml").write_text(order)
    assert [entry.id for entry in load_knowledge(knowledge_folder).entries] == ["fires", "trees", "bees", "hens"]


def test_paths_come_in_the_order_that_they_name_the_others_last_by_file(knowledge_folder: Path) -> None:
    (knowledge_folder / "paths").mkdir()
    for name, order in (("a", ""), ("b", "order: 2\n"), ("c", "order: 1\n"), ("d", "")):
        text = f"id: {name}\ntitle: T\nabout: A\n{order}steps:\n  - {{id: end, ask: Ring.}}\n"
        (knowledge_folder / "paths" / f"{name}.yaml").write_text(text)
    assert [path.id for path in load_knowledge(knowledge_folder).paths] == ["c", "b", "a", "d"]


def test_an_old_name_leads_to_the_current_term() -> None:
    assert load_knowledge(SMALL).term["lottie"].term == "plot"


def test_the_version_follows_the_content_and_nothing_else(knowledge_folder: Path) -> None:
    before = load_knowledge(knowledge_folder).version
    (knowledge_folder / "notes.txt").write_text("not knowledge")
    assert load_knowledge(knowledge_folder).version == before
    with (knowledge_folder / "glossary.yaml").open("a") as file:
        file.write("# a comment\n")
    assert load_knowledge(knowledge_folder).version != before
    assert before.startswith("2026.1+")


def test_citations_keep_commas_and_join_several() -> None:
    text = "One [@a-1, s.4(2), note 3; @b, page 9]. Two [@c]."
    assert citations_in(text) == (Citation("a-1", "s.4(2), note 3"), Citation("b", "page 9"), Citation("c", ""))
    assert without_citations(text) == "One. Two."
    assert "".join(stretch.text for stretch in split_citations(text)) == "One. Two."


def test_each_phrasing_knows_its_writer() -> None:
    found = {(phrasing.writer, phrasing.entry) for phrasing in load_knowledge(SMALL).phrasings}
    assert found == {(writer, entry) for writer in "ab" for entry in ("bees", "hens", "fires", "trees")}
