"""A small knowledge base and a cache folder of their own for every test run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from assistant.conversation import Conversation
from assistant.matching import Matcher, open_index

SMALL = Path(__file__).parent / "small_knowledge"
CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    os.environ["ASSISTANT_CACHE_DIR"] = str(folder)
    return folder


@pytest.fixture
def knowledge_folder(tmp_path: Path) -> Path:
    """A copy of the small knowledge base that a test may spoil."""
    return Path(shutil.copytree(SMALL, tmp_path / "knowledge"))


@pytest.fixture(scope="session")
def small_matcher() -> Matcher:
    return Matcher(open_index(SMALL))


@pytest.fixture(scope="session")
def shipped_matcher() -> Matcher:
    return Matcher(open_index(CHECKOUT / "knowledge"))


@pytest.fixture
def conversation(small_matcher: Matcher) -> Conversation:
    return Conversation(small_matcher)
