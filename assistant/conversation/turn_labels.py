"""What a person did to get a reply, in the words of the conversation and of a saved copy."""

ASKED = "You"
PICKED = "You picked"
NOT_HELPED = "You said that this did not help"
NONE_OF_THESE = "You said that none of these fits"
