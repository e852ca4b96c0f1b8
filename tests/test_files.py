"""Writing a file that the person named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.errors import FileExists, FileNotSaved
from assistant.files import save_text


def test_home_is_expanded_and_nobody_else_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    old = os.umask(0)
    try:
        path = save_text(" ~/notes.txt ", "héllo\n")
    finally:
        os.umask(old)
    assert path == tmp_path / "notes.txt"
    assert path.read_text(encoding="utf-8") == "héllo\n"
    assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(FileExists):
        save_text(str(path), "new")
    assert path.read_text(encoding="utf-8") == "old"
    save_text(str(path), "new", replace=True)
    assert path.read_text(encoding="utf-8") == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExists):
        save_text(str(tmp_path / "link.txt"), "new")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Give the file a name"),
        ("{dir}/ocial worker", "with an ending"),
        ("{dir}", "is a folder"),
        ("{dir}/no/where.txt", "There is no folder"),
    ],
)
def test_faults_say_what_to_do(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(FileNotSaved, match=words):
        save_text(name.format(dir=tmp_path), "text")


def test_what_cannot_be_written_leaves_no_empty_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotSaved):
        save_text(str(tmp_path / "notes.txt"), "half \ud800")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["~nobody-of-that-name/x.txt", "a\0b", "x" * 5000])
def test_impossible_names_are_faults_not_crashes(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotSaved):
        save_text(name, "text")
    assert list(tmp_path.iterdir()) == []
