"""ID numbers in anything that is printed: 1501**********1234."""

from __future__ import annotations

import re

# Eighteen characters with a date of birth inside, or fifteen, as they were before 1999; digits may be full-width.
_ID_NUMBER = re.compile(r"(?<!\d)\d{6}(?:(?:18|19|20)\d{2}[01]\d[0-3]\d{4}[\dXxＸｘ]|\d{2}[01]\d[0-3]\d{4})(?!\d)")

SHOWN = 40


def masked(text: str) -> str:
    """``text`` with every ID number in it made unreadable."""
    return _ID_NUMBER.sub(lambda found: masked_number(found[0]), text)


def masked_number(text: str) -> str:
    """An ID number, well written or not: its first and last four characters, the others ``*``."""
    if len(text) <= 8:
        return text[:2] + "*" * (len(text) - 2)
    return f"{text[:4]}{'*' * (len(text) - 8)}{text[-4:]}"


def quoted(text: str, secret: bool = False) -> str:
    """A cell as letters quote it: one line, at most 40 characters, no ID numbers; ``secret``: it is meant to be one."""
    line = " ".join(text.split())
    line = masked_number(line) if secret else masked(line)
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
