"""A person's settings: read from one file that the program never writes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

import msgspec
import platformdirs

from assistant.knowledge_base import Nation
from assistant.ui.keys import KEY_OF, clashes, is_key

ALLOWED = (
    'It may say theme = "dark" or "light", nation = "england", "wales", "scotland" or '
    '"northern-ireland", and [keys] with lines such as copy-text = "y".'
)


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `settings.toml` may say.

    Attributes:
        theme: dark or light.
        nation: where the person works; for Wales its notes come first.
        keys: other keys, by the id of what they do.
    """

    theme: Literal["dark", "light"] = "dark"
    nation: Literal["england", "wales", "scotland", "northern-ireland"] | None = None
    keys: dict[str, str] = {}

    @property
    def place(self) -> Nation | None:
        """The nation as the knowledge base names it."""
        return Nation(self.nation) if self.nation else None


def settings_file() -> Path:
    """Give the file that settings are read from."""
    return Path(platformdirs.user_config_dir("share-to-protect", False)) / "settings.toml"


def read_settings(file: Path | None = None) -> tuple[Settings, str]:
    """Read the settings.

    Args:
        file: the file to read; the usual one when None.

    Returns:
        The settings, and what is wrong with the file: empty when nothing is. A file with any fault is not used.
    """
    path = file or settings_file()
    try:
        settings = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings)
    except FileNotFoundError:
        return Settings(), ""
    except msgspec.ValidationError as error:
        fault = f"{str(error).partition(' - at ')[0]}. {ALLOWED}"
    except (OSError, ValueError) as error:  # TOML and encoding errors are ValueErrors
        fault = f"{error}."
    else:
        fault = _fault_in_keys(settings.keys)
    return (Settings(), f"Settings not used: {path}: {fault}") if fault else (settings, "")


def _fault_in_keys(keys: dict[str, str]) -> str:
    unknown = [name for name in keys if name not in KEY_OF]
    if unknown:
        return f"there is no key named '{unknown[0]}'. Help lists the names."
    for name, key in keys.items():
        if not key.strip():
            return f"'{name}' has no key."
        for one in key.split(","):
            if not is_key(one.strip()):
                return f"'{one.strip()}' is no key. Keys are named as in 'f1', 'ctrl+q', 'left_square_bracket' and 'x'."
    twice = clashes(keys)
    if twice:
        return f"'{twice[0][0]}' and '{twice[0][1]}' have the same key."
    return ""
