"""What the plain chat says of itself, whatever the knowledge."""

NOT_WALKING = "You are not in a guided path. :paths lists them."
ASK_FIRST = "Ask something first."
HOW_TO_WALK = (
    "Type the number of your answer. ':back' takes the last answer back, ':leave' leaves the path. :sources gives the "
    "sources of a step; the summary at the end has them all."
)
AT_THE_END = "This is the end of the path. ':back' takes the last answer back, ':leave' leaves the path."
NOT_WALKED = "No path was walked yet. :paths lists them."
NO_SOURCES = "There are no sources here."
NONE_FITS = "If no answer fits, ask in your own words. Your place in the path is kept."
MASKED = (
    "What looked like personal data in your questions is masked, but names are not: read it through before you "
    "share it."
)
