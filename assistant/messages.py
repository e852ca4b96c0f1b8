"""What both chats say of themselves, each sentence once. Nothing is imported, so that a chat opens no later for it."""

from __future__ import annotations

NONE_OF_THESE = "None of these"
NOT_IN_LIST = "There is no {number} in the last list."
