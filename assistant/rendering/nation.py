"""Where the person works, in words."""

from __future__ import annotations

from assistant.knowledge_base import Nation


def nation_line(nation: Nation | None) -> str:
    """Say what is set, and how to change or clear it.

    Args:
        nation: where the person works; None when not said.
    """
    if nation is None:
        return "No nation is set. Each answer says where it holds. ':nation wales' puts the notes for Wales first."
    other = Nation.ENGLAND if nation is Nation.WALES else Nation.WALES
    return f"Nation set to {nation.title}. ':nation {other.value}' changes it, ':nation none' clears it."
