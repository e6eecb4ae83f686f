"""File names from titles: safe on Windows, macOS and Linux alike, and still readable."""

from __future__ import annotations

import unicodedata

_MOST_CHARACTERS = 120
_MOST_BYTES = 200
"""Most file systems take 255 bytes for a name; some room is left for a number in front and an ending."""

# What Windows refuses has a full-width twin that reads the same.
_REFUSED = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")

_DEVICES = {
    *("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"),
    *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"),
}


def safe_name(text: str) -> str:
    """``text`` as a file name without ending: at most 120 characters and 200 bytes in UTF-8, never empty.

    What a system refuses becomes full-width; control characters go, a run of white space becomes one space.
    """
    shown = " ".join(unicodedata.normalize("NFC", text).split())
    kept = "".join(char for char in shown if unicodedata.category(char) not in {"Cc", "Cf", "Cs"})
    name = _cut(kept.translate(_REFUSED)).strip(" .")
    device = name.split(".")[0].strip().upper() in _DEVICES
    return f"_{name}" if device or not name else name


def _cut(name: str) -> str:
    return name[:_MOST_CHARACTERS].encode()[:_MOST_BYTES].decode(errors="ignore")
