"""The conversation as lines: labelled turns and numbered options for a person, or JSON for a program."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.command_line import output
from assistant.conversation import Conversation, Reply
from assistant.conversation.commands import Command, parse_command
from assistant.rendering import as_json, as_plain_text, reply_document, reply_json

HELP = """\
Type a question and press Enter. Type a number to read a question from the last list.
:none     none of these, or: this did not help
:topics   list the topics; ':topic consent' lists one topic's questions
:nation   set where you work, for example ':nation wales'
:help     show this help
:quit     leave"""


def run_plain_chat(conversation: Conversation, lines: Iterable[str]) -> None:
    """Hold a conversation as labelled text.

    Args:
        conversation: answers the messages.
        lines: what the person types, one message a line.
    """
    guide = conversation.knowledge.guide
    _say(f"{guide.name}. {guide.purpose}\n{guide.disclaimer}\n{guide.privacy}\nIn an emergency ring 999.\n\n{HELP}")
    _prompt()
    for line in lines:
        message = line.strip()
        if message:
            command = parse_command(message)
            if command and command.name == "quit":
                break
            _say(_obey(conversation, command) if command else _spoken(conversation.ask(message), conversation))
        _prompt()
    output.write("")


def run_json_chat(conversation: Conversation, lines: Iterable[str]) -> None:
    """Hold a conversation as JSON Lines.

    Args:
        conversation: answers the messages.
        lines: one message a line; an empty line is left out.
    """
    for line in lines:
        command = parse_command(line)
        if command and command.name == "quit":
            break
        if line.strip():
            output.write(as_json(reply_json(conversation.ask(line.strip()), conversation.knowledge)))
            output.flush()


def _obey(conversation: Conversation, command: Command) -> str:
    knowledge = conversation.knowledge
    if command.name == "none":
        return _spoken(conversation.reject(), conversation)
    if command.name == "nation":
        return conversation.set_nation(command.argument)
    if command.name == "topics":
        return "Topics:\n" + "\n".join(f"- {topic.id}: {topic.title}" for topic in knowledge.topics)
    if command.name == "topic" and command.argument in knowledge.topic:
        entries = knowledge.entries_of(command.argument)
        return f"{knowledge.topic[command.argument].title}:\n" + "\n".join(f"- {one.question}" for one in entries)
    if command.name == "help":
        return HELP
    typed = f":{command.name} {command.argument}".strip()
    return f"There is no '{typed}'.\n{HELP}"


def _spoken(reply: Reply, conversation: Conversation) -> str:
    return as_plain_text(reply_document(reply, conversation.knowledge), output.width())


def _say(text: str) -> None:
    output.write(f"\nGuide:\n{text}")


def _prompt() -> None:
    output.write("\nYou:")
    output.flush()
