"""A knowledge base of six entries about sharing, and an application on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import msgspec
import pytest
import yaml

from assistant.conversation import Conversation
from assistant.knowledge_base import GuidedPath, KnowledgeBase
from assistant.matching import Matcher, open_index
from assistant.ui.app import AssistantApp
from assistant.ui.screens import type_ahead
from assistant.ui.settings import Settings

SIZES = [(40, 15), (80, 24), (120, 40)]

GUIDE = """
name: Share to Protect
version: "2026.1"
nations: [england, wales]
purpose: Answers about sharing information.
disclaimer: General guidance, not legal advice.
emergency_heading: If a child may be in danger now
emergency: Ring 999 now if a child may be in danger.
privacy: Nothing you type is stored.
personal_data: This looks like personal data.
decline: I do not have an answer to that.
refuse: I will not help with that.
default_signpost: lead
examples: [Can I share without consent?, Who do I tell first?, How do I record it?]
"""
TOPICS = """
topics:
  - {id: consent, title: Consent}
  - {id: practice, title: Doing it}
"""
SOURCES = """
sources:
  - {id: act, title: Sharing Act 2018, publisher: legislation, date: "2018", nations: [england, wales], kind: statute,
     standing: in-force, url: "https://example.org/act"}
  - {id: guide, title: Guide to sharing, publisher: Centre, date: "2025", nations: [england], kind: guide,
     url: "https://example.org/guide"}
  - {id: leaflet, title: Old leaflet, publisher: Society, date: unknown, nations: [wales], kind: guide,
     read: second-hand}
"""
GLOSSARY = """
terms:
  - {id: lawful-basis, term: lawful basis, meaning: A reason that the law accepts., source: "[@act, s.6]"}
  - {id: referral, term: referral, meaning: A report to social care., also: [report]}
"""
CONTACTS = """
contacts:
  - {id: social-care, name: Social care, purpose: report a worry., phone: 0808 800 5000}
"""
OUT_OF_SCOPE = """
signposts:
  - {id: lead, text: Talk to your safeguarding lead., contacts: [social-care]}
groups:
  - kind: far
    signpost: lead
    questions: [how do i bake a cake, what is the capital of france, who won the match, book me a flight,
      fix my printer, what is the weather]
"""
ENTRIES = {
    "consent": """
topic: consent
entries:
  - id: share-without-consent
    question: Can I share without consent?
    answer: |
      Yes, where a child may be at **risk** [@act, s.1].

      You need a lawful basis [@act, s.6]. It need not be consent:

      - Record your reasons for sharing, what you shared and with whom, and do so on the same day [@guide, page 2].
      - Share what is relevant [@leaflet, page 9].
    limits:
      - Not with a neighbour [@act, s.9].
    next_steps:
      - Talk to your lead.
      - Share the facts.
    nations: [england, wales]
    wales: In Wales ask first [@leaflet, page 1].
    related: [parent-refuses, who-to-tell, how-much]
    terms: [lawful-basis]
    reviewed: 2026-01-31
    review_by: 2026-06-30
    check_live: true
    to_check: [Whether section 6 has changed.]
  - id: parent-refuses
    question: A parent refuses consent. Can I still share?
    answer: Yes, if the child may be at risk [@act, s.2].
    limits: ["Think of safety first [@act, s.3]."]
    next_steps: [Record the refusal., Tell your lead.]
    nations: [england]
    related: [share-without-consent, how-much]
    reviewed: 2026-01-31
    review_by: 2026-12-31
  - id: child-says-no
    question: The child does not want me to share. What now?
    answer: Listen, and explain why you may have to [@guide, page 4].
    limits: ["Age matters [@guide, page 5]."]
    next_steps: [Listen., Explain.]
    nations: [england]
    related: [share-without-consent]
    reviewed: 2026-01-31
    review_by: 2026-12-31
""",
    "practice": """
topic: practice
entries:
  - id: who-to-tell
    question: Who do I tell first?
    answer: Your safeguarding lead [@guide, page 1].
    limits: ["In danger ring 999 [@guide, page 1]."]
    next_steps: [Ring your lead., Write it down.]
    nations: [england, wales]
    related: [share-without-consent]
    reviewed: 2026-01-31
    review_by: 2026-12-31
  - id: how-much
    question: How much should I share?
    answer: What is relevant and no more [@act, s.4].
    limits: ["More may be asked for later [@act, s.4]."]
    next_steps: [Choose the facts., Leave the rest.]
    nations: [england, wales]
    related: [who-to-tell]
    reviewed: 2026-01-31
    review_by: 2026-12-31
  - id: how-to-record
    question: How do I record it?
    answer: On the same day, fact apart from opinion [@guide, page 3].
    limits: ["Local forms differ [@guide, page 3]."]
    next_steps: [Write it., Sign it.]
    nations: [england, wales]
    related: [how-much]
    reviewed: 2026-01-31
    review_by: 2026-12-31
""",
}
PHRASINGS = {
    "consent": {
        "share-without-consent": ["do i need consent to share", "share if nobody consents", "no consent, may i share"],
        "parent-refuses": ["mum says no", "dad refuses", "the parent refused permission", "carer will not agree"],
        "child-says-no": ["the child says no", "she begged me not to tell", "young person does not want it shared"],
    },
    "practice": {
        "who-to-tell": ["who should i ring", "whom do i report to", "which person hears first"],
        "how-much": ["how many details", "what amount of information", "do i send everything"],
        "how-to-record": ["writing notes", "what goes in the file", "recording what was said"],
    },
}
PATH = """
id: should-i-share
title: Should I share this?
about: From worry to decision.
steps:
  - id: danger
    ask: Is a child in danger now?
    help: Danger means harm today [@act, s.1].
    options:
      - {label: "Yes", next: ring, note: "Ring first [@guide, page 1]."}
      - {label: "No", next: worry, note: "Ring 999 if that changes [@guide, page 1]."}
  - id: worry
    ask: Is there a worry about abuse?
    options:
      - {label: "Yes", next: share}
      - {label: Not sure, next: ring}
      - {label: "No", next: ring}
    entries: [who-to-tell]
  - id: ring
    ask: Ring 999.
    help: Then tell your lead [@guide, page 1].
  - id: share
    ask: Share what is relevant.
    entries: [how-much]
record:
  - {heading: What was decided, hint: in your own words, steps: [danger, worry]}
"""


@pytest.fixture(scope="session")
def sharing_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sharing")
    single = {"guide": GUIDE, "topics": TOPICS, "sources": SOURCES, "glossary": GLOSSARY, "contacts": CONTACTS}
    for name, text in {**single, "out_of_scope": OUT_OF_SCOPE}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    for name in ("entries", "phrasings"):
        (folder / name).mkdir()
    for topic, text in ENTRIES.items():
        (folder / "entries" / f"{topic}.yaml").write_text(text, encoding="utf-8")
        lines = [f"topic: {topic}", "phrasings:"]
        for entry, texts in PHRASINGS[topic].items():
            lines += [f"  {entry}:", f"    a: {texts[:2]!r}", f"    b: {texts[2:]!r}"]
        (folder / "phrasings" / f"{topic}.yaml").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sharing_matcher(sharing_folder: Path) -> Matcher:
    return Matcher(open_index(sharing_folder))


class ConversationWithPath(Conversation):
    """A conversation whose knowledge has one guided path, so that these tests do not rest on how paths are loaded."""

    @cached_property
    def knowledge(self) -> KnowledgeBase:
        path = msgspec.convert(yaml.safe_load(PATH), GuidedPath)
        return msgspec.structs.replace(super().knowledge, paths=(path,))


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter is a key at once, except in the tests of the pause itself."""
    monkeypatch.setattr(type_ahead, "KEY_PAUSE", 0)


MakeApp = Callable[..., AssistantApp]


@pytest.fixture
def make_app(sharing_matcher: Matcher, monkeypatch: pytest.MonkeyPatch) -> MakeApp:
    for name in ("TMUX", "SSH_CONNECTION", "SSH_TTY", "WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def make(settings: Settings = Settings(), fault: str = "") -> AssistantApp:  # noqa: B008
        return AssistantApp(ConversationWithPath(sharing_matcher), settings, fault)

    return make


@pytest.fixture
def app(make_app: MakeApp) -> AssistantApp:
    return make_app()
