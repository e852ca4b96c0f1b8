"""Rules of the house: which way imports run, and what nobody may do."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import messages

CHECKOUT = Path(__file__).parents[2]
PACKAGE = CHECKOUT / "assistant"
SMALL = CHECKOUT / "tests/small_knowledge"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = [
    "__init__",
    "errors",
    "files",
    "messages",
    "knowledge_base",
    "matching",
    "conversation",
    "rendering",
    "evaluation",
    "command_line",
    "ui",
    "__main__",
]
"""Each may import only from those before it."""

OPENS_THE_CHAT = ("command_line/chat.py", "assistant.ui.run_chat")
"""The one import that runs the other way, inside a function."""

ONLY_IN = {
    "textual": {"ui"},
    "numpy": {"matching", "evaluation"},
    "rapidfuzz": {"matching", "evaluation"},
    "yaml": {"knowledge_base"},
    "argparse": {"command_line"},
}
FORBIDDEN = {"socket", "ssl", "http", "urllib", "requests", "ftplib", "smtplib", "telnetlib", "pickle"}


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def texts_of(path: Path) -> list[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def ids(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_imports_run_one_way(path: Path) -> None:
    own = layer_of(path)
    allowed = {"__version__", *LAYERS[: LAYERS.index(own) + 1]} - ({"command_line"} if own == "ui" else set())
    used = {name for name in imports_of(path) if name.startswith("assistant.")}
    assert {name for name in used if name.split(".")[1] not in allowed and (ids(path), name) != OPENS_THE_CHAT} == set()


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_libraries_stay_in_their_layers(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports_of(path)}
    for library, layers in ONLY_IN.items():
        assert library not in roots or layer_of(path) in layers
    assert not roots & FORBIDDEN


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_only_one_module_reads_or_writes_each_stream(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    name = ids(path)
    assert "print(" not in text
    assert "sys.stdin" not in text or name in {"command_line/input_text.py", "command_line/output.py"}
    assert "sys.stdout.write" not in text or name == "command_line/output.py"
    assert "sys.stderr" not in text or name == "command_line/diagnostics.py"


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_modules_are_short_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text))


SENTENCES = [value for name, value in vars(messages).items() if name.isupper() and value.endswith(".")]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_both_chats_say_stands_in_one_place(sentence: str) -> None:
    words = max(re.split(r"\{.*?\}", sentence), key=len).strip()
    chats = [path for path in MODULES if layer_of(path) in {"conversation", "rendering", "command_line", "ui"}]
    assert [ids(path) for path in chats if any(words in text for text in texts_of(path))] == []


def python(script: str, tmp_path: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={
            "ASSISTANT_CACHE_DIR": str(tmp_path / "cache"),
            "PYTHONPATH": str(CHECKOUT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(tmp_path),
        },
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_ask_does_not_import_textual_or_rich(tmp_path: Path) -> None:
    script = (
        "import sys; from assistant.command_line.main import main;"
        f"main(['--knowledge', {str(SMALL)!r}, 'ask', 'bees']);"
        "print('LOADED', sorted(m for m in sys.modules if m.split('.')[0] in {'textual', 'rich', 'yaml', 'scipy'}))"
    )
    python(script, tmp_path)
    assert python(script, tmp_path).strip().endswith("LOADED []")


GUARD = """
import os, sys
SECRET = 'zebra crossing secret words'
def guard(event, args):
    if event.startswith('socket.') and event not in {'socket.__new__'}:
        raise SystemExit(f'network: {event} {args}')
    if event == 'open' and not isinstance(args[0], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(os.fsdecode(args[0]))
written = []
sys.addaudithook(guard)
"""


def test_a_conversation_opens_no_socket_and_writes_only_the_index(tmp_path: Path) -> None:
    script = GUARD + (
        "import io; from assistant.command_line.main import main;"
        "sys.stdin = io.StringIO(f'{SECRET}\\n:none\\ncan i keep bees\\n2\\n');"
        f"main(['--knowledge', {str(SMALL)!r}, 'chat', '--plain']);"
        f"print('WRITTEN', [name for name in written if not name.startswith({str(tmp_path / 'cache')!r})])"
    )
    assert python(script, tmp_path).strip().endswith("WRITTEN []")
    stored = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert stored
    assert not any(b"zebra crossing" in content for content in stored)


def test_the_guard_sees_a_file_that_is_written(tmp_path: Path) -> None:
    script = GUARD + "from assistant.files import save_text; print('WRITTEN', save_text('leak.txt', '') and written)"
    assert python(script, tmp_path).strip() == f"WRITTEN [{str(tmp_path / 'leak.txt')!r}]"


def test_the_project_speaks_of_itself_alone() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=CHECKOUT, capture_output=True, text=True, check=False).stdout
    banned = ["py" + "pi.org", "/" + "work/", "npm" + "js"]
    for name in listed.splitlines():
        path = CHECKOUT / name
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ""} and path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert not [word for word in banned if word in text], name
