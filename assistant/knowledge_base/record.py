"""What every record of a knowledge base is made of."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Lower-case words with hyphens.")]
Text = Annotated[str, Meta(min_length=1)]
Address = Annotated[str, Meta(pattern=r"^(https?://\S+)?$", description="A web address, from https:// on.")]
CitedText = Annotated[str, Meta(min_length=1, description="Markdown with citations such as [@source-id, locator].")]


class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Common settings of every record: immutable, and unknown fields are an error."""
