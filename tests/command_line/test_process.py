"""The installed command as a process: exit codes, streams, interruption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SMALL = str(Path(__file__).parents[1] / "small_knowledge")


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant", *arguments], input=stdin, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ask", "can I keep bees on my plot"], 0),
        (["ask", "what is the capital of france"], 1),
        (["ask"], 2),
        (["show", "nothing"], 2),
        (["nonsense"], 2),
        ([], 2),
        (["check", "--knowledge", "/nowhere"], 2),
    ],
)
def test_exit_codes(arguments: list[str], code: int) -> None:
    assert run("--knowledge", SMALL, *arguments).returncode == code


def test_errors_go_to_standard_error_without_a_traceback() -> None:
    done = run("check", "--knowledge", "/nowhere")
    assert done.stdout == ""
    assert done.stderr.startswith("assistant: No knowledge base at /nowhere")
    assert "Traceback" not in done.stderr


def test_a_broken_file_gives_file_line_and_cure(knowledge_folder: Path) -> None:
    path = knowledge_folder / "entries/animals.yaml"
    path.write_text(path.read_text().replace("limits:", "limit:", 1))
    done = run("ask", "bees", "--knowledge", str(knowledge_folder))
    assert done.returncode == 2
    assert "entries/animals.yaml:10: 'bees'" in done.stderr
    assert "Correct the spelling" in done.stderr


def test_what_the_terminal_cannot_show_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = run("--knowledge", SMALL, "ask", "--json", "bees \u03c9")
    assert json.loads(done.stdout)["question"].startswith("bees ?")
    assert done.stderr == ""


def test_output_in_a_pipe_is_undecorated() -> None:
    assert "\x1b" not in run("--knowledge", SMALL, "ask", "bees").stdout


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_bytes_that_are_not_utf_8_end_no_conversation(errors: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "--knowledge", SMALL, "chat", "--json"],
        input=b"can i keep bees \xff\ncan i keep hens\n",
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": f"utf-8:{errors}"},
    )
    asked = [json.loads(line)["question"] for line in done.stdout.splitlines()]
    assert asked == ["can i keep bees \ufffd", "can i keep hens"]
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="arguments are bytes on POSIX only")
def test_an_argument_that_is_not_utf_8_is_a_question_all_the_same() -> None:
    command = [sys.executable.encode(), b"-m", b"assistant", b"--knowledge", SMALL.encode()]
    done = subprocess.run([*command, b"ask", b"--json", b"can i keep bees \xff"], capture_output=True, check=False)
    assert json.loads(done.stdout)["question"] == "can i keep bees ?"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m assistant --knowledge {SMALL} sources | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def _heed_interruptions() -> None:
    """What a shell starts in the background ignores them, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_an_interruption_exits_130_without_a_traceback() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant", "--knowledge", SMALL, "chat", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_interruptions,  # noqa: PLW1509 (no thread runs here)
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "You:" in line:
            break
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors == ""
