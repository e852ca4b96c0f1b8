"""Commands typed in the question line: `:nation wales`. Each does what a key or a screen does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from assistant.conversation.commands import Command

if TYPE_CHECKING:
    from assistant.ui.screens.chat import ChatScreen


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """A command.

    Attributes:
        name: what is typed after the colon.
        example: how it is typed, with what may follow it.
        summary: what it does.
        run: does it; may give an awaitable.
    """

    name: str
    example: str
    summary: str
    run: Callable[[ChatScreen, Command], Any]


COMMANDS: dict[str, TypedCommand] = {
    command.name: command
    for command in (
        TypedCommand("none", ":none", "none of these, or: this did not help", lambda chat, _: chat.action_not_helped()),
        TypedCommand("topics", ":topics", "browse every topic", lambda chat, _: chat.host.action_browse()),
        TypedCommand(
            "nation",
            ":nation wales",
            "say where you work; `:nation` alone tells what is set, `:nation none` clears it",
            lambda chat, it: chat.host.change_nation(it.argument),
        ),
        TypedCommand("copy", ":copy", "copy the cited answer", lambda chat, _: chat.action_copy_answer("text")),
        TypedCommand(
            "markdown", ":markdown", "copy it as Markdown", lambda chat, _: chat.action_copy_answer("markdown")
        ),
        TypedCommand("plain", ":plain", "the answer as plain text to select", lambda chat, _: chat.action_plain_text()),
        TypedCommand("save", ":save FILE", "save the conversation", lambda chat, it: chat.action_save(it.as_typed)),
        TypedCommand("back", ":back", "the answer before", lambda chat, _: chat.action_step(-1)),
        TypedCommand("forward", ":forward", "the answer after", lambda chat, _: chat.action_step(1)),
        TypedCommand("sources", ":sources", "every source", lambda chat, _: chat.host.action_all_sources()),
        TypedCommand("glossary", ":glossary", "words explained", lambda chat, _: chat.host.action_glossary()),
        TypedCommand("paths", ":paths", "be walked through a decision", lambda chat, _: chat.host.action_paths()),
        TypedCommand("walk", ":walk", "back to the path walked last", lambda chat, _: chat.action_last_walk()),
        TypedCommand("theme", ":theme light", "dark or light", lambda chat, it: chat.host.change_theme(it.argument)),
        TypedCommand("help", ":help", "this help", lambda chat, _: chat.host.action_help()),
        TypedCommand("quit", ":quit", "leave now", lambda chat, _: chat.host.action_quit()),
    )
}
"""Every command by its name."""


async def obey(chat: ChatScreen, command: Command) -> None:
    """Do what a typed command says.

    Args:
        chat: the chat in which it was typed.
        command: what was typed.
    """
    known = COMMANDS.get(command.name)
    if known is None:
        chat.say(f"There is no ':{command.name}'. Commands: {', '.join(f':{name}' for name in COMMANDS)}.")
        return
    outcome = known.run(chat, command)
    if isawaitable(outcome):
        await outcome
