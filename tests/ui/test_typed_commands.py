"""Commands typed in the question line open what they name."""

from __future__ import annotations

import pytest
from acting import ask, read, said, seen
from textual.widgets import Input

from assistant.messages import NOT_WALKED
from assistant.ui.app import AssistantApp
from assistant.ui.screens.browse import BrowseScreen
from assistant.ui.screens.glossary import GlossaryScreen
from assistant.ui.screens.path import PathScreen
from assistant.ui.screens.paths import PathsScreen
from assistant.ui.screens.sources import SourcesScreen
from assistant.ui.widgets.choice_list import ChoiceList


@pytest.mark.parametrize("typed", [":path 1", ":path should-i-share", ":path share this"])
async def test_a_path_is_begun_by_number_id_or_words(app: AssistantApp, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, typed)
        await person.pause()
        assert isinstance(app.screen, PathScreen)
        assert "Is a child in danger now?" in seen(person)


@pytest.mark.parametrize("back", [":path", ":walk"])
async def test_the_way_back_to_the_walk_can_be_typed(app: AssistantApp, back: str) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, ":walk")
        assert said(person) == NOT_WALKED
        await ask(person, ":path")
        assert isinstance(app.screen, PathsScreen)
        await person.press("escape")
        await ask(person, ":path wasps")
        assert said(person) == "There is no path 'wasps'. :paths lists them."
        await ask(person, ":record")
        assert said(person) == NOT_WALKED
        await ask(person, ":path 1")
        await person.press("2")
        await person.pause()
        await person.press("f6")
        await person.pause()
        await ask(person, ":record")
        assert said(person).startswith("The decision record was sent to your terminal's clipboard.")
        assert "Is a child in danger now? No." in app.clipboard
        await ask(person, back)
        await person.pause()
        assert "Is there a worry about abuse?" in seen(person)


@pytest.mark.parametrize(("typed", "term"), [(":term report", "referral"), (":term lawful", "lawful-basis")])
async def test_a_word_is_explained_by_any_of_its_names(app: AssistantApp, typed: str, term: str) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, typed)
        await person.pause()
        assert isinstance(app.screen, GlossaryScreen)
        chosen = app.screen.query_one("#found", ChoiceList).chosen
        assert chosen is not None
        assert chosen.value == term


async def test_a_word_that_is_not_explained_is_said_to_be_so(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, ":term zebra")
        assert said(person).startswith("'zebra' is not among the words explained here.")


async def test_find_searches_and_topic_opens_one(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, ":find dad")
        await person.pause()
        assert isinstance(app.screen, BrowseScreen)
        assert app.screen.query_one(Input).value == "dad"
        assert "A parent refuses consent." in seen(person)
        await person.press("escape")
        await ask(person, ":topic practice")
        await person.pause()
        assert "How do I record it?" in seen(person)
        await person.press("escape")
        await ask(person, ":topic stones")
        assert said(person) == "There is no topic 'stones'. :topics lists them."


async def test_sources_are_those_of_the_answer(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, ":sources")
        await person.pause()
        assert isinstance(app.screen, SourcesScreen)
        await person.press("escape")
        await read(person)
        await ask(person, ":sources")
        assert app.chat.sources
        assert app.focused is app.chat.sources


async def test_an_unknown_command_leads_to_the_nearest(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, ":browse")
        assert said(person) == "There is no ':browse'. :help lists the commands."
        await ask(person, ":natoin wales")
        assert said(person) == "There is no ':natoin'. Did you mean :nation? :help lists the commands."
        assert app.conversation.nation is None


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (":theme purple", "There is no theme 'purple'. There are ':theme dark' and ':theme light'."),
        (":theme", "There are ':theme dark' and ':theme light'."),
    ],
)
async def test_a_theme_that_there_is_not_changes_nothing(app: AssistantApp, typed: str, line: str) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, typed)
        assert said(person) == line
        assert app.theme == "share-to-protect-dark"
