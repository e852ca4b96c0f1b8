"""The full-screen chat: a thin front end over `conversation` and `rendering`. Textual is imported only in here."""

from __future__ import annotations

import logging
import os

from assistant.conversation import Conversation
from assistant.errors import ChatFailed

DEVELOPER_VARIABLES = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_PRESS", "TEXTUAL_SCREENSHOT", "TEXTUAL_SCREENSHOT_LOCATION")
"""Settings of Textual that could write keystrokes or pictures of the screen to a file or a socket."""


def run_chat(conversation: Conversation) -> None:
    """Open the chat in the terminal and stay until the person leaves.

    Args:
        conversation: answers the questions.

    Raises:
        ChatFailed: the program has a fault; the message holds nothing that was typed.
    """
    for variable in DEVELOPER_VARIABLES:
        os.environ.pop(variable, None)
    from assistant.ui.app import AssistantApp  # after the above, which Textual reads when it is imported
    from assistant.ui.crash import place_of
    from assistant.ui.settings import read_settings

    settings, fault = read_settings()
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)  # a library's log line could quote what was typed
    app = AssistantApp(conversation, settings, fault)
    try:
        app.run()
    except Exception as error:
        raise ChatFailed(place_of(error)) from None
    finally:
        logging.disable(before)
    if app.fault is not None:
        raise ChatFailed(place_of(app.fault)) from None
