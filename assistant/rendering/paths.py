"""Guided paths as documents: a step, the summary with its sources, and the decision record to copy."""

from __future__ import annotations

from assistant.conversation.paths import PathWalk
from assistant.knowledge_base import KnowledgeBase
from assistant.rendering.citing import Numbering, as_sentence
from assistant.rendering.document import (
    Document,
    Section,
    SectionKind,
    entries_section,
    foot_line,
    sources_section,
    without_ids,
)


def step_document(walk: PathWalk, knowledge: KnowledgeBase) -> Document:
    """Lay out the step that a walk stands at.

    Args:
        walk: how far the person has come.
        knowledge: the knowledge base.

    Returns:
        What follows from the last answer, then the question, what helps to answer it, the options, and entries
        to read more in; at the end of the path, the whole summary.
    """
    numbering = Numbering(knowledge)
    if walk.is_finished:
        last_answer = _last_answer(walk, numbering)  # first, as it is read: sources are numbered in that order
        return _shown([last_answer, *_summary(walk, knowledge, numbering, last_note=False)])
    place = f"{walk.path.title} (step {len(walk.taken) + 1} of at most {walk.most_steps})"
    sections = [
        _last_answer(walk, numbering),
        Section(SectionKind.TITLE, walk.step.ask, place),
        Section(SectionKind.ANSWER, "", numbering.number(walk.step.help or "")),
        Section(SectionKind.CHOICES, "Choose", items=tuple(one.label for one in walk.step.options), numbered=True),
        sources_section(numbering.citations),
        _more(walk, knowledge),
    ]
    return _shown(sections)


def summary_document(walk: PathWalk, knowledge: KnowledgeBase) -> Document:
    """Lay out what was answered and what follows.

    Args:
        walk: a walk, finished or not.
        knowledge: the knowledge base.

    Returns:
        Where the path stands, each answer with its note, and the sources.
    """
    return without_ids(_shown(_summary(walk, knowledge, Numbering(knowledge))))


def walk_line(walk: PathWalk) -> str:
    """Say in one line which path was walked, and how far.

    Args:
        walk: a walk, finished or not.

    Returns:
        For example "You walked through: Should I share this? Ended at: Ring 999."
    """
    return f"You walked through: {as_sentence(walk.path.title)} {walk_place(walk)}"


def walk_place(walk: PathWalk) -> str:
    """Say where a walk stands.

    Args:
        walk: a walk, finished or not.

    Returns:
        For example "Ended at: Ring 999."
    """
    return f"{'Ended at' if walk.is_finished else 'Left at'}: {walk.step.ask}"


def last_answer_line(walk: PathWalk) -> str:
    """Say what was answered last, which tells one walk through a path from another.

    Args:
        walk: a walk that was begun.
    """
    last = walk.taken[-1]
    return f'{last.step.ask} You answered "{last.option.label}".'


def decision_record(walk: PathWalk, knowledge: KnowledgeBase) -> str:
    """Write a form for the record, with the reasoning filled in and everything about people left blank.

    Args:
        walk: a walk, finished or not.
        knowledge: the knowledge base.

    Returns:
        Plain text.
    """
    lines = [f"Decision record: {walk.path.title}", ""]
    for heading in walk.path.record:
        lines.append(f"{heading.heading} ({heading.hint})")
        lines += [f"  {one.step.ask} {one.option.label}." for one in walk.taken if one.step.id in heading.steps]
        lines += ["  ________________________________________", ""]
    lines.append(foot_line(knowledge))
    return "\n".join(lines) + "\n"


def _last_answer(walk: PathWalk, numbering: Numbering) -> Section:
    """Say what follows from an answer as soon as it is given, while the person can still act on it."""
    if not walk.taken:
        return Section(SectionKind.NOTICE)
    option = walk.taken[-1].option
    note = numbering.number(option.note or "")
    return Section(SectionKind.NOTICE, "", f'You answered "{option.label}". {note}'.strip())


def _summary(
    walk: PathWalk, knowledge: KnowledgeBase, numbering: Numbering, *, last_note: bool = True
) -> list[Section]:
    step_help = numbering.number(walk.step.help or "")
    notes = [numbering.number(taken.option.note or "") for taken in walk.taken[: None if last_note else -1]]
    answers = tuple(
        f"{taken.step.ask} {taken.option.label}. {note}".strip()
        for taken, note in zip(walk.taken, (*notes, ""), strict=False)
    )
    return [
        Section(SectionKind.TITLE, walk.path.title),
        Section(SectionKind.ANSWER, "", f"{walk.step.ask}\n\n{step_help}".strip()),
        Section(SectionKind.STEPS, "What you answered", items=answers, numbered=True),
        sources_section(numbering.citations),
        _more(walk, knowledge),
        Section(SectionKind.FOOT, "", foot_line(knowledge)),
    ]


def _more(walk: PathWalk, knowledge: KnowledgeBase) -> Section:
    return entries_section(SectionKind.RELATED, "Read more", [knowledge.entry[one] for one in walk.step.entries])


def _shown(sections: list[Section]) -> Document:
    return tuple(section for section in sections if section.body or section.items or section.kind is SectionKind.TITLE)
