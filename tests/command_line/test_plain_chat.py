"""The plain chat: what a person who listens to it can reach, and what a number stands for."""

from __future__ import annotations

import io
import json
from functools import cached_property
from pathlib import Path

import msgspec
import pytest
import yaml

from assistant.command_line import output
from assistant.command_line.main import build_parser, main
from assistant.command_line.plain_chat import run_json_chat, run_plain_chat
from assistant.conversation import Conversation
from assistant.conversation.command_list import KNOWN
from assistant.errors import FileExists
from assistant.knowledge_base import GuidedPath, KnowledgeBase
from assistant.matching import Matcher

SMALL = str(Path(__file__).parents[1] / "small_knowledge")

PATHS = """
- id: new-hive
  title: Should I keep bees?
  about: Helps you decide.
  steps:
    - id: swarm
      ask: Is there a swarm now?
      help: A swarm can sting [@plots-act, s.1].
      options:
        - {label: "Yes", next: ring, note: "Stand back [@bee-leaflet, page 3]."}
        - {label: "No", next: leave-given, note: "There is time [@plots-act, s.2]."}
    - id: leave-given
      ask: Has the council agreed?
      options:
        - {label: "Yes, in writing", next: keep, note: "Keep the letter [@plots-act, s.12(1)]."}
        - {label: Not sure, next: ring, note: Ask them.}
      entries: [hens]
    - id: ring
      ask: Ring the society.
      help: They collect swarms [@bee-leaflet, page 4].
    - id: keep
      ask: Keep bees.
      entries: [bees, fires]
  record:
    - {heading: What was decided, hint: in your own words, steps: [swarm, leave-given]}
    - {heading: Who with, hint: the people}
- id: old-hive
  title: I have lost bees
  about: Helps you find them.
  steps:
    - {id: look, ask: Look up.}
"""


class ConversationWithPaths(Conversation):
    @cached_property
    def knowledge(self) -> KnowledgeBase:
        paths = tuple(msgspec.convert(path, GuidedPath) for path in yaml.safe_load(PATHS))
        return msgspec.structs.replace(super().knowledge, paths=paths)


class Chat:
    """Types lines into a new chat and gives what the guide says to each."""

    def __init__(self, matcher: Matcher, capsys: pytest.CaptureFixture[str]) -> None:
        self._matcher = matcher
        self._capsys = capsys
        self.saved: dict[str, str] = {}

    def save(self, name: str, text: str) -> Path:
        if name in self.saved:
            raise FileExists(Path(name))
        self.saved[name] = text
        return Path(name)

    def __call__(self, *lines: str) -> list[str]:
        run_plain_chat(ConversationWithPaths(self._matcher), lines, self.save)
        return [turn.partition("\n\nYou:\n")[0] for turn in self._capsys.readouterr().out.split("\nGuide:\n")[2:]]


@pytest.fixture
def chat(small_matcher: Matcher, capsys: pytest.CaptureFixture[str]) -> Chat:
    return Chat(small_matcher, capsys)


def test_paths_are_listed_with_numbers_that_begin_them(chat: Chat) -> None:
    listed, begun = chat(":paths", "1")
    assert "1. Should I keep bees? Helps you decide.\n2. I have lost bees. Helps you find them." in listed
    assert "Is there a swarm now?" in begun
    assert "Should I keep bees? (step 1 of at most 2)" in begun
    assert begun.endswith("Choose\n1. Yes\n2. No")
    assert "':back'" in begun
    assert "':leave'" in begun


@pytest.mark.parametrize("typed", [":path 1", ":path new-hive", ":path should i keep bees?", ":path keep"])
def test_a_path_is_begun_by_number_id_or_title(chat: Chat, typed: str) -> None:
    (begun,) = chat(typed)
    assert "Is there a swarm now?" in begun


def test_a_name_that_leads_to_no_path_or_to_several_lists_what_there_is(chat: Chat) -> None:
    unknown, several, picked = chat(":path wasps", ":path bees", "2")
    assert unknown.startswith("There is no path 'wasps'.")
    assert "1. Should I keep bees?" in unknown
    assert "2. I have lost bees." in several
    assert "Look up." in picked


def test_what_follows_from_an_answer_is_said_before_the_next_question(chat: Chat) -> None:
    step = chat(":path 1", "2")[-1]
    assert step.startswith('You answered "No". There is time [1].\n\nHas the council agreed?\n')
    assert "(step 2 of at most 2)" in step
    assert "Choose\n1. Yes, in writing\n2. Not sure\n\nRead more\n3. Can I keep hens" in step


def test_the_end_has_the_summary_with_sources_and_the_blank_record(chat: Chat) -> None:
    end = chat(":path 1", "2", "1")[-1]
    assert end.startswith('You answered "Yes, in writing". Keep the letter [1].')
    assert "1. Is there a swarm now? No. There is time [2].\n2. Has the council agreed? Yes, in writing." in end
    assert "[2] Plots Act 1908. legislation, 1908: s.2. https://example.org/plots-act" in end
    assert "Decision record: Should I keep bees?\n\nWhat was decided (in your own words)\n  Is there a swarm" in end
    assert "Who with (the people)\n  ____" in end
    assert end.rstrip().endswith("':back' takes the last answer back, ':leave' leaves the path.")


def test_the_words_of_an_answer_do_as_well_as_its_number(chat: Chat) -> None:
    step, number_wanted, end = chat(":path 1", "No.", "yes", "not sure")[1:]
    assert "Has the council agreed?" in step
    assert number_wanted == "Type the number of your answer, 1 to 2."
    assert "Ring the society." in end


def test_back_takes_answers_back_to_the_first_step(chat: Chat) -> None:
    turns = chat(":path 1", "2", "2", "back", ":back", "back")
    assert "Has the council agreed?" in turns[3]
    assert "Is there a swarm now?" in turns[4]
    assert "You answered" not in turns[4]
    assert turns[5] == "This is the first step."


def test_a_question_in_a_path_is_answered_and_the_place_is_kept(chat: Chat) -> None:
    turns = chat(":path 1", "2", "can i have a bonfire", "1", "back", ":path", "2")
    assert "Only between October and March" in turns[2]
    assert turns[2].endswith(
        "Your place in 'Should I keep bees?' is kept: ':back' goes back to it, ':leave' leaves it."
    )
    assert turns[3].startswith("Can I keep bees on my plot?")
    assert turns[4] == turns[5] == turns[1]
    assert "Ring the society." in turns[6]


def test_danger_told_in_a_path_brings_emergency_help(chat: Chat) -> None:
    assert "Ring 999 now." in chat(":path 1", "a child is in danger right now")[-1]


def test_entries_of_a_step_are_read_by_the_numbers_after_the_answers(chat: Chat) -> None:
    assert chat(":path 1", "2", "3")[-1].startswith("Can I keep hens without asking the council?")


def test_the_sources_of_a_step_are_given_when_asked_for(chat: Chat) -> None:
    step, sources = chat(":path 1", ":sources")
    assert "A swarm can sting [1]." in step
    assert "Plots Act" not in step
    assert sources == (
        "Sources\n[1] Plots Act 1908. legislation, 1908: s.1. "
        "Statute. England and Wales. In force. Read for this guide. https://example.org/plots-act"
    )


def test_a_record_is_given_once_something_was_answered(chat: Chat) -> None:
    turns = chat(":record", ":path 1", ":record", "2", ":record", ":leave", ":record")
    assert turns[0] == "No path was walked yet. :paths lists them."
    assert turns[2] == "Answer a question first: then there is something to record."
    assert "  Is there a swarm now? No.\n" in turns[4]
    assert turns[6] == turns[4]


def test_leaving_gives_numbers_back_to_the_last_answer(chat: Chat) -> None:
    turns = chat("can i keep bees", ":path 1", "leave", "2", ":leave")
    assert turns[2].startswith("You have left 'Should I keep bees?'.")
    assert turns[3].startswith("Can I have a bonfire on my plot?")
    assert turns[4] == "You are not in a guided path. :paths lists them."


def test_back_and_forward_say_answers_again_and_numbers_belong_to_them(chat: Chat) -> None:
    turns = chat(":back", "can i keep bees", "2", ":forward", ":back", ":back", "2", ":forward")
    assert turns[0] == "Ask something first."
    assert turns[2].startswith("Can I have a bonfire on my plot?")
    assert turns[3] == turns[7] == "This is the last answer."
    assert turns[1].startswith(turns[4].rstrip())  # the disclaimer is not said again
    assert turns[5] == "This is the first answer."
    assert turns[6] == turns[2]


def test_choices_that_are_said_again_are_picked_by_number(chat: Chat) -> None:
    turns = chat("animals on the plot", "1", ":back", "4")
    assert turns[2] == turns[0]
    assert "That did not help." in turns[3]


def test_the_answer_alone_can_be_had_to_be_copied(chat: Chat) -> None:
    turns = chat(":copy", "can i keep bees", ":copy", ":plain", ":markdown", "2", "2")
    assert turns[0] == "Ask something first."
    assert turns[2] == turns[3]
    assert turns[2].startswith("Can I keep bees on my plot?")
    assert "[1] Plots Act 1908" in turns[2]
    assert "Related questions" not in turns[2]
    assert turns[4].startswith("## Can I keep bees on my plot?")
    assert turns[5].startswith("Can I have a bonfire on my plot?")


def test_none_of_these_at_a_step_does_not_lose_the_place(chat: Chat) -> None:
    turns = chat(":none", ":path 1", ":none", "9", "2")
    assert turns[0] == "Ask something first."
    assert turns[2] == "If no answer fits, ask in your own words. Your place in the path is kept."
    assert turns[3] == "There is no 9 in the last list."
    assert "Has the council agreed?" in turns[4]


def test_on_a_terminal_the_sources_are_one_line_until_they_are_asked_for(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "[1] Plots Act 1908." in chat("can i keep bees")[0]
    monkeypatch.setattr(output, "width", lambda: 80)
    answer, sources, copy = chat("can i keep bees", ":sources", ":copy")
    assert "[1] Plots" not in answer
    assert "\n4 sources: type :sources to read them.\n" in answer
    assert "[4] Plots Act 1908." in sources
    assert "[1] Plots Act 1908." in copy


def test_saved_and_copied_choices_have_no_ids(chat: Chat) -> None:
    _, copy, _ = chat("permission", ":copy", ":save Notes.txt")
    assert "keep bees" in copy
    assert "(bees)" not in copy + chat.saved["Notes.txt"]


def test_what_was_rejected_is_not_said_again(chat: Chat) -> None:
    turns = chat("can i keep bees", ":none", ":none")
    assert turns[2] == "There is nothing nearer here. Ask in other words, or turn to someone named above."


@pytest.mark.parametrize("typed", ["lottie", "plot", "ALLOTMENT", "allotmnt"])
def test_a_word_is_explained_by_any_of_its_names(chat: Chat, typed: str) -> None:
    (explained,) = chat(f":term {typed}")
    assert "A piece of ground that is let for growing." in explained


def test_words_of_the_last_answer_are_explained(chat: Chat) -> None:
    turns = chat(":term", "can i keep bees", ":term", ":term zebra")
    assert turns[0] == "Name a word to have it explained, for example ':term lado'."
    assert turns[2].startswith("plot: A piece of ground that is let for growing. Also: allotment.")
    assert turns[3].startswith("'zebra' is not among the words explained here.")


def test_the_nation_is_told_and_only_cleared_when_that_is_asked_for(chat: Chat) -> None:
    turns = chat(":nation", ":nation wales", ":nation", ":nation none", ":nation")
    assert turns[0] == turns[4]
    assert turns[0].startswith("No nation is set.")
    assert turns[2] == "Nation set to Wales. ':nation england' changes it, ':nation none' clears it."


def test_in_england_the_note_for_wales_is_one_line_until_it_is_asked_for(chat: Chat) -> None:
    _, answer, copy, wales = chat(":nation england", "can i keep bees", ":copy", "and in wales?")
    assert 'There is also a note for Wales: ask "and in Wales?" to read it.' in answer
    assert "In Wales\n" not in answer
    assert "In Wales\n" in copy
    assert "In Wales (read it with the answer above)\n" in wales


def test_the_disclaimer_is_read_at_the_start_and_after_the_first_answer_only(
    small_matcher: Matcher, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ("can i keep bees", "can i keep hens", ":path 1", "1")
    run_plain_chat(ConversationWithPaths(small_matcher), lines, lambda name, text: Path(name))
    start, first, second, *walked = capsys.readouterr().out.split("\nGuide:\n")[1:]
    disclaimer = small_matcher.knowledge.guide.disclaimer
    assert [turn.count(disclaimer) for turn in (start, first, second, "".join(walked))] == [1, 1, 0, 1]


def test_no_ids_are_read_aloud_and_none_of_these_has_a_number(chat: Chat) -> None:
    turns = chat("can i keep hens", "permission", ":none", ":path 1", "2")
    assert not any(f"({entry})" in turn for turn in turns for entry in ("bees", "hens", "fires"))
    listed, declined = chat("animals on the plot", "4")
    assert "4. None of these" in listed
    assert "That did not help." in declined
    assert "None of these" not in declined
    assert chat("animals on the plot", "1")[1].startswith("Can I have a bonfire on my plot?")


def test_the_last_answer_can_be_had_alone_and_the_path_again(chat: Chat) -> None:
    turns = chat(":walk", ":copy", "can i keep bees", ":copy", ":path 1", "2", ":leave", ":walk", ":copy")
    assert turns[0] == "No path was walked yet. :paths lists them."
    assert turns[1] == "Ask something first."
    assert turns[3].startswith("Can I keep bees on my plot?")
    assert "Related" not in turns[3]
    assert turns[7] == turns[5]
    assert "What you answered\n1. Is there a swarm now? No." in turns[8]


def test_topics_and_what_is_found_are_picked_by_number(chat: Chat) -> None:
    turns = chat(":topics", "2", "2", ":topic animals", ":topic stones", ":find allotment", "1", ":find", ":find xyzzy")
    assert turns[0] == "Topics\n1. Animals\n2. Plants"
    assert "1. Can I have a bonfire on my plot?\n2. May I plant a fruit tree?" in turns[1]
    assert turns[2].startswith("May I plant a fruit tree?")
    assert "1. Can I keep bees on my plot?" in turns[3]
    assert turns[4].startswith("There is no topic 'stones'.\n\nTopics\n1. Animals")
    assert "1. Word explained: plot" in turns[5]
    assert turns[6].startswith("plot: A piece of ground")
    assert turns[7] == "Say what to look for, for example ':find gillick'."
    assert turns[8] == "Nothing has these words. Try fewer, or ask a question."


def test_saving_masks_personal_data_and_replaces_nothing(chat: Chat) -> None:
    turns = chat(":save Notes.txt", "can i keep bees, i am jo@example.org", ":save Notes.txt", ":save Notes.txt")
    assert turns[0] == "Ask something first."
    assert turns[2].startswith("Saved to Notes.txt. Only you can open it.")
    assert "names are not" in turns[2]
    assert turns[3] == "Notes.txt exists already. Nothing was saved."
    assert "You: can i keep bees, i am [removed]" in chat.saved["Notes.txt"]


def test_a_saved_conversation_says_what_the_person_did(chat: Chat) -> None:
    chat("can i keep bees", "2", ":none", "animals on the plot", "4", ":save Notes.txt")
    said = [line for line in chat.saved["Notes.txt"].splitlines() if line.startswith("You")]
    assert said == [
        "You: can i keep bees",
        "You picked: Can I have a bonfire on my plot?",
        "You said that this did not help: Can I have a bonfire on my plot?",
        "You: animals on the plot",
        "You said that none of these fits: animals on the plot",
    ]


def test_a_path_that_was_left_and_begun_anew_is_saved_once(chat: Chat) -> None:
    chat(":path 1", "2", ":leave", ":path 1", "2", "1", ":leave", ":walk", ":back", "2", ":save Notes.txt")
    text = chat.saved["Notes.txt"]
    assert text.count("You walked through: Should I keep bees?") == 2
    assert "Left at" not in text
    assert text.index("Ended at: Keep bees.") < text.index("Ended at: Ring the society.")


def test_what_is_told_in_three_digits_is_no_number_of_a_list(chat: Chat) -> None:
    assert "last list" not in chat("can i keep bees", "999")[1]


def test_a_walked_path_is_saved_once_at_the_place_of_its_last_answer(chat: Chat) -> None:
    chat(":path 1", "2", "can i have a bonfire", ":back", "1", ":leave", "can i keep hens", ":save Notes.txt")
    text = chat.saved["Notes.txt"]
    assert text.count("You walked through: Should I keep bees?") == 1
    parts = (
        "You: can i have a bonfire",
        "Ended at: Keep bees.",
        "1. Is there a swarm now? No.",
        "You: can i keep hens",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_a_path_alone_is_something_to_save(chat: Chat) -> None:
    chat(":path 1", ":save Early.txt", "2", "back", ":save Early.txt", "1", ":save Notes.txt")
    assert list(chat.saved) == ["Notes.txt"]
    assert chat.saved["Notes.txt"].startswith("You walked through: Should I keep bees? Ended at: Ring the society.")


def test_a_file_is_really_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "Notes.txt"
    monkeypatch.setattr("sys.stdin", io.StringIO(f"can i keep bees\n:save {target}\n"))
    assert main(["--knowledge", SMALL, "chat", "--plain"]) == 0
    assert f"Saved to {target}." in capsys.readouterr().out
    assert target.stat().st_mode & 0o777 == 0o600


def test_help_names_every_command_and_every_line_fits(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.command_line.output.width", lambda: 60)
    turns = chat(":help", ":wrong", ":path 1", "1")
    for command in KNOWN:
        assert f"\n{command.example} " in turns[0]
    assert turns[1] == "There is no ':wrong'. :help lists the commands."
    assert all(len(line) <= 60 for turn in turns for line in turn.splitlines())


def test_the_json_chat_gives_one_object_a_line_whatever_is_typed(
    small_matcher: Matcher, capsys: pytest.CaptureFixture[str]
) -> None:
    run_json_chat(ConversationWithPaths(small_matcher), [":paths\n", "\n", ":path 1\n", "2\n", "can i keep bees\n"])
    replies = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [reply["question"] for reply in replies] == [":paths", ":path 1", "2", "can i keep bees"]


def test_the_help_of_the_json_chat_says_what_it_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["chat", "--help"])
    assert "guided paths are left out" in " ".join(capsys.readouterr().out.split())
