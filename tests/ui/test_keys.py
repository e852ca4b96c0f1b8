"""Every key has an id and a description, does something, and is told in the help."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module

import pytest
from acting import seen
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import assistant.ui
from assistant.conversation.command_list import KNOWN
from assistant.ui.app import AssistantApp
from assistant.ui.keys import KEY_OF, KEYS, bindings, clashes, shown
from assistant.ui.screens.help import PLACEHOLDER, help_source, help_text


def own_classes() -> list[type[DOMNode]]:
    """Every widget, screen and application class of the package."""
    modules = [import_module(one.name) for one in pkgutil.walk_packages(assistant.ui.__path__, "assistant.ui.")]
    found = {cls for module in modules for _, cls in inspect.getmembers(module, inspect.isclass)}
    return [cls for cls in found if issubclass(cls, DOMNode) and cls.__module__.startswith("assistant.ui")]


def test_every_binding_of_ours_comes_from_the_table() -> None:
    classes = own_classes()
    assert len(classes) > 20
    for cls in classes:
        for binding in cls.__dict__.get("BINDINGS", ()):
            assert isinstance(binding, Binding), cls
            assert binding.id in KEY_OF, cls
            assert binding.description, cls


def test_every_place_of_the_table_is_used_and_its_actions_exist() -> None:
    used: dict[str, list[type[DOMNode]]] = {}
    for cls in own_classes():
        for binding in cls.__dict__.get("BINDINGS", ()):
            used.setdefault(binding.id, []).append(cls)
    assert set(used) == set(KEY_OF)
    screens: list[type[DOMNode]] = [cls for cls in own_classes() if issubclass(cls, Screen)]
    for place in KEYS:
        for binding in bindings(place):
            assert isinstance(binding, Binding)
            name = binding.action.split("(")[0]
            where, _, name = name.rpartition(".")
            owners: dict[str, list[type[DOMNode]]] = {
                "screen": screens,
                "app": [AssistantApp],
                "": used[binding.id or ""],
            }
            assert any(hasattr(owner, f"action_{name}") for owner in owners[where]), binding


def test_keys_that_work_together_differ() -> None:
    assert clashes({}) == ()
    assert clashes({"copy-text": "p"}) == (("copy-text", "plain-text"),)
    assert clashes({"copy-text": "escape"})


def test_no_key_needs_alt_or_a_command_key() -> None:
    for key in KEY_OF.values():
        assert not {"alt", "super", "cmd", "meta"} & set(key.key.replace(",", "+").split("+"))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ctrl+q", "Ctrl+Q"),
        ("f1", "F1"),
        ("escape", "Esc"),
        ("left_square_bracket", "["),
        ("c", "c"),
        ("C", "C"),
        ("up", "Up"),
        ("left", "Left"),
        ("shift+tab", "Shift+Tab"),
        ("1", "1"),
    ],
)
def test_keys_are_named_as_people_do(key: str, name: str) -> None:
    assert shown(key) == name


def test_help_names_only_real_keys_and_every_one() -> None:
    named = set(PLACEHOLDER.findall(help_source()))
    assert named <= set(KEY_OF)
    told_by_range = {f"pick-{number}" for number in range(2, 9)}
    assert set(KEY_OF) - named == told_by_range


def test_help_has_no_key_in_plain_words() -> None:
    words = help_source().replace("Page Up", "").replace("Page Down", "")
    for name in ("Ctrl", "F1", "F2", "Esc ", "Tab"):
        assert name not in words


def test_help_shows_the_keys_as_they_are_set() -> None:
    text = help_text(lambda key_id: "[" if key_id == "back" else key_id)
    assert "**\\[** and **forward**" in text


async def test_the_help_screen_lists_keys_and_commands(app: AssistantApp) -> None:
    async with app.run_test(size=(100, 120)) as person:
        await person.press("f1")
        await person.pause()
        text = seen(person)
        assert "Ctrl+Q leaves at once" in text
        assert "[ and ] go back and forward" in text
        for command in KNOWN:
            assert command.example in text
        assert isinstance(app, App)
