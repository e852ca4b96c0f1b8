"""Names of one thing meet: old and new, long and short."""

from __future__ import annotations

import pytest

from assistant.knowledge_base import Term
from assistant.matching.synonyms import synonyms_of
from assistant.matching.text import tokenise

SYNONYMS = synonyms_of(
    [
        Term(
            id="csc",
            term="Children's social care (CSC)",
            meaning="The council's service.",
            also=("childrens services",),
        ),
        Term(id="old", term="Social services", meaning="An old name.", see="csc"),
        Term(id="older", term="The welfare", see="old"),
        Term(id="lado", term="LADO", meaning="Designated officer.", also=("designated officer",)),
    ]
)


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("can I ring social services", ("§csc",)),
        ("who is csc", ("§csc",)),
        ("ring the welfare", ("§csc",)),
        ("Children's social care or the designated officer?", ("§csc", "§lado")),
        ("the designated lead", ()),
        ("", ()),
    ],
)
def test_every_name_bears_the_mark_of_the_current_term(typed: str, marks: tuple[str, ...]) -> None:
    tokens = tokenise(typed)
    assert SYNONYMS.marked(tokens) == (*tokens, *marks)
