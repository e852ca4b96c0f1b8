"""What the plain chat leaves out of a document."""

from __future__ import annotations

from assistant.command_line.plain_documents import plain_document, with_none
from assistant.rendering import Section, SectionKind, as_plain_text


def test_ids_are_left_out_and_brackets_of_a_question_are_not() -> None:
    document = (Section(SectionKind.RELATED, "Related", items=("What is a plot (lottie)",), ids=("plots",)),)
    assert "What is a plot (lottie) (plots)" in as_plain_text(document)
    assert as_plain_text(plain_document(document, with_foot=True)).endswith("What is a plot (lottie)\n")


def test_none_of_these_is_the_last_choice() -> None:
    document = (Section(SectionKind.CHOICES, "Choose", items=("Bees", "Hens"), ids=("bees", "hens"), numbered=True),)
    said = as_plain_text(with_none(plain_document(document, with_foot=True)))
    assert said.splitlines()[1:] == ["1. Bees", "2. Hens", "3. None of these"]
