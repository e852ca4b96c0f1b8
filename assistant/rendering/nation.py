"""Where the person works, in words."""

from __future__ import annotations

from assistant.conversation import NationChange
from assistant.conversation.session import PLACES
from assistant.knowledge_base import KnowledgeBase, Nation
from assistant.rendering.wording import in_words


def nation_line(nation: Nation | None) -> str:
    """Say what is set, and how to change or clear it.

    Args:
        nation: where the person works; None when not said.
    """
    if nation is None:
        return "No nation is set. Each answer says where it holds. ':nation wales' puts the notes for Wales first."
    other = Nation.ENGLAND if nation is Nation.WALES else Nation.WALES
    return f"Nation set to {nation.title}. ':nation {other.value}' changes it, ':nation none' clears it."


def nation_change_line(change: NationChange, knowledge: KnowledgeBase) -> str:
    """Say what came of naming a nation.

    Args:
        change: what the conversation did.
        knowledge: says for which nations the answers were checked.
    """
    if not change.is_known:
        return f"'{change.name}' is not one of: {', '.join(PLACES)}."
    if change.nation is None:
        return nation_line(None)
    checked = knowledge.guide.nations
    if checked and change.nation not in checked:
        held = in_words([nation.title for nation in checked])
        return f"Nation set to {change.nation.title}. The answers were checked for {held} only; each says so."
    notes = " Notes for it come first." if change.nation is Nation.WALES else ""
    return f"Nation set to {change.nation.title}.{notes} Each answer says where it holds."
