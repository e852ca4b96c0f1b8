"""Commands of the plain chat, typed in place of a question: `:term lado`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from assistant.command_line import output
from assistant.command_line.plain_speaker import Pick, Speaker
from assistant.conversation.commands import Command
from assistant.conversation.paths import find_paths
from assistant.knowledge_base import GuidedPath, Term
from assistant.rendering import as_sentence, hanging, nation_line

MOST_FOUND = 12
EXAMPLE_COLUMNS = 16

HOW_TO_ASK = "Type a question and press Enter. Type a number to choose from the last list."
HOW_TO_GO_ON = (
    ":none says that no answer fits or helped, :paths walks you through a decision, :help lists what else you can "
    "type, :quit leaves."
)


@dataclass(frozen=True, slots=True)
class PlainCommand:
    """A command.

    Attributes:
        example: how it is typed, with what may follow it.
        summary: what it does.
        run: does it, and gives what is said.
    """

    example: str
    summary: str
    run: Callable[[Speaker, Command], str]


def obey(speaker: Speaker, command: Command) -> str:
    """Do what a command says.

    Args:
        speaker: the chat in which it was typed.
        command: what was typed.

    Returns:
        What is said.
    """
    known = COMMANDS.get(command.name)
    return known.run(speaker, command) if known else f"There is no ':{command.name}'. :help lists the commands."


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
    most = len(speaker.knowledge.terms) + len(speaker.knowledge.entries)
    found = [_term(speaker, one.id) for one in speaker.conversation.search(words, most) if one.kind == "term"]
    named = [term for term in speaker.knowledge.terms if words in _names(term)] or found
    if len(named) == 1:
        return speaker.explain(named)
    if not named:
        return f"'{words}' is not among the words explained here. ':find {words}' looks in the questions too."
    return speaker.offer(
        "Words explained", [(term.term, partial(speaker.explain, [term])) for term in named[:MOST_FOUND]]
    )


def _term(speaker: Speaker, term_id: str) -> Term:
    return next(term for term in speaker.knowledge.terms if term.id == term_id)


def _names(term: Term) -> set[str]:
    """Give every name of a term; "Designated officer (LADO)" goes by the words before the bracket too."""
    return {name.casefold() for name in (term.term, term.term.partition(" (")[0], *term.also)}


def _list_paths(speaker: Speaker, paths: tuple[GuidedPath, ...], heading: str) -> str:
    picks = [(f"{as_sentence(path.title)} {path.about}", partial(speaker.begin, path)) for path in paths]
    return speaker.offer(heading, picks) if picks else "There are no guided paths here."


def _paths(speaker: Speaker, command: Command) -> str:
    return _list_paths(speaker, speaker.knowledge.paths, "Guided paths: a decision, one question at a time")


def _path(speaker: Speaker, command: Command) -> str:
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
    for known in dict.fromkeys(COMMANDS.values()):
        lines += hanging(known.summary, output.width(), f"{known.example:<{EXAMPLE_COLUMNS}}")
    return "\n".join(lines)


_TOPICS = PlainCommand(":topics", "list the topics; ':topic consent' lists one topic's questions", _list_topics)
_TERM = PlainCommand(":term lado", "explain a word; ':term' alone, the words of the last answer", _explain)

COMMANDS: dict[str, PlainCommand] = {
    "none": PlainCommand(":none", "none of these, or: this did not help", lambda speaker, _: speaker.reject()),
    "topics": _TOPICS,
    "topic": _TOPICS,
    "find": PlainCommand(":find WORDS", "find questions and words explained", _find),
    "term": _TERM,
    "glossary": _TERM,
    "sources": PlainCommand(
        ":sources",
        "the last sources: what they are, and whether in force",
        lambda speaker, _: speaker.explain_sources(),
    ),
    "paths": PlainCommand(":paths", "list the guided paths, which walk you through a decision", _paths),
    "path": PlainCommand(":path 1", "begin a guided path; ':path' alone goes back to your place in it", _path),
    "back": PlainCommand(
        ":back",
        "in a guided path: take the last answer back, or return to your place",
        lambda speaker, _: speaker.back(),
    ),
    "record": PlainCommand(
        ":record", "in a guided path: a decision record to fill in", lambda speaker, _: speaker.record()
    ),
    "copy": PlainCommand(":copy", "the last answer alone, to be copied", lambda speaker, _: speaker.copy()),
    "walk": PlainCommand(":walk", "back to the path walked last", lambda speaker, _: speaker.walk_again()),
    "leave": PlainCommand(":leave", "leave the guided path", lambda speaker, _: speaker.leave()),
    "nation": PlainCommand(
        ":nation wales",
        "say where you work; ':nation' alone tells what is set, ':nation none' clears it",
        _nation,
    ),
    "save": PlainCommand(
        ":save FILE", "save the questions and answers", lambda speaker, command: speaker.save(command.as_typed)
    ),
    "help": PlainCommand(":help", "this help", _help),
    "quit": PlainCommand(":quit", "leave", lambda *_: ""),
}
"""Every command by its name; some have a second name."""
