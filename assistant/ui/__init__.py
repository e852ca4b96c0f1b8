"""The full-screen chat: a thin front end over `conversation` and `rendering`. Textual is imported only in here.

What the first screen does not show is imported inside the function that needs it, so that the chat opens sooner.
"""

from __future__ import annotations

import os

from assistant.conversation import Conversation

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
    from assistant.ui import running  # Textual reads the variables when it is imported

    running.run(conversation)
