"""One conversation: question in, reply out. Pure: nothing is printed, stored or sent here."""

from assistant.conversation.reply import Action, Reply
from assistant.conversation.session import Conversation, NationChange

__all__ = ["Action", "Conversation", "NationChange", "Reply"]
