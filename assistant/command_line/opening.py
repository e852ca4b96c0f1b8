"""Opens a conversation on the knowledge that the options name."""

from __future__ import annotations

import argparse
from datetime import date

from assistant.command_line.diagnostics import ProgressBar
from assistant.conversation import Conversation
from assistant.knowledge_base import KnowledgeBase, Nation
from assistant.matching import Matcher, find_index, open_index

NATIONS = [nation.value for nation in Nation if nation is not Nation.UK]


def open_matcher(options: argparse.Namespace) -> Matcher:
    """Open a matcher on the knowledge that the options name, compiling its index the first time.

    Args:
        options: the parsed command line.

    Returns:
        A matcher.

    Raises:
        KnowledgeError: the knowledge cannot be used.
    """
    with ProgressBar() as bar:  # the index is still put together and stored when the training is over
        return Matcher(open_index(options.knowledge, bar))


def open_knowledge(options: argparse.Namespace) -> KnowledgeBase:
    """Open the knowledge that the options name, to be read only: no index is compiled for that.

    Args:
        options: the parsed command line.

    Returns:
        The knowledge base.

    Raises:
        KnowledgeError: the knowledge cannot be used.
    """
    return find_index(options.knowledge).knowledge


def begin_conversation(options: argparse.Namespace) -> Conversation:
    """Start a conversation at once, which may still have to be prepared.

    Args:
        options: the parsed command line; `nation` is where the person works.

    Returns:
        A conversation without any turn.
    """
    return new_conversation(Matcher(find_index(options.knowledge)), options)


def open_conversation(options: argparse.Namespace) -> Conversation:
    """Start a conversation that is ready to answer.

    Args:
        options: the parsed command line; `nation` is where the person works.

    Returns:
        A conversation without any turn.
    """
    return new_conversation(open_matcher(options), options)


def new_conversation(matcher: Matcher, options: argparse.Namespace) -> Conversation:
    """Start a conversation, today, on a matcher that is open.

    Args:
        matcher: answers the questions.
        options: the parsed command line; `nation` is where the person works.

    Returns:
        A conversation without any turn.
    """
    return Conversation(matcher, Nation(options.nation) if options.nation else None, date.today())


def add_nation(parser: argparse.ArgumentParser) -> None:
    """Add the option that says where the person works.

    Args:
        parser: a command's parser.
    """
    parser.add_argument("--nation", choices=NATIONS, default=None, help="where you work; Wales notes then come first")
