"""Makes the pictures of the README from the shipped knowledge: `make screenshots`.

The same knowledge and the same program give the same files: the ids that Textual draws at random are replaced.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from assistant.conversation import Conversation
from assistant.knowledge_base import shipped_knowledge
from assistant.matching import Matcher, open_index
from assistant.ui.app import AssistantApp
from assistant.ui.screens.type_ahead import KEY_PAUSE
from assistant.ui.settings import Settings
from assistant.ui.widgets.question_input import QuestionInput

HERE = Path(__file__).parent
QUESTION = "can I share without consent?"
Steps = Callable[[Pilot[None]], Awaitable[None]]


async def welcome(person: Pilot[None]) -> None:
    """Show the first screen."""
    await person.pause()


async def answer(person: Pilot[None]) -> None:
    """Ask the question of the README, and read."""
    person.app.screen.query_one(QuestionInput).value = QUESTION
    await person.press("enter")
    await person.pause()
    await person.press("escape")
    await person.pause()


async def choose(person: Pilot[None]) -> None:
    """Ask something that could mean several things."""
    person.app.screen.query_one(QuestionInput).value = "who can see my notes?"
    await person.press("enter")
    await person.pause()


async def browse(person: Pilot[None]) -> None:
    """Open a topic."""
    await answer(person)
    await person.press("t")
    await person.pause(2 * KEY_PAUSE)


async def path(person: Pilot[None]) -> None:
    """Walk the first steps of a path."""
    await person.press("f5", "down", "enter")
    await person.pause()


PICTURES: dict[str, tuple[tuple[int, int], Settings, Steps]] = {
    "welcome": ((80, 24), Settings(), welcome),
    "answer": ((120, 40), Settings(), answer),
    "answer-light": ((80, 30), Settings(theme="light"), answer),
    "answer-small": ((40, 15), Settings(), answer),
    "choose": ((80, 24), Settings(theme="light"), choose),
    "browse": ((80, 24), Settings(), browse),
    "path": ((80, 24), Settings(), path),
}
"""Size, settings and steps of each picture."""


async def draw(name: str, matcher: Matcher) -> None:
    """Draw one picture.

    Args:
        name: of the picture and its file.
        matcher: answers the questions.
    """
    size, settings, steps = PICTURES[name]
    app = AssistantApp(Conversation(matcher), settings)
    async with app.run_test(size=size) as person:
        await person.pause()
        await steps(person)
        svg = app.export_screenshot()
    svg = re.sub(r"terminal-\d+", f"terminal-{name}", svg)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # nothing is fetched to look at a picture
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


async def main() -> None:
    """Draw every picture."""
    matcher = Matcher(open_index(shipped_knowledge()))
    for name in PICTURES:
        await draw(name, matcher)


if __name__ == "__main__":
    asyncio.run(main())
