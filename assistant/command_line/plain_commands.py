"""Commands of the plain chat, typed in place of a question: `:term lado`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from assistant.command_line import output
from assistant.command_line.plain_speaker import Pick, Speaker
from assistant.command_line.plain_walk import WalkingSpeaker
from assistant.conversation.command_list import KNOWN, full_name, no_such_command
from assistant.conversation.commands import Command
from assistant.conversation.paths import find_paths
from assistant.conversation.terms import NOT_EXPLAINED, find_terms
from assistant.knowledge_base import GuidedPath, Term
from assistant.rendering import as_sentence, hanging, nation_line

MOST_FOUND = 12
EXAMPLE_COLUMNS = 16

HOW_TO_ASK = "Type a question and press Enter. Type a number to choose from the last list."
HOW_TO_GO_ON = (
    ":none says that no answer fits or helped, :paths walks you through a decision, :help lists what else you can "
    "type, :quit leaves."
)


def obey(speaker: WalkingSpeaker, command: Command) -> str:
    """Do what a command says.

    Args:
        speaker: the chat in which it was typed.
        command: what was typed.

    Returns:
        What is said.
    """
    name = full_name(command.name)
    return DOES[name](speaker, command) if name else no_such_command(command.name)


def _list_topics(speaker: Speaker, command: Command) -> str:
    wanted = command.argument
    topics = speaker.knowledge.topics
    named = [topic for topic in topics if wanted in (topic.id, topic.title.casefold())]
    if named:
        return _list_questions(speaker, named[0].id)
    unknown = f"There is no topic '{wanted}'.\n\n" if wanted else ""
    return unknown + speaker.offer(
        "Topics", [(f"{topic.title} ({topic.id})", partial(_list_questions, speaker, topic.id)) for topic in topics]
    )


def _list_questions(speaker: Speaker, topic_id: str) -> str:
    entries = speaker.knowledge.entries_of(topic_id)
    return speaker.offer(
        speaker.knowledge.topic[topic_id].title,
        [(entry.question, partial(speaker.show, entry.id)) for entry in entries],
    )


def _find(speaker: Speaker, command: Command) -> str:
    if not command.argument:
        return "Say what to look for, for example ':find gillick'."
    found = speaker.conversation.search(command.argument, MOST_FOUND)
    picks: list[Pick] = [
        (one.text, partial(speaker.show, one.id))
        if one.kind == "entry"
        else (f"Word explained: {one.text}", partial(speaker.explain, [_term(speaker, one.id)]))
        for one in found
    ]
    return speaker.offer("Found", picks) if picks else "Nothing has these words. Try fewer, or ask a question."


def _explain(speaker: Speaker, command: Command) -> str:
    words = command.argument
    if not words:
        last = speaker.conversation.last
        terms = [_term(speaker, term_id) for term_id in (last.entry.terms if last and last.entry else ())]
        return speaker.explain(terms) if terms else "Name a word to have it explained, for example ':term lado'."
    named = find_terms(words, speaker.conversation)
    if len(named) == 1:
        return speaker.explain(named)
    if not named:
        return NOT_EXPLAINED.format(words=words)
    return speaker.offer(
        "Words explained", [(term.term, partial(speaker.explain, [term])) for term in named[:MOST_FOUND]]
    )


def _term(speaker: Speaker, term_id: str) -> Term:
    return next(term for term in speaker.knowledge.terms if term.id == term_id)


def _list_paths(speaker: WalkingSpeaker, paths: tuple[GuidedPath, ...], heading: str) -> str:
    picks = [(f"{as_sentence(path.title)} {path.about}", partial(speaker.begin, path)) for path in paths]
    return speaker.offer(heading, picks) if picks else "There are no guided paths here."


def _paths(speaker: WalkingSpeaker, command: Command) -> str:
    return _list_paths(speaker, speaker.knowledge.paths, "Guided paths: a decision, one question at a time")


def _path(speaker: WalkingSpeaker, command: Command) -> str:
    if not command.argument:
        return speaker.step() if speaker.is_walking else _paths(speaker, command)
    found = find_paths(command.argument, speaker.knowledge.paths)
    if len(found) == 1:
        return speaker.begin(found[0])
    if found:
        return _list_paths(speaker, found, "More than one path has these words")
    return f"There is no path '{command.argument}'.\n\n{_paths(speaker, command)}"


def _nation(speaker: Speaker, command: Command) -> str:
    conversation = speaker.conversation
    return conversation.set_nation(command.argument) if command.argument else nation_line(conversation.nation)


def _help(speaker: Speaker, command: Command) -> str:
    lines = [HOW_TO_ASK]
    for known in KNOWN:
        lines += hanging(known.summary, output.width(), f"{known.example:<{EXAMPLE_COLUMNS}}")
    return "\n".join(lines)


DOES: dict[str, Callable[[WalkingSpeaker, Command], str]] = {
    "none": lambda speaker, _: speaker.reject(),
    "topics": _list_topics,
    "find": _find,
    "term": _explain,
    "sources": lambda speaker, _: speaker.explain_sources(),
    "back": lambda speaker, _: speaker.back(),
    "forward": lambda speaker, _: speaker.turn_to(1),
    "copy": lambda speaker, _: speaker.repeat(),
    "markdown": lambda speaker, _: speaker.repeat("markdown"),
    "plain": lambda speaker, _: speaker.repeat(),
    "paths": _paths,
    "path": _path,
    "walk": lambda speaker, _: speaker.walk_again(),
    "record": lambda speaker, _: speaker.record(),
    "leave": lambda speaker, _: speaker.leave(),
    "nation": _nation,
    "theme": lambda *_: "There are no colours here: ':theme' is for the full-screen chat.",
    "save": lambda speaker, command: speaker.save(command.as_typed),
    "help": _help,
    "quit": lambda *_: "",
}
"""What each command of the list does here."""
