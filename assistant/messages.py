"""What both chats say of themselves, each sentence once. Nothing is imported, so that a chat opens no later for it."""

from __future__ import annotations

IN_AN_EMERGENCY = "In an emergency ring 999."
NONE_OF_THESE = "None of these"
HOW_TO_REACH = "This is how to reach it. If you meant something else, choose a question below or ask in full."
NOT_IN_LIST = "There is no {number} in the last list."

ASK_FIRST = "Ask something first."
FIRST_ANSWER = "This is the first answer."
LAST_ANSWER = "This is the last answer."
NOTHING_NEARER = "There is nothing nearer here. Ask in other words, or turn to someone named above."

NO_SOURCES = "There are no sources here."
NO_TOPIC = "There is no topic '{name}'."
NOT_EXPLAINED = "'{words}' is not among the words explained here. ':find {words}' looks in the questions too."

NO_PATH = "There is no path '{name}'."
NOT_WALKING = "You are not in a guided path. :paths lists them."
NOT_WALKED = "No path was walked yet. :paths lists them."
FIRST_STEP = "This is the first step."
NOTHING_TO_RECORD = "Answer a question first: then there is something to record."

SAVED = "Saved to {path}. Only you can open it."
MASKED = (
    "What looks like personal data in your questions ({kinds}) is masked, but names are not: read it through before "
    "you share it."
)
