"""The settings file: what it may say, and that a bad one does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from acting import reading, rows, said, seen
from conftest import MakeApp

from assistant.knowledge_base import Nation
from assistant.ui.settings import Settings, read_settings


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == (Settings(), "")


def test_everything_that_may_be_set(tmp_path: Path) -> None:
    path = written(tmp_path, 'theme = "light"\nnation = "wales"\n[keys]\ncopy-text = "y"\nback = "b,backspace"\n')
    settings, fault = read_settings(path)
    assert fault == ""
    assert (settings.theme, settings.place) == ("light", Nation.WALES)
    assert settings.keys == {"copy-text": "y", "back": "b,backspace"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme = dark", "settings.toml"),
        ('theme = "pink"', "pink"),
        ('nation = "france"', "france"),
        ('colour = "red"', "colour"),
        ('[keys]\nfly = "f"', "no key named 'fly'"),
        ('[keys]\nback = " "', "'back' has no key"),
        ('[keys]\nquit = "ctrl+q,zzz"', "'zzz' is no key"),
        ('[keys]\nback = "c"', "'copy-text' and 'back' have the same key"),
        ("[keys]\nback = 3", "keys"),
        ("\xff", "settings.toml"),
    ],
)
def test_a_bad_file_is_named_and_not_used(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode("latin-1"))
    settings, fault = read_settings(path)
    assert settings == Settings()
    assert fault.startswith("Settings not used: ")
    assert words in fault


async def test_settings_take_effect(make_app: MakeApp) -> None:
    app = make_app(Settings(theme="light", nation="wales", keys={"not-helped": "x", "quit": "ctrl+x"}))
    async with reading(app) as person:
        assert app.theme == "share-to-protect-light"
        assert "For Wales" in rows(person)[0]
        assert "Ctrl+X Leave now" in rows(person)[0]
        await person.press("n")
        await person.pause()
        assert "That did not help." not in seen(person)
        await person.press("escape", "x")
        await person.pause()
        assert "That did not help." in seen(person)
        await person.press("ctrl+x")
        assert not app.is_running


async def test_the_command_line_wins_over_the_file(make_app: MakeApp) -> None:
    app = make_app()
    app.conversation.nation = Nation.ENGLAND
    again = type(app)(app.conversation, Settings(nation="wales"))
    assert again.conversation.nation is Nation.ENGLAND


async def test_a_fault_is_said_once_the_chat_is_open(make_app: MakeApp) -> None:
    app = make_app(fault="Settings not used: somewhere: bad.")
    async with app.run_test(size=(80, 24)) as person:
        await person.pause()
        assert said(person) == "Settings not used: somewhere: bad."
