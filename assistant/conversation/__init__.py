"""One conversation: question in, reply out. Pure: nothing is printed, stored or sent here."""

from assistant.conversation.personal_data import mask_personal_data, personal_data_in
from assistant.conversation.reply import Reply
from assistant.conversation.session import Conversation
from assistant.conversation.urgency import is_urgent

__all__ = ["Conversation", "Reply", "is_urgent", "mask_personal_data", "personal_data_in"]
