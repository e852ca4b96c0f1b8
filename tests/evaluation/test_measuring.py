"""The measures count what they say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from assistant.command_line.main import main
from assistant.errors import QuestionFileInvalid
from assistant.evaluation import TestQuestions, measure, read_questions
from assistant.evaluation.baselines import BASELINES, measure_baseline
from assistant.evaluation.cross_validation import without_writer
from assistant.evaluation.misspelling import misspell
from assistant.evaluation.questions import TestQuestion
from assistant.evaluation.table import as_table
from assistant.knowledge_base import FollowUp, Phrasing
from assistant.knowledge_base.loading import load_knowledge
from assistant.matching import Matcher

SMALL = Path(__file__).parents[1] / "small_knowledge"

QUESTIONS = """\
questions:
  - {ask: can i keep bees, entries: [bees]}
  - {ask: may we light a bonfire, entries: [fires, trees]}
  - {ask: bees or no bees, entries: [trees]}
out_of_scope:
  - {ask: what is the capital of france, kind: far}
urgency:
  - {ask: the shed is on fire right now, urgent: true}
  - {ask: may i paint the fence, urgent: false}
conversations:
  - turns: [{ask: can i keep bees, entries: [bees]}, {ask: and in Wales?, entries: [bees]}]
"""


@pytest.fixture
def question_file(tmp_path: Path) -> Path:
    path = tmp_path / "questions.yaml"
    path.write_text(QUESTIONS)
    return path


def test_each_measure(question_file: Path, small_matcher: Matcher) -> None:
    found = measure(read_questions(question_file, small_matcher.knowledge.entry), small_matcher)
    assert (found.top_1.count, found.top_1.total) == (2, 3)
    assert found.mrr == pytest.approx((1 + 1 + 1 / next_rank(small_matcher)) / 3)
    assert found.answered.count + found.chosen.count + found.declined.count == 3
    assert (found.out_of_scope_answered["far"].count, found.out_of_scope_answered["all"].total) == (0, 1)
    assert (found.urgent_recall.value, found.urgent_false_alarms.value) == (1.0, 0.0)
    assert (found.follow_ups.count, found.follow_ups.total) == (1, 1)
    assert [(one.expected, one.given) for one in found.confusions] == [("trees", "bees")]
    assert sum(band.replies for band in found.reliability) == 3
    first = next(line for line in as_table(found).splitlines() if "right entry first" in line)
    assert first.split()[3:] == ["66.7%", "(2", "of", "3)", "at", "least", "95%,", "missed"]


def next_rank(matcher: Matcher) -> int:
    ids = [candidate.entry.id for candidate in matcher.match("bees or no bees").candidates]
    return ids.index("trees") + 1


def test_progress_ends_when_everything_was_asked(question_file: Path, small_matcher: Matcher) -> None:
    shares: list[float] = []
    measure(read_questions(question_file, small_matcher.knowledge.entry), small_matcher, shares.append)
    assert shares == sorted(shares)
    assert (len(shares), shares[-1]) == (7, 1.0)


def test_nothing_asked_gives_empty_measures(small_matcher: Matcher) -> None:
    found = measure(TestQuestions(), small_matcher)
    assert (found.top_1.value, found.latency) == (0.0, None)


def test_baselines_find_the_words(small_matcher: Matcher) -> None:
    texts = small_matcher.texts_of_entries()
    asked = [TestQuestion(ask="bees on allotment", entries=("bees",))]
    assert [measure_baseline(name, asked, texts).top_1.count for name in BASELINES] == [1, 1, 1]


def test_nothing_of_a_held_out_writer_is_left() -> None:
    phrasings = (Phrasing("bees?", "bees", "a"), Phrasing("hives?", "bees", "b"))
    follow_ups = (FollowUp("bees", "and hens?", ("hens",), "a"), FollowUp("bees", "and a cock?", ("hens",), "b"))
    knowledge = replace(load_knowledge(SMALL), phrasings=phrasings, follow_ups=follow_ups)
    left = without_writer(knowledge, "a")
    assert (left.phrasings, left.follow_ups) == (phrasings[1:], follow_ups[1:])


def test_slips_are_the_same_every_time_and_leave_short_words_alone() -> None:
    asked = TestQuestions(questions=(TestQuestion(ask="can bees live on an allotment", entries=("bees",)),))
    once, again = misspell(asked, 1.0), misspell(asked, 1.0)
    assert once == again
    words = once.questions[0].ask.split()
    assert [words[place] for place in (0, 3, 4)] == ["can", "on", "an"]
    assert words[5] != "allotment"
    assert misspell(asked, 0.0) == asked


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("questions:\n  - {ask: x, entries: [goats]}\n", ":2: There is no entry 'goats'"),
        ("questions:\n  - {ask: x}\n", ":2: "),
        ("questions: [\n", ":2: "),
    ],
)
def test_faults_in_a_question_file_name_the_line(tmp_path: Path, content: str, fault: str) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(content)
    with pytest.raises(QuestionFileInvalid) as raised:
        read_questions(path, ["bees"])
    assert f"{path}{fault}" in str(raised.value)


def test_a_missing_file_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileInvalid, match="cannot be read"):
        read_questions(tmp_path / "none.yaml", [])
    with pytest.raises(QuestionFileInvalid, match="no question files"):
        read_questions(tmp_path, [])


def test_the_command_gives_table_or_json(question_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--knowledge", str(SMALL), "evaluate", str(question_file), "--baseline", "--misspell", "0.5"]) == 0
    told = capsys.readouterr().out
    assert told.index("words misspelt") < told.index("Worst confusions") < told.index("nearest phrasing, BM25")
    assert "rapidfuzz" not in told
    assert main(["--knowledge", str(SMALL), "evaluate", str(question_file), "--baseline", "all", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["baselines"]) == len(BASELINES)
    assert main(["--knowledge", str(SMALL), "evaluate", str(question_file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["top_1"] == {"count": 2, "total": 3}
    assert main(["--knowledge", str(SMALL), "evaluate", "--cross-validate", "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"a", "b"}
    with pytest.raises(SystemExit):
        main(["--knowledge", str(SMALL), "evaluate"])
    assert "--cross-validate is required" in capsys.readouterr().err
