"""The conversation as lines: labelled turns and numbered options for a person, or JSON for a program."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.command_line import output
from assistant.command_line.plain_commands import HOW_TO_ASK, HOW_TO_GO_ON, run_command
from assistant.command_line.plain_session import Save
from assistant.command_line.plain_walk import WalkingSession
from assistant.conversation import Conversation
from assistant.conversation.commands import parse_command
from assistant.messages import IN_AN_EMERGENCY
from assistant.rendering import as_json, reply_json, wrapped

QUIT = ":quit"
"""The one command of the JSON chat: whatever else a program hands on is a question."""


def run_plain_chat(conversation: Conversation, lines: Iterable[str], save: Save) -> None:
    """Hold a conversation as labelled text.

    Args:
        conversation: answers the messages.
        lines: what the person types, one message a line.
        save: writes the conversation to a file that the person names.
    """
    guide = conversation.knowledge.guide
    session = WalkingSession(conversation, save)
    about = (f"{guide.name}. {guide.purpose}", guide.disclaimer, guide.privacy, IN_AN_EMERGENCY)
    _say("\n".join((*about, "", HOW_TO_ASK, HOW_TO_GO_ON)))
    _prompt()
    for line in lines:
        message = line.strip()
        if message:
            command = parse_command(message)
            if command and command.name == "quit":
                break
            _say(run_command(session, command) if command else session.respond(message))
        _prompt()
    output.write("")


def run_json_chat(conversation: Conversation, lines: Iterable[str]) -> None:
    """Hold a conversation as JSON Lines.

    Args:
        conversation: answers the messages.
        lines: one message a line; an empty line is left out.
    """
    for line in lines:
        message = line.strip()
        if message.lower() == QUIT:
            break
        if message:
            output.write(as_json(reply_json(conversation.ask(message), conversation.knowledge)))
            output.flush()


def _say(text: str) -> None:
    output.write(f"\nGuide:\n{wrapped(text, output.width())}")


def _prompt() -> None:
    output.write("\nYou:")
    output.flush()
