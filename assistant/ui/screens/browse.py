"""Every question by topic, and a search over questions, other ways to ask them, and words of the glossary."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Tree

from assistant.conversation import Conversation
from assistant.ui.screens.look_up import LookUpScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList


class BrowseScreen(LookUpScreen):
    """Topics and questions.

    Args:
        conversation: finds questions.
        topic_id: the topic to open; none when empty.
    """

    NAME = "Browse"
    PLACEHOLDER = "Find a question or a word"

    def __init__(self, conversation: Conversation, topic_id: str = "") -> None:
        super().__init__(conversation)
        self._topic_id = topic_id

    def compose_list(self) -> ComposeResult:
        """Show the tree until something is typed."""
        yield self._tree()
        yield from super().compose_list()

    def on_mount(self) -> None:
        """Open the topic that was asked for."""
        super().on_mount()
        tree = self.query_one(Tree)
        opened = next((node for node in tree.root.children if node.data == self._topic_id), None)
        if opened:
            opened.expand()
            tree.focus()
            self.call_after_refresh(self._go_to, opened.line)

    def _go_to(self, line: int) -> None:
        tree = self.query_one(Tree)
        tree.cursor_line = line
        tree.scroll_to_line(max(0, line), animate=False)

    def _tree(self) -> Tree[str]:
        """Topics with their questions; the data of a node is an id."""
        tree: Tree[str] = Tree("Topics", id="topics")
        tree.show_root = False
        tree.guide_depth = 2
        for topic in self.knowledge.topics:
            entries = self.knowledge.entries_of(topic.id)
            branch = tree.root.add(Text(f"{topic.title} ({len(entries)})"), topic.id)
            for entry in entries:
                branch.add_leaf(Text(entry.question), entry.id)
        return tree

    def target(self) -> Widget:
        """The tree until something is typed, then what was found."""
        tree = self.query_one(Tree)
        return tree if tree.display else super().target()

    def _show_found(self, words: str) -> None:
        super()._show_found(words)
        self.query_one(Tree).display = not words
        if not words:
            self.query_one("#found", ChoiceList).display = False

    def find(self, words: str) -> Sequence[Choice]:
        """Search as the conversation does."""
        return [
            Choice(ChoiceKind.ENTRY, found.id, found.text)
            if found.kind == "entry"
            else Choice(ChoiceKind.TERM, found.id, f"Word: {found.text}")
            for found in (self.conversation.search(words) if words else ())
        ]

    def choose(self, choice: Choice) -> None:
        """Read a question, or have a word explained."""
        if choice.kind is ChoiceKind.ENTRY:
            self.host.read_aside(choice.value)
        else:
            self.host.action_glossary(choice.value)

    def on_tree_node_selected(self, event: Tree.NodeSelected[str]) -> None:
        """Read the question that was picked out; topics open and close by themselves."""
        if event.node.data and not event.node.allow_expand:
            self.host.read_aside(event.node.data)
