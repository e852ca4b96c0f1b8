"""Runs the application and turns any fault of the program into one calm message."""

from __future__ import annotations

import logging

from assistant.conversation import Conversation
from assistant.errors import ChatFailed
from assistant.ui.app import AssistantApp
from assistant.ui.crash import place_of
from assistant.ui.settings import read_settings


def make_app(conversation: Conversation) -> AssistantApp:
    """Make the application with the person's settings.

    Args:
        conversation: answers the questions.

    Returns:
        The application, ready to run.
    """
    return AssistantApp(conversation, *read_settings())


def run(conversation: Conversation) -> None:
    """Run the application until the person leaves.

    Args:
        conversation: answers the questions.

    Raises:
        ChatFailed: the program has a fault.
    """
    app = make_app(conversation)
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)  # a library's log line could quote what was typed
    try:
        app.run()
    except Exception as error:
        raise ChatFailed(place_of(error)) from None
    finally:
        logging.disable(before)
    if app.fault is not None:
        raise ChatFailed(place_of(app.fault)) from None
