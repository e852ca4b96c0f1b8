"""The command line's contract: what is printed where, and the exit codes."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.command_line import opening
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import ProgressBar
from assistant.command_line.main import COMMANDS, build_parser, main
from assistant.errors import OptionsClash, QuestionMissing, TerminalNeeded, UnknownEntry, UnknownTopic
from assistant.matching import compiling, open_index
from assistant.matching.index_file import IndexFile

SMALL = str(Path(__file__).parents[1] / "small_knowledge")

CONTRACT = [
    "question",
    "outcome",
    "urgent",
    "entry",
    "title",
    "answer",
    "limits",
    "next_steps",
    "nations",
    "citations",
    "candidates",
    "related",
    "reviewed",
    "review_by",
    "knowledge_version",
]


def run(*arguments: str) -> int:
    return main(["--knowledge", SMALL, *arguments])


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_answer_exits_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "can I keep bees on my plot?") == 0
    text = capsys.readouterr().out
    for part in ("Yes, if the council agrees", "Limits", "What to do now", "Sources", "[1] Plots Act 1908"):
        assert part in text


def test_a_refusal_exits_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "what is the capital of france") == 1
    assert "I do not have an answer" in capsys.readouterr().out


def test_words_without_quotes_are_one_question(capsys: pytest.CaptureFixture[str]) -> None:
    run("ask", "can", "I", "keep", "bees", "--json")
    assert lines_of(capsys)[0]["question"] == "can I keep bees"


def test_json_has_every_field_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    run("ask", "can I keep bees on my plot?", "--json")
    (reply,) = lines_of(capsys)
    assert set(CONTRACT) <= set(reply)
    assert (reply["outcome"], reply["entry"], reply["urgent"]) == ("answer", "bees", False)
    citation = reply["citations"][0]  # type: ignore[index]
    assert list(citation) == ["number", "source", "title", "publisher", "date", "locator", "url"]
    assert [list(candidate) for candidate in reply["candidates"]] == [["id", "question", "score"]] * 4  # type: ignore[attr-defined]


def test_the_question_can_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("can i keep bees\n"))
    assert run("ask", "-", "--json") == 0
    assert lines_of(capsys)[0]["entry"] == "bees"


def test_each_line_is_a_question_of_its_own(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("can i keep bees\n\nand in Wales?\ncapital of france\n"))
    assert run("ask", "--each-line", "--json", "--nation", "scotland") == 0
    replies = lines_of(capsys)
    assert replies[0]["nation"] == "scotland"
    assert [reply["question"] for reply in replies] == ["can i keep bees", "and in Wales?", "capital of france"]
    assert not replies[1]["follow_up"]


def test_an_empty_question_is_an_error() -> None:
    with pytest.raises(QuestionMissing, match="assistant ask"):
        run("ask", "  ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("ask bees --json --markdown", "not allowed with argument --json"),
        ("show bees --json --markdown", "not allowed with argument --json"),
        ("chat --json --plain", "not allowed with argument --json"),
        ("evaluate questions --cross-validate", "not allowed with argument"),
        ("evaluate questions --misspell 7", "'7' is no number from 0 to 1"),
        ("search bees --most -3", "'-3' is no whole number from 1 on"),
        ("check --today soon", "'soon' is no day such as"),
    ],
)
def test_no_option_is_left_out_in_silence(arguments: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(*arguments.split())
    assert left.value.code == 2
    assert said in capsys.readouterr().err


def test_a_question_beside_those_of_the_input_is_not_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("can i keep bees\n"))
    assert run("ask", "--each-line", "-") == 0
    with pytest.raises(OptionsClash, match="does not go with a question"):
        run("ask", "bees", "--each-line")


def test_cross_validation_refuses_what_it_does_not_measure() -> None:
    with pytest.raises(OptionsClash, match="--baseline"):
        run("evaluate", "--cross-validate", "--baseline")


def test_explaining_shows_the_words_and_the_nearest_phrasing(capsys: pytest.CaptureFixture[str]) -> None:
    run("ask", "beehive rules", "--explain")
    text = capsys.readouterr().out
    assert "understood as: beehive rules" in text
    assert "bees (nearest" in text


def test_show_list_search_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "bees", "--nation", "wales") == 0
    shown = capsys.readouterr().out
    assert shown.index("Yes, if the council") < shown.index("In Wales") < shown.index("Keep two hives")
    assert run("list") == 0
    assert "Animals (animals)\n  bees: Can I keep bees on my plot?" in capsys.readouterr().out
    assert run("list", "--topic", "plants", "--json") == 0
    assert [line["id"] for line in lines_of(capsys)] == ["fires", "trees"]
    assert run("search", "allot") == 0
    assert "plot (glossary)" in capsys.readouterr().out
    assert run("search", "xyzzy") == 1
    capsys.readouterr()
    assert run("sources", "--json") == 0
    assert [line["id"] for line in lines_of(capsys)] == ["plots-act", "bee-leaflet"]


def test_a_review_that_is_overdue_is_told_by_check_and_beside_the_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> Later:
            return cls(2027, 6, 1)

    def overdue(*arguments: str) -> int:
        run("check", *arguments)
        return capsys.readouterr().out.count("The review was due by")

    assert [overdue("--no-dates"), overdue("--today", "2026-07-01"), overdue("--today", "2027-01-01")] == [0, 1, 4]
    for module in ("check", "show", "opening"):
        monkeypatch.setattr(f"assistant.command_line.{module}.date", Later)
    assert overdue() == 4
    for command in (("show", "bees"), ("ask", "can I keep bees on my plot?")):
        run(*command)
        assert "review overdue since 31 December 2026" in capsys.readouterr().out


def test_records_are_one_line_for_a_program_and_hang_in_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = (("list",), ("search", "allotment"), ("sources",))
    whole = {}
    for command in commands:
        run(*command)
        whole[command] = capsys.readouterr().out
    monkeypatch.setattr("assistant.command_line.output.width", lambda: 40)
    for command in commands:
        run(*command)
        lines = capsys.readouterr().out.splitlines()
        assert " ".join(" ".join(lines).split()) == " ".join(whole[command].split())
        assert all(len(line) <= 40 or "https://" in line for line in lines)
        further = [line for line in lines if line.startswith("    ")]
        assert further
        assert all(line[4] != " " or command == ("list",) for line in further)


def test_wrong_names_are_errors_that_name_the_right_ones() -> None:
    with pytest.raises(UnknownEntry, match="bees"):
        run("show", "beees")
    with pytest.raises(UnknownTopic, match="animals, plants"):
        run("list", "--topic", "stones")


def test_the_plain_chat_labels_every_turn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "can i keep bees\n2\n:nation wales\n:topics\n:topic plants\n:none\n:what\n:quit\nnever read\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert run("chat", "--plain") == 0
    text = capsys.readouterr().out
    assert text.count("You:") == 8
    assert text.count("Guide:") == 8
    for part in (
        "Only between October and March",
        "Nation set to Wales",
        "2. Plants\n",
        "May I plant",
        "There is no ':what'.",
    ):
        assert part in text
    assert "never read" not in text
    assert "\x1b" not in text


def test_the_json_chat_remembers_the_turn_before(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("can i keep bees\nand in Wales?\n"))
    assert run("chat", "--json") == 0
    replies = lines_of(capsys)
    assert [reply["entry"] for reply in replies] == ["bees", "bees"]
    assert [reply["nation"] for reply in replies] == [None, "wales"]


def test_without_a_terminal_the_chat_is_refused_and_the_bare_command_helps(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(TerminalNeeded):
        run("chat")
    assert run() == 2
    assert "usage: assistant" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help_with_an_example(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        build_parser().parse_args([command.name, "--help"])
    assert left.value.code == 0
    assert f"assistant {command.name}" in capsys.readouterr().out.partition("example:")[2]


def test_the_progress_fits_on_one_line_of_a_usual_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    ProgressBar()(0.5)
    drawn = capsys.readouterr().err.strip("\r")
    assert "about a minute" in drawn
    assert drawn.endswith(" 50%")
    assert len(drawn) < 80


def test_the_progress_stays_until_the_index_is_stored_and_then_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with ProgressBar() as bar:
        bar(1.0)
        assert capsys.readouterr().err.endswith("100%")
    assert capsys.readouterr().err == "\r\x1b[2K"
    with ProgressBar():
        pass
    assert capsys.readouterr().err == ""


def test_opening_wipes_the_progress_only_when_all_is_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def open_slowly(folder: Path, progress: Callable[[float], None]) -> IndexFile:
        progress(1.0)
        assert capsys.readouterr().err.endswith("100%")
        return open_index(folder)

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr(opening, "open_index", open_slowly)
    opening.open_matcher(argparse.Namespace(knowledge=Path(SMALL)))
    assert capsys.readouterr().err == "\r\x1b[2K"


def test_what_is_only_read_is_not_compiled(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*arguments: object) -> None:
        raise AssertionError(arguments)

    monkeypatch.setenv("ASSISTANT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(compiling, "compile_knowledge", refuse)
    assert (run("list"), run("show", "bees"), run("sources")) == (0, 0, 0)
    assert "bees" in capsys.readouterr().out
    with pytest.raises(AssertionError):
        run("ask", "bees")
