"""Messages in other languages are told from English ones with foreign words."""

from __future__ import annotations

import pytest

from assistant.conversation import Conversation
from assistant.conversation.other_language import is_other_language


@pytest.mark.parametrize(
    ("message", "known", "other"),
    [
        ("Ble mae'r polisi diogelu yn cael ei gadw?", 0.2, True),
        ("Czy potrzebna jest zgoda rodzica na raport do szkoly", 0.1, True),
        ("yeh policy Urdu mein kahan mil sakti hai", 0.2, True),
        ("Может ли школа сообщить полиции", 0.0, True),
        ("我可以分享吗", 0.0, True),
        ("puis-je partager des informations sans consentement?", 0.61, True),
        ("Kann ich Informationen ohne Einwilligung teilen?", 0.3, True),
        ("can I tell papa about la la land", 0.8, False),
        ("asdf qwer zxcv", 0.0, False),
        ("el nino la vida de la madre", 0.7, False),
        ("42", 0.0, False),
        ("", 0.0, False),
    ],
)
def test_languages(message: str, known: float, other: bool) -> None:
    assert is_other_language(message, known) is other


def test_the_person_is_told_which_language_is_understood(conversation: Conversation) -> None:
    reply = conversation.ask("Czy jest to w Polsce na dzialce?")
    assert reply.message == conversation.knowledge.guide.other_language
    assert reply.contacts
