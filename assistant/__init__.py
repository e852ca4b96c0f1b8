"""Share to Protect: cited answers on sharing information to tackle child sexual abuse, offline in a terminal."""

__version__ = "0.1.0"
