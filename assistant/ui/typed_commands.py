"""Commands typed in the question line: `:nation wales`. Each does what a key or a screen does."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from assistant import messages
from assistant.conversation.command_list import full_name, no_such_command
from assistant.conversation.commands import Command
from assistant.conversation.paths import PathWalk, find_paths
from assistant.conversation.terms import find_terms

if TYPE_CHECKING:
    from assistant.ui.screens.chat import ChatScreen


async def run_command(chat: ChatScreen, command: Command) -> None:
    """Do what a typed command says.

    Args:
        chat: the chat in which it was typed.
        command: what was typed.
    """
    name = full_name(command.name)
    if name is None:
        chat.say(no_such_command(command.name))
        return
    outcome = HANDLERS[name](chat, command)
    if isawaitable(outcome):
        await outcome


def _topics(chat: ChatScreen, command: Command) -> None:
    wanted = command.argument
    named = [topic.id for topic in chat.knowledge.topics if wanted in (topic.id, topic.title.casefold())]
    if named or not wanted:
        chat.host.action_browse(*named[:1])
    else:
        chat.say(f"{messages.NO_TOPIC.format(name=wanted)} :topics lists them.")


def _find(chat: ChatScreen, command: Command) -> None:
    chat.host.action_browse("", command.as_typed)


def _term(chat: ChatScreen, command: Command) -> None:
    words = command.argument
    terms = find_terms(words, chat.conversation) if words else ()
    if terms:
        chat.host.action_glossary(*(term.id for term in terms))
    elif words:
        chat.say(messages.NOT_EXPLAINED.format(words=words))
    else:
        chat.action_words()


def _sources(chat: ChatScreen, command: Command) -> None:
    if chat.sources:
        chat.action_sources()
    else:
        chat.host.action_all_sources()


def _path(chat: ChatScreen, command: Command) -> None:
    found = find_paths(command.argument, chat.knowledge.paths)
    if len(found) == 1:
        chat.host.go_on_walking(PathWalk(found[0]))
    elif found:
        chat.host.action_paths(command.argument)
    elif command.argument:
        chat.say(f"{messages.NO_PATH.format(name=command.argument)} :paths lists them.")
    elif chat.was_walking:
        chat.action_last_walk()
    else:
        chat.host.action_paths()


HANDLERS: dict[str, Callable[[ChatScreen, Command], Any]] = {
    "none": lambda chat, _: chat.action_not_helped(),
    "topics": _topics,
    "find": _find,
    "term": _term,
    "sources": _sources,
    "back": lambda chat, _: chat.action_step(-1),
    "forward": lambda chat, _: chat.action_step(1),
    "copy": lambda chat, _: chat.action_copy_answer("text"),
    "markdown": lambda chat, _: chat.action_copy_answer("markdown"),
    "plain": lambda chat, _: chat.action_plain_text(),
    "paths": lambda chat, _: chat.host.action_paths(),
    "path": _path,
    "walk": lambda chat, _: chat.action_last_walk(),
    "record": lambda chat, _: chat.copy_last_record(),
    "leave": lambda chat, _: chat.say(messages.NOT_WALKING),
    "nation": lambda chat, command: chat.host.change_nation(command.argument),
    "theme": lambda chat, command: chat.host.change_theme(command.argument),
    "save": lambda chat, command: chat.action_save(command.as_typed),
    "help": lambda chat, _: chat.host.action_help(),
    "quit": lambda chat, _: chat.host.action_quit(),
}
"""What each command of the list does here."""
