"""The mechanical rules find what they are for."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from assistant.errors import Problem
from assistant.knowledge_base import take_snapshot
from assistant.knowledge_base.editorial import editorial_faults
from assistant.knowledge_base.editorial.copying import fingerprints
from assistant.knowledge_base.editorial.readability import reading_level
from assistant.knowledge_base.loading import parse_snapshot

GOOD = """\
Yes, if the council agrees in writing before you start [@plots-act, s.12(1)].

      Ask early, because the council meets only once a month. A clear plan of the plot helps the council to decide.
      It should show where the hives will stand and where people walk. Say how many hives you want to keep and who
      will look after them when you are away. Say too how you will tell the people next to you [@plots-act, s.12(2)].
"""


def faults_in(folder: Path, today: datetime.date | None = None) -> list[Problem]:
    return editorial_faults(parse_snapshot(take_snapshot(folder)), today)


def spoil(folder: Path, old: str, new: str) -> list[str]:
    path = folder / "entries/animals.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return [str(fault) for fault in faults_in(folder)]


@pytest.fixture
def good_folder(knowledge_folder: Path) -> Path:
    path = knowledge_folder / "entries/animals.yaml"
    text = path.read_text()
    start, end = text.index("Yes, if"), text.index("    limits:")
    text = text[:start] + GOOD + text[end:]
    path.write_text(text.replace("[hens, fires]", "[hens, fires, trees]"))
    return knowledge_folder


def faults_of_bees(faults: list[str]) -> list[str]:
    return [fault for fault in faults if "'bees'" in fault]


def test_a_good_entry_has_no_fault(good_folder: Path) -> None:
    found = [str(fault) for fault in faults_in(good_folder)]
    assert faults_of_bees(found) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (" [@plots-act, s.12(2)].", ".", "no citation"),
        ("[@plots-act, s.12(2)]", "[@plots-act]", "no locator"),
        ("clear plan", "clear! plan", "'!'"),
        ("who\n      will look", "the perpetrator\n      will look", "perpetrator"),
        ("nations: [england, wales]", "nations: []", "No nation"),
        ("      - Wait for the answer.\n", "", "1 next steps"),
        ("review_by: 2026-12-31", "review_by: 2027-12-31", "not within a year"),
        ("review_by: 2026-12-31", "review_by: 2026-12-31\n    check_live: true", "go together"),
        ("    limits:\n      - Some sites ban bees altogether [@plots-act, s.12(1)].\n", "", "no limits"),
    ],
)
def test_each_rule_bites(good_folder: Path, old: str, new: str, fault: str) -> None:
    assert any(fault in found for found in faults_of_bees(spoil(good_folder, old, new)))


def test_an_overdue_review_is_a_fault_only_against_a_day(good_folder: Path) -> None:
    late = faults_in(good_folder, datetime.date(2027, 6, 1))
    assert sum("was due" in fault.fault for fault in late) == 4
    assert not any("was due" in fault.fault for fault in faults_in(good_folder))


def test_a_phrasing_under_two_entries_is_found(good_folder: Path) -> None:
    path = good_folder / "phrasings/plants.yaml"
    path.write_text(path.read_text().replace("bonfire rules", "Bees on Allotment"))
    found = [str(fault) for fault in faults_in(good_folder)]
    assert any("also stands under 'bees'" in fault for fault in found)


def test_a_source_that_nothing_cites_is_found(good_folder: Path) -> None:
    path = good_folder / "sources.yaml"
    path.write_text(path.read_text() + "  - {id: odd, title: O, publisher: P, date: x, nations: [uk], kind: guide}\n")
    found = [fault.where for fault in faults_in(good_folder)]
    assert "'odd'" in found


def test_reading_level_rises_with_longer_words_and_sentences() -> None:
    easy, hard = (
        "Ring the police. Tell your lead.",
        "Notwithstanding considerations of confidentiality, notify authorities.",
    )
    assert reading_level(easy)[0] == 3
    assert reading_level(easy)[1] < 4 < reading_level(hard)[1]


def test_copied_words_are_found_without_keeping_the_original(good_folder: Path) -> None:
    original = "A clear plan of the plot helps the council, and so on."
    (good_folder / "guide_fingerprints.txt").write_text("\n".join(fingerprints(original)))
    found = [str(fault) for fault in faults_in(good_folder)]
    assert any("those of the guide" in fault for fault in faults_of_bees(found))


def test_fingerprints_ignore_case_and_citations() -> None:
    original = fingerprints("Please note that this resource covers the sharing of information only.")
    assert set(original) & set(fingerprints("As said, please NOTE that this [@a, b] resource covers the sharing here"))
    assert not set(original) & set(fingerprints("Please note that this guide covers the sharing of information"))


def test_a_term_that_nothing_names_is_found(good_folder: Path) -> None:
    path = good_folder / "glossary.yaml"
    path.write_text(
        path.read_text()
        + "  - {id: zebra, term: Zebra crossing, meaning: Stripes.}\n"
        + "  - {id: zc, term: Zigzag code (ZC), meaning: A short form is there to be looked up.}\n"
    )
    found = [fault.where for fault in faults_in(good_folder)]
    assert "'zebra'" in found
    assert "'zc'" not in found


@pytest.mark.parametrize(
    ("entries", "fault"), [("[bees]", ""), ("[bees, goats]", "There is no entry 'goats'"), ("[]", "length >= 1")]
)
def test_each_statement_of_the_guide_has_entries_that_there_are(good_folder: Path, entries: str, fault: str) -> None:
    statement = f"coverage:\n  - {{page: P, heading: H, says: Bees may be kept., entries: {entries}}}\n"
    (good_folder / "guide_coverage.yaml").write_text(statement)
    found = [str(one) for one in faults_in(good_folder) if one.file == "guide_coverage.yaml"]
    assert len(found) == bool(fault)
    assert all(fault in one for one in found)


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("guide.yml", "Name it guide.yaml."),
        ("glosary.yaml", "Name it glossary.yaml."),
        ("phrasing/animals.yaml", "Put it straight into the folder phrasings, as animals.yaml."),
        ("entries/more/animals.yaml", "Put it straight into the folder entries, as animals.yaml."),
        ("entries/animals.YAML", "Put it straight into the folder entries, as animals.yaml."),
    ],
)
def test_a_file_that_nothing_reads_is_told(good_folder: Path, name: str, cure: str) -> None:
    path = good_folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("{}")
    assert f"{name}: Nothing reads this file. {cure}" in [str(fault) for fault in faults_in(good_folder)]


def test_other_files_may_stand_beside_the_knowledge(good_folder: Path) -> None:
    (good_folder / "drafts").mkdir()
    for name in ("docker-compose.yml", "drafts/animals.yaml", "README.md"):
        (good_folder / name).write_text("{}")
    assert not [fault for fault in faults_in(good_folder) if "Nothing reads" in fault.fault]
