"""The chat in a real terminal: start, ask, copy, resize, leave, and what happens when the program fails."""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.command_line.hanging_up import HUNG_UP

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")

if sys.platform != "win32":
    from terminal import Terminal

OSC_52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
TITLE = re.compile(rb"\x1b\][012];")
SECRET = "zebra crossing secret words"


@pytest.fixture(autouse=True)
def _compiled(sharing_matcher: object) -> Iterator[None]:
    """The index is in the cache folder before the program starts, and no program outlives its test."""
    yield
    Terminal.end_all()


def open_chat(folder: Path, home: Path, **environment: str) -> Terminal:
    terminal = Terminal("-m", "assistant", "--knowledge", str(folder), "chat", home=home, environment=environment)
    terminal.wait_for("Ask a question in your own words")
    return terminal


def test_ask_copy_resize_and_leave(sharing_folder: Path, tmp_path: Path) -> None:
    terminal = open_chat(sharing_folder, tmp_path)
    assert terminal.text.splitlines()[0].rstrip().endswith("Ctrl+Q Leave now")
    terminal.type("can I share without consent?\r")
    terminal.wait_for("Yes, where a child may be at risk [1].")
    terminal.type("\x1b")
    terminal.wait_for("c Copy")
    terminal.type("c")
    terminal.wait_for("was sent to your terminal's clipboard")
    copied = base64.b64decode(OSC_52.findall(terminal.received)[-1]).decode()
    assert copied.startswith("Can I share without consent?\n")
    assert "[1] Sharing Act 2018" in copied
    terminal.resize(40, 15)
    terminal.wait_for("Answering: Can I share without")
    terminal.wait(lambda: terminal.text.splitlines()[0].startswith(" Share to Protect"))
    assert "related questions" not in terminal.text.lower()
    terminal.resize(120, 40)
    terminal.wait_for("Related questions")
    before = len(terminal.received)
    terminal.type("\x11")
    assert terminal.wait_for_end() == 0
    leaving = terminal.received[before:]
    assert b"\x1b[1;1H\x1b[2K" in leaving
    assert b"\x1b[40;1H\x1b[2K" in leaving
    assert leaving.index(b"\x1b[40;1H\x1b[2K") < leaving.index(b"\x1b[?1049l")
    after = leaving[leaving.index(b"\x1b[?1049l") :]
    assert re.sub(rb"\x1b(\[[?<>=]?[0-9;]*[a-zA-Z]|[()][A-Z0-9]|[=>])", b"", after).strip() == b""
    assert not TITLE.search(terminal.received)


def test_what_is_typed_on_at_once_is_the_next_question(sharing_folder: Path, tmp_path: Path) -> None:
    terminal = open_chat(sharing_folder, tmp_path)
    terminal.type("who do I tell first?\rhow do I rec")
    terminal.wait_for("Your safeguarding lead [1].")
    terminal.type("ord it?")
    terminal.wait_for("│ how do I record it? ")
    terminal.type("\r")
    terminal.wait_for("On the same day, fact apart from opinion [1].")


def test_what_is_typed_before_the_chat_is_there_is_the_first_question(sharing_folder: Path, tmp_path: Path) -> None:
    terminal = Terminal("-m", "assistant", "--knowledge", str(sharing_folder), "chat", home=tmp_path)
    terminal.type("who do I tell first?\rhow do I rec")
    terminal.wait_for("Your safeguarding lead [1].")
    terminal.type("ord it?\r")
    terminal.wait_for("On the same day, fact apart from opinion [1].")
    terminal.type("\x11")
    assert terminal.wait_for_end() == 0


def test_who_leaves_before_the_chat_is_there_has_left(sharing_folder: Path, tmp_path: Path) -> None:
    terminal = Terminal("-m", "assistant", "--knowledge", str(sharing_folder), "chat", home=tmp_path)
    terminal.wait(lambda: not terminal.echoes)
    terminal.type("\x11")
    assert terminal.wait_for_end() == 0
    assert terminal.modes_left == terminal.modes_found
    assert "fault in the program" not in terminal.text


def test_another_size_keeps_in_view_what_is_read(sharing_folder: Path, tmp_path: Path) -> None:
    terminal = open_chat(sharing_folder, tmp_path)
    for question in ("can I share without consent?", "who do I tell first?", "sharing information with someone"):
        terminal.type(f"{question}\r")
        terminal.wait_for(question)
    terminal.wait_for("Choose one, or none of these")
    for size in ((60, 20), (120, 40), (40, 15), (80, 24)):
        terminal.resize(*size)
        terminal.wait(lambda: terminal.text.splitlines()[0].rstrip().endswith("Leave now"))
        terminal.wait_for("Choose one, or none of these")
        terminal.wait_for("1 to 4 choose")


def test_nothing_that_was_typed_is_stored(sharing_folder: Path, tmp_path: Path) -> None:
    log = tmp_path / "keys.log"
    terminal = open_chat(sharing_folder, tmp_path, TEXTUAL_LOG=str(log), TEXTUAL="devtools,debug")
    terminal.type(f"{SECRET}\r")
    terminal.wait_for(SECRET)
    terminal.type("\x11")
    assert terminal.wait_for_end() == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


FAILING = """
import sys
from pathlib import Path
from assistant.conversation import Conversation
from assistant.command_line import main
def fail(self, message):
    words = message.split()
    raise ValueError(message)
Conversation.ask = fail
sys.argv = ["assistant", "--knowledge", sys.argv[1], "chat"]
main.run()
"""


def test_a_fault_of_the_program_tells_nothing_that_was_typed(sharing_folder: Path, tmp_path: Path) -> None:
    terminal = Terminal("-c", FAILING, str(sharing_folder), home=tmp_path)
    terminal.wait_for("Ask a question in your own words")
    terminal.type(SECRET)
    terminal.wait_for(SECRET)
    before = len(terminal.received)
    terminal.type("\r")
    assert terminal.wait_for_end() == 2
    left = terminal.received[before:]
    after = left[left.index(b"\x1b[?1049l") :].decode()
    assert "The chat stopped because of a fault in the program (ValueError at" in after
    assert "ring 999" in after
    assert "zebra" not in after
    assert "Traceback" not in after
    assert "words" not in after


def test_leaving_while_an_answer_is_drawn_is_no_fault(sharing_folder: Path, tmp_path: Path) -> None:
    terminal = open_chat(sharing_folder, tmp_path)
    terminal.type(f"{SECRET}\r\x11")
    assert terminal.wait_for_end() == 0
    assert b"fault in the program" not in terminal.received


def test_the_chat_ends_with_its_terminal_also_where_no_signal_tells_it(sharing_folder: Path, tmp_path: Path) -> None:
    deaf = "import signal, sys, runpy; signal.signal(signal.SIGHUP, signal.SIG_IGN); sys.argv[0] = 'assistant'; "
    run = "runpy.run_module('assistant', run_name='__main__')"
    terminal = Terminal("-c", deaf + run, "--knowledge", str(sharing_folder), "chat", home=tmp_path)
    terminal.wait_for("Ask a question in your own words")
    terminal.close()
    assert terminal.process.wait(30) == HUNG_UP
