"""Choosing, going on and coming back in the chat."""

from __future__ import annotations

import pytest
from acting import Person, answered, app_of, ask, asked, chat_of, line_of, reading, rows, said, seen, transcript_of
from conftest import SIZES, MakeApp

from assistant.conversation import Action
from assistant.messages import NOTHING_NEARER
from assistant.ui.app import AssistantApp
from assistant.ui.screens.browse import BrowseScreen
from assistant.ui.screens.chat import OPEN_TURNS
from assistant.ui.screens.related import RelatedScreen
from assistant.ui.screens.sources import SourcesScreen
from assistant.ui.settings import Settings
from assistant.ui.widgets.choice_list import ChoiceList
from assistant.ui.widgets.prose import Prose
from assistant.ui.widgets.side_pane import SidePane
from assistant.ui.widgets.turn import Turn


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_picks_while_reading(app: AssistantApp, size: tuple[int, int]) -> None:
    async with reading(app, size) as person:
        await person.press("2")
        await person.pause()
        assert answered(person) == "who-to-tell"


async def test_only_the_list_that_numbers_choose_from_has_numbers(app: AssistantApp) -> None:
    def numbered(person: Person) -> list[bool]:
        lists = [turn.query_one("ChoiceList.related", ChoiceList) for turn in chat_of(person).query(Turn)]
        return ["1 " in "".join(one.render_line(row).text for row in range(one.size.height)) for one in lists]

    async with reading(app, (80, 200)) as person:
        await person.press("2")
        await person.pause()
        assert numbered(person) == [False, True]
        await person.press("left_square_bracket")
        await person.pause()
        assert numbered(person) == [True, False]
        await person.click(chat_of(person).query(Turn).last())
        await person.pause()
        assert numbered(person) == [False, True]


async def test_a_number_in_the_line_says_what_it_opens_and_waits_for_enter(app: AssistantApp) -> None:
    async with asked(app) as person:
        await person.press("1")
        assert said(person) == "Enter opens: A parent refuses consent. Can I still share?"
        await person.pause(0.8)
        assert answered(person) == "share-without-consent"
        await person.press("enter")
        await person.pause()
        assert answered(person) == "parent-refuses"
        assert line_of(app).value == ""
        assert said(person) == ""


@pytest.mark.parametrize(("rows_high", "told"), [(14, True), (90, False)])
async def test_what_a_number_opens_out_of_a_list_that_is_not_in_view_is_told(
    app: AssistantApp, rows_high: int, told: bool
) -> None:
    async with reading(app, (80, rows_high)) as person:
        await person.press("2")
        await person.pause()
        assert answered(person) == "who-to-tell"
        line = "2 in the list that was out of view opened this. [ goes back."
        assert said(person) == (line if told else "")
        await person.press("left_square_bracket")
        await person.pause()
        assert said(person) == ""


async def test_in_the_side_pane_a_number_opens_at_once_and_reading_goes_on(app: AssistantApp) -> None:
    async with reading(app, (120, 40)) as person:
        await person.press("r", "2")
        await person.pause()
        assert answered(person) == "who-to-tell"
        assert line_of(app).value == ""
        assert app.focused is transcript_of(app)
        assert said(person) == ""


def lines(person: Person) -> list[str]:
    """What is read, without the bar that says how much there is."""
    return [row[:78] for row in rows(person)[1:-5]]


@pytest.mark.parametrize("at_end", [False, True])
async def test_back_goes_to_where_one_was_reading(app: AssistantApp, at_end: bool) -> None:
    async with reading(app, (80, 14)) as person:
        column = transcript_of(app)
        for key in ["end"] if at_end else ["down"] * 5:
            await person.press(key)
        await person.pause()
        before = lines(person)
        await person.press("2")
        await person.pause()
        assert answered(person) == "who-to-tell"
        await person.press("down", "left_square_bracket")
        await person.pause()
        assert answered(person) == "share-without-consent"
        assert lines(person) == before
        await person.press("right_square_bracket")
        await person.pause()
        assert answered(person) == "who-to-tell"
        assert column.is_read_on


async def test_back_goes_to_where_one_was_reading_on_the_whole_screen_too(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 14)) as person:
        app.open_entry("share-without-consent")
        await person.pause()
        await person.press(*["down"] * 5)
        await person.pause()
        before = rows(person)[1:-2]
        await person.press("2")
        await person.pause()
        assert rows(person)[1:-2] != before
        await person.press("left_square_bracket")
        await person.pause()
        assert rows(person)[1:-2] == before


async def test_home_and_end_go_through_what_is_read_while_nothing_is_typed(app: AssistantApp) -> None:
    async with asked(app) as person:
        column = transcript_of(app)
        await person.press("end")
        await person.pause()
        assert column.scroll_y == column.max_scroll_y > 0
        await person.press("home")
        await person.pause()
        assert column.scroll_y == 0
        await person.press("a", "end")
        await person.pause()
        assert column.scroll_y == 0
        assert app.focused is line_of(app)


@pytest.mark.parametrize("question", ["15", "2 boys in my team"])
async def test_a_number_that_begins_a_question_is_left_alone(app: AssistantApp, question: str) -> None:
    async with asked(app) as person:
        await person.press(question[0])
        await person.pause(0.8)
        await person.press(*question[1:])
        assert said(person) == ""
        assert answered(person) == "share-without-consent"
        assert line_of(app).value == question


async def test_a_number_with_enter_picks_at_once_and_is_not_remembered(app: AssistantApp) -> None:
    async with asked(app) as person:
        await ask(person, "3")
        assert answered(person) == "how-much"
        await person.press("up")
        assert line_of(app).value == "Can I share without consent?"


async def test_an_example_is_asked(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("escape", "2")
        await person.pause()
        assert answered(person) == "who-to-tell"
        assert not app.chat.query("Welcome")


async def test_enter_and_the_mouse_choose_in_a_list(app: AssistantApp) -> None:
    async with reading(app, (80, 60)) as person:
        app.chat.query_one("Turn ChoiceList.related").focus()
        await person.press("down", "enter")
        await person.pause()
        assert answered(person) == "who-to-tell"
        await person.press("left_square_bracket")
        await person.pause()
        first = next(number for number, line in enumerate(rows(person)) if "1 A parent refuses" in line)
        await person.click(offset=(10, first))
        await person.pause()
        assert answered(person) == "parent-refuses"


async def test_none_of_these_leads_to_someone(app: AssistantApp) -> None:
    async with reading(app, (80, 40)) as person:
        await person.press("n")
        await person.pause()
        text = seen(person)
        assert "Talk to your safeguarding lead." in text
        assert "share-without-consent" not in [choice.value for choice in app.chat.choices]


async def test_what_was_rejected_is_not_said_again(app: AssistantApp) -> None:
    async with reading(app, (80, 40)) as person:
        await person.press("n")
        await person.pause()
        last = app.conversation.last
        assert "Did not help" not in rows(person)[-1]
        await person.press("n")
        await person.pause()
        assert said(person) == NOTHING_NEARER
        assert len(app.chat.query(Turn)) == 2
        assert app.conversation.last is last


async def test_why_a_key_did_nothing_is_said_until_the_next_key(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("escape", "j")
        assert said(person) == "There are no sources here."
        await person.press("pagedown")
        assert said(person) == ""
        await person.press("j", "w")
        assert said(person) == ""
        assert line_of(app).value == "w"


async def test_nearest_questions_follow_also_where_an_entry_was_picked(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await app.chat.read("share-without-consent")
        await person.press("escape", "n")
        await person.pause()
        assert "parent-refuses" in [choice.value for choice in app.chat.choices]
        assert "share-without-consent" not in [choice.value for choice in app.chat.choices]


async def test_not_helped_is_about_the_answer_that_is_read(app: AssistantApp) -> None:
    async with reading(app, (80, 40)) as person:
        await person.press("2")
        await person.pause()
        await person.press("left_square_bracket")
        await person.pause()
        await person.press("n")
        await person.pause()
        assert app.chat.view is not None
        assert app.chat.view.reply.question == "Can I share without consent?"


async def test_back_and_forward_through_what_was_read(app: AssistantApp) -> None:
    async with reading(app) as person:
        await person.press("1")
        await person.pause()
        await person.press("2")
        await person.pause()
        assert answered(person) == "how-much"
        await person.press("left_square_bracket", "left_square_bracket")
        await person.pause()
        assert answered(person) == "share-without-consent"
        assert "Answering: Can I share" in seen(person)
        await person.press("left_square_bracket")
        assert said(person) == "This is the first answer."
        await person.press("right_square_bracket")
        await person.pause()
        assert answered(person) == "parent-refuses"


async def test_a_citation_leads_to_its_source_and_back(app: AssistantApp) -> None:
    async with reading(app) as person:
        transcript_of(app).scroll_to(y=2, animate=False)
        await person.pause()
        before = transcript_of(app).scroll_y
        row = next(number for number, line in enumerate(rows(person)) if "page 2" in line or "[3]" in line)
        await person.click(offset=(rows(person)[row].index("[3]") + 1, row))
        await person.pause()
        sources = app.chat.view.sources if app.chat.view else None
        assert sources is app.focused
        assert sources is not None
        assert sources.highlighted == 2
        assert "[3]" in seen(person)
        assert "Guide to sharing" in seen(person)
        await person.press("j")
        await person.pause()
        assert transcript_of(app).scroll_y == before


async def test_a_number_chooses_among_sources_there(app: AssistantApp) -> None:
    async with reading(app) as person:
        await person.press("j", "4")
        await person.pause()
        assert answered(person) == "share-without-consent"
        sources = app.chat.view.sources if app.chat.view else None
        assert sources is not None
        assert sources.highlighted == 3
        await person.press("enter")
        await person.pause()
        assert isinstance(app.screen, SourcesScreen)
        assert app.screen.query_one("#found", ChoiceList).chosen.value == "leaflet"  # type: ignore[union-attr]


async def test_the_side_pane_stands_beside_on_a_wide_terminal_only(app: AssistantApp) -> None:
    async with asked(app, (120, 40)) as person:
        assert app.chat.query_one(SidePane).display
        assert "Topics" in seen(person)
        assert [choice.value for choice in app.chat.query_one("#pane-related", ChoiceList).choices] == [
            "parent-refuses",
            "who-to-tell",
            "how-much",
        ]
        await person.press("escape", "r", "down", "enter")
        await person.pause()
        assert answered(person) == "who-to-tell"
        await person.resize_terminal(80, 12)
        await person.pause()
        assert not app.chat.query_one(SidePane).display
        await person.press("escape", "r")
        await person.pause()
        assert isinstance(app.screen, RelatedScreen)
        related = app.screen.query_one("#pane-related", ChoiceList)
        assert related is app.focused
        assert related.highlighted == 0
        assert "Related questions" in seen(person)
        await person.press("1")
        await person.pause()
        assert answered(person) == "share-without-consent"


async def test_a_topic_in_the_pane_opens_in_browse(app: AssistantApp) -> None:
    async with app.run_test(size=(120, 40)) as person:
        app.chat.query_one("#pane-topics", ChoiceList).focus()
        await person.press("down", "enter")
        await person.pause()
        assert isinstance(app.screen, BrowseScreen)
        assert "How do I record it?" in seen(person)


async def test_old_turns_fold_and_open_again(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        for _ in range(OPEN_TURNS + 2):
            await ask(person, "Can I share without consent?")
        turns = list(app.chat.query(Turn))
        assert [turn.is_folded for turn in turns] == [True, True] + [False] * OPEN_TURNS
        assert len(app.chat.query(Prose)) == OPEN_TURNS * 6
        await person.press("escape")
        for _ in turns:
            await person.press("left_square_bracket")
        await person.pause()
        assert not turns[0].is_folded
        assert "Yes, where a child may be at" in seen(person)


async def test_an_answer_picked_in_the_palette_is_shown_from_its_top(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Can I share without consent?")
        for words, question in (
            ("dad refuses", "A parent refuses consent."),
            ("how many details", "How much should I"),
        ):
            await person.press("ctrl+p", *words)
            await person.pause(0.3)
            await person.press("enter")
            await person.pause(0.3)
            assert [row.strip() for row in rows(person)[1:2]] == ["You picked"]
            assert rows(person)[2].strip().startswith(question)


async def test_tab_goes_through_the_screen_in_order(app: AssistantApp) -> None:
    async with asked(app, (120, 40)) as person:
        order = []
        for _ in range(5):
            await person.press("tab")
            order.append(app.focused.id or type(app.focused).__name__ if app.focused else None)
        assert order == ["pane-related", "pane-topics", "transcript", "SourceList", "question"]
        assert app_of(person).screen is chat_of(person)


async def test_escape_goes_one_back_from_the_sources_and_then_to_typing(app: AssistantApp) -> None:
    async with reading(app) as person:
        transcript = transcript_of(app)
        transcript.scroll_to(y=3, animate=False)
        await person.pause()
        await person.press("j")
        await person.pause()
        assert transcript.scroll_y != 3
        await person.press("escape")
        await person.pause()
        assert transcript.has_focus
        assert transcript.scroll_y == 3
        assert said(person) == ""
        await person.press("escape")
        assert line_of(app).has_focus


async def test_escape_in_the_sources_of_a_screen_of_its_own_does_not_close_it(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        app.open_entry("how-much")
        await person.pause()
        screen = app.screen
        await person.press("j", "escape")
        await person.pause()
        assert app.screen is screen
        await person.press("escape")
        await person.pause()
        assert app.screen is app.chat


async def test_escape_goes_from_the_side_pane_to_the_answer(app: AssistantApp) -> None:
    async with reading(app, (120, 40)) as person:
        await person.press("r", "escape")
        assert app.focused is transcript_of(app)


async def test_a_turn_says_what_the_person_did(app: AssistantApp) -> None:
    async with asked(app, (80, 40)) as person:
        assert [turn.reply.action for turn in app.chat.query(Turn)] == [Action.ASKED]
        await person.press("escape", "2")
        await person.pause()
        assert "You picked" in seen(person)
        await person.press("n")
        await person.pause()
        assert "You said that this did not help" in seen(person)
        await ask(person, "sharing information with someone")
        await person.press("4", "enter")
        await person.pause()
        assert "You said that none of these fits" in seen(person)
        assert "You picked" not in seen(person)
        assert "You said that none of these fits: sharing information with someone" in app.chat.transcript


async def test_a_typed_number_that_is_not_in_the_list_is_no_turn(app: AssistantApp) -> None:
    async with asked(app) as person:
        await ask(person, "9")
        assert said(person) == "There is no 9 in the last list."
        assert len(app.chat.query(Turn)) == 1


async def test_a_number_key_of_ones_own_picks_on_the_related_screen_too(make_app: MakeApp) -> None:
    app = make_app(Settings(keys={"pick-1": "x"}))
    async with reading(app) as person:
        await person.press("r")
        await person.pause()
        assert "x to 3" in seen(person)
        await person.press("x")
        await person.pause()
        assert answered(person) == "parent-refuses"
