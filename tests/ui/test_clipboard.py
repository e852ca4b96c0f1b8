"""Copying: which way it goes, and that only what is known is said."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
from typing import Any

import pytest
from acting import read, reading, rows, said, walk
from textual.widgets import Input, Static

from assistant.messages import ASK_FIRST
from assistant.ui.app import AssistantApp
from assistant.ui.clipboard import Delivery, deliver, native_command
from assistant.ui.screens.plain_text import PlainTextScreen
from assistant.ui.screens.sources import SourcesScreen
from assistant.ui.widgets.prose import Prose

SENT = "{} was sent to your terminal's clipboard. If pasting gives nothing, press F7."


class Machine:
    """A machine with some clipboard commands."""

    def __init__(self, *commands: str, code: int = 0, fails: Exception | None = None) -> None:
        self.commands, self.code, self.fails = commands, code, fails
        self.ran: list[tuple[tuple[str, ...], dict[str, Any]]] = []

    def which(self, name: str) -> str | None:
        return f"/bin/{name}" if name in self.commands else None

    def run(self, command: tuple[str, ...], **options: Any) -> subprocess.CompletedProcess[bytes]:
        self.ran.append((command, options))
        if self.fails:
            raise self.fails
        return subprocess.CompletedProcess(command, self.code)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Any:
    for name in ("TMUX", "SSH_CONNECTION", "SSH_TTY", "WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)

    def put(machine: Machine, platform: str = "linux", **environment: str) -> Machine:
        monkeypatch.setattr(shutil, "which", machine.which)
        monkeypatch.setattr(subprocess, "run", machine.run)
        monkeypatch.setattr(sys, "platform", platform)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return machine

    return put


@pytest.mark.parametrize(
    ("commands", "platform", "environment", "expected"),
    [
        (("pbcopy",), "darwin", {}, ("/bin/pbcopy",)),
        (("wl-copy", "xclip"), "linux", {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, ("/bin/wl-copy",)),
        (("xclip",), "linux", {"DISPLAY": ":0"}, ("/bin/xclip", "-selection", "clipboard")),
        (("xsel",), "linux", {"DISPLAY": ":0"}, ("/bin/xsel", "--clipboard", "--input")),
        (("xclip",), "linux", {}, None),
        (("clip.exe",), "win32", {}, ("/bin/clip.exe",)),
        (("clip.exe",), "linux", {"WSL_DISTRO_NAME": "u"}, ("/bin/clip.exe",)),
        (("clip.exe",), "linux", {}, None),
        (("pbcopy",), "darwin", {"SSH_TTY": "/dev/pts/1"}, None),
        (("xclip",), "linux", {"DISPLAY": ":0", "TMUX": "x"}, None),
        (("xclip",), "linux", {"DISPLAY": ":10", "SSH_CONNECTION": "a b"}, None),
        ((), "darwin", {}, None),
    ],
)
def test_the_command_fits_the_machine(
    place: Any, commands: tuple[str, ...], platform: str, environment: dict[str, str], expected: tuple[str, ...] | None
) -> None:
    place(Machine(*commands), platform, **environment)
    assert native_command() == expected


def test_copied_is_said_only_after_success(place: Any) -> None:
    sent: list[str] = []
    machine = place(Machine("pbcopy"), "darwin")
    assert deliver("naïve text", sent.append) is Delivery.COPIED
    assert machine.ran[0][1]["input"] == "naïve text".encode()
    assert sent == []


@pytest.mark.parametrize(
    "machine",
    [
        Machine("pbcopy", code=1),
        Machine("pbcopy", fails=OSError("gone")),
        Machine("pbcopy", fails=subprocess.TimeoutExpired("pbcopy", 3)),
        Machine(),
    ],
)
def test_a_failure_goes_to_the_terminal(place: Any, machine: Machine) -> None:
    sent: list[str] = []
    place(machine, "darwin")
    assert deliver("text", sent.append) is Delivery.SENT
    assert sent == ["text"]


def test_a_browser_has_its_own_clipboard(place: Any) -> None:
    sent: list[str] = []
    machine = place(Machine("pbcopy"), "darwin")
    assert deliver("text", sent.append, native=False) is Delivery.SENT
    assert machine.ran == []


def test_windows_gets_utf_16(place: Any) -> None:
    machine = place(Machine("clip.exe"), "win32")
    deliver("café", lambda text: None)
    assert machine.ran[0][1]["input"].decode("utf-16") == "café"


def written_to(app: AssistantApp, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts that the terminal is asked to copy."""
    texts: list[str] = []
    driver = app._driver
    assert driver is not None
    write = driver.write

    def record(data: str) -> None:
        if data.startswith("\x1b]52;c;"):
            texts.append(base64.b64decode(data[7:-1]).decode())
        else:
            write(data)

    monkeypatch.setattr(driver, "write", record)
    return texts


async def test_the_cited_answer_is_copied_as_text_and_markdown(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch, place: Any
) -> None:
    place(Machine())
    async with app.run_test(size=(80, 24)) as person:
        texts = written_to(app, monkeypatch)
        await person.press("escape", "c")
        assert said(person) == ASK_FIRST
        await read(person)
        await person.press("c")
        assert said(person) == SENT.format("The cited answer")
        await person.press("C")
        assert said(person) == SENT.format("The cited answer as Markdown")
        text, markdown = texts
        for part in ("[1] Sharing Act 2018", "Reviewed 31 January 2026", "England and Wales", "knowledge 2026.1+"):
            assert part in text
            assert part.removeprefix("[1] ") in markdown
        assert markdown.startswith("## Can I share without consent?")
        assert "Related" not in text


async def test_copied_on_this_machine(app: AssistantApp, place: Any) -> None:
    machine = place(Machine("pbcopy"), "darwin")
    async with reading(app) as person:
        await person.press("c")
        assert said(person) == "The cited answer is copied."
        assert machine.ran[0][1]["input"].startswith(b"Can I share without consent?")


async def test_the_address_of_the_chosen_source(app: AssistantApp, monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    place(Machine())
    opened: list[str] = []
    monkeypatch.setattr(AssistantApp, "open_address", lambda self, address: opened.append(address))
    async with app.run_test(size=(80, 24)) as person:
        texts = written_to(app, monkeypatch)
        await person.press("escape", "u")
        assert said(person) == "There are no sources here."
        await read(person)
        await person.press("u")
        assert said(person) == SENT.format("The address of source 1")
        await person.press("j")
        assert said(person).startswith("1 to 6 now choose a source.")
        await person.press("3", "u", "o")
        assert said(person) == SENT.format("The address of source 3")
        assert texts == ["https://example.org/act", "https://example.org/guide"]
        assert opened == ["https://example.org/guide"]
        await person.press("4", "u")
        assert said(person) == "No address is known for this source."


async def test_selected_words_are_copied(app: AssistantApp, monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    place(Machine())
    async with app.run_test(size=(80, 24)) as person:
        texts = written_to(app, monkeypatch)
        await read(person)
        lead = app.chat.query(Prose).first()
        assert isinstance(lead, Static)
        await person.mouse_down(lead, offset=(2, 0))
        await person.hover(lead, offset=(20, 0))
        await person.mouse_up(lead, offset=(20, 0))
        await person.press("ctrl+c")
        await person.pause()
        assert len(texts) == 1
        assert texts[0].strip() in "Yes, where a child may be at risk [1]."
        assert len(texts[0].strip()) > 10


@pytest.mark.parametrize("key", ["p", "f7"])
async def test_what_was_copied_is_shown_as_text_while_that_is_said(app: AssistantApp, place: Any, key: str) -> None:
    place(Machine())
    async with app.run_test(size=(80, 24)) as person:
        await read(person)
        await person.press("u", key)
        await person.pause()
        assert isinstance(app.screen, PlainTextScreen)
        assert rows(person)[1].strip() == "https://example.org/act"
        await person.press("escape", "j", "escape", key)
        await person.pause()
        assert rows(person)[1].strip() == "Can I share without consent?"


@pytest.mark.parametrize("key", ["p", "f7"])
async def test_what_was_copied_from_the_sources_can_be_shown_after_leaving_them(
    app: AssistantApp, place: Any, key: str
) -> None:
    place(Machine())
    async with app.run_test(size=(80, 24)) as person:
        await read(person)
        await person.press("j", "u", "escape", key)
        await person.pause()
        assert rows(person)[1].strip() == "https://example.org/act"


async def test_the_decision_record_can_be_selected_where_copying_fails(app: AssistantApp, place: Any) -> None:
    place(Machine())
    async with app.run_test(size=(80, 24)) as person:
        await walk(person, "1")
        await person.press("d")
        assert said(person) == SENT.format("The decision record")
        await person.press("p")
        await person.pause()
        assert rows(person)[1].startswith("Decision record: Should I share this?")


async def test_a_screen_on_which_letters_search_has_a_key_for_what_was_copied(app: AssistantApp, place: Any) -> None:
    place(Machine())
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f4", "f7")
        assert said(person) == "Nothing was copied here."
        await person.press("down", "u")
        assert said(person) == SENT.format("The address of the source")
        await person.press("f7")
        await person.pause()
        assert rows(person)[1].strip() == "https://example.org/guide"
        await person.press("escape")
        await person.pause()
        assert isinstance(app.screen, SourcesScreen)
        assert app.screen.query_one(Input).value == ""


async def test_without_a_browser_the_address_is_shown(app: AssistantApp, monkeypatch: pytest.MonkeyPatch) -> None:
    import webbrowser

    def none(using: str | None = None) -> webbrowser.BaseBrowser:
        raise webbrowser.Error("none")

    monkeypatch.setattr(webbrowser, "get", none)
    async with reading(app) as person:
        await person.press("o")
        assert said(person) == "No browser could be opened here. The address: https://example.org/act"
