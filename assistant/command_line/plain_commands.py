"""Commands of the plain chat, typed in place of a question: `:term lado`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from assistant import messages
from assistant.command_line import output
from assistant.command_line.plain_session import Pick, PlainSession
from assistant.command_line.plain_walk import WalkingSession
from assistant.conversation.command_list import KNOWN, full_name, no_such_command
from assistant.conversation.commands import Command
from assistant.conversation.paths import find_paths
from assistant.conversation.terms import find_terms
from assistant.knowledge_base import GuidedPath, Term
from assistant.rendering import as_sentence, hanging, nation_change_line, nation_line

MOST_FOUND = 12
EXAMPLE_COLUMNS = 16

HOW_TO_ASK = "Type a question and press Enter. Type a number to choose from the last list."
HOW_TO_GO_ON = (
    ":none says that no answer fits or helped, :paths walks you through a decision, :help lists what else you can "
    "type, :quit leaves."
)


def run_command(session: WalkingSession, command: Command) -> str:
    """Do what a command says.

    Args:
        session: the chat in which it was typed.
        command: what was typed.

    Returns:
        What is said.
    """
    name = full_name(command.name)
    return HANDLERS[name](session, command) if name else no_such_command(command.name)


def _list_topics(session: PlainSession, command: Command) -> str:
    wanted = command.argument
    topics = session.knowledge.topics
    named = [topic for topic in topics if wanted in (topic.id, topic.title.casefold())]
    if named:
        return _list_questions(session, named[0].id)
    unknown = f"{messages.NO_TOPIC.format(name=wanted)}\n\n" if wanted else ""
    return unknown + session.offer(
        "Topics", [(topic.title, partial(_list_questions, session, topic.id)) for topic in topics]
    )


def _list_questions(session: PlainSession, topic_id: str) -> str:
    entries = session.knowledge.entries_of(topic_id)
    return session.offer(
        session.knowledge.topic[topic_id].title,
        [(entry.question, partial(session.show, entry.id)) for entry in entries],
    )


def _find(session: PlainSession, command: Command) -> str:
    if not command.argument:
        return "Say what to look for, for example ':find gillick'."
    found = session.conversation.search(command.argument, MOST_FOUND)
    picks: list[Pick] = [
        (one.text, partial(session.show, one.id))
        if one.kind == "entry"
        else (f"Word explained: {one.text}", partial(session.explain, [_term(session, one.id)]))
        for one in found
    ]
    return session.offer("Found", picks) if picks else "Nothing has these words. Try fewer, or ask a question."


def _explain(session: PlainSession, command: Command) -> str:
    words = command.argument
    if not words:
        last = session.conversation.last
        terms = [_term(session, term_id) for term_id in (last.entry.terms if last and last.entry else ())]
        return session.explain(terms) if terms else "Name a word to have it explained, for example ':term lado'."
    named = find_terms(words, session.conversation)
    if len(named) == 1:
        return session.explain(named)
    if not named:
        return messages.NOT_EXPLAINED.format(words=words)
    return session.offer(
        "Words explained", [(term.term, partial(session.explain, [term])) for term in named[:MOST_FOUND]]
    )


def _term(session: PlainSession, term_id: str) -> Term:
    return next(term for term in session.knowledge.terms if term.id == term_id)


def _list_paths(session: WalkingSession, paths: tuple[GuidedPath, ...], heading: str) -> str:
    picks = [(f"{as_sentence(path.title)} {path.about}", partial(session.begin, path)) for path in paths]
    return session.offer(heading, picks) if picks else "There are no guided paths here."


def _paths(session: WalkingSession, command: Command) -> str:
    return _list_paths(session, session.knowledge.paths, "Guided paths: a decision, one question at a time")


def _path(session: WalkingSession, command: Command) -> str:
    if not command.argument:
        return session.step() if session.is_walking else _paths(session, command)
    found = find_paths(command.argument, session.knowledge.paths)
    if len(found) == 1:
        return session.begin(found[0])
    if found:
        return _list_paths(session, found, "More than one path has these words")
    return f"{messages.NO_PATH.format(name=command.argument)}\n\n{_paths(session, command)}"


def _nation(session: PlainSession, command: Command) -> str:
    conversation = session.conversation
    if not command.argument:
        return nation_line(conversation.nation)
    return nation_change_line(conversation.set_nation(command.argument), session.knowledge)


def _help(session: PlainSession, command: Command) -> str:
    lines = [HOW_TO_ASK]
    for known in KNOWN:
        lines += hanging(known.summary, output.width(), f"{known.example:<{EXAMPLE_COLUMNS}}")
    return "\n".join(lines)


HANDLERS: dict[str, Callable[[WalkingSession, Command], str]] = {
    "none": lambda session, _: session.reject(),
    "topics": _list_topics,
    "find": _find,
    "term": _explain,
    "sources": lambda session, _: session.explain_sources(),
    "back": lambda session, _: session.back(),
    "forward": lambda session, _: session.turn_to(1),
    "copy": lambda session, _: session.repeat(),
    "markdown": lambda session, _: session.repeat("markdown"),
    "plain": lambda session, _: session.repeat(),
    "paths": _paths,
    "path": _path,
    "walk": lambda session, _: session.walk_again(),
    "record": lambda session, _: session.record(),
    "leave": lambda session, _: session.leave(),
    "nation": _nation,
    "theme": lambda *_: "There are no colours here: ':theme' is for the full-screen chat.",
    "save": lambda session, command: session.save(command.as_typed),
    "help": _help,
    "quit": lambda *_: "",
}
"""What each command of the list does here."""
