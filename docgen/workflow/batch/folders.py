"""The folders of units: named after them, safe on every system, and no two the same.

Only names that two units share (on some system: ``Abc`` and ``ABC``, é in one character or two) get the mark of the
unit's id behind them, and then both do. So a folder's name does not depend on the order of the rows.
"""

from __future__ import annotations

import hashlib
import unicodedata
from array import array

from docgen.workflow.batch.numbers import Numbers
from docgen.world.file_names import safe_name

UNITS = "units"


class Folders:
    """Learns all names first (``add``), then says which folder is whose (``of``)."""

    def __init__(self) -> None:
        self._added = array("Q")
        self._known: Numbers | None = None

    def add(self, name: str) -> None:
        """One more unit of that name."""
        self._added.append(_mark(_folder(name)))
        self._known = None

    def of(self, id: str, name: str) -> str:
        """The name of a unit's folder under ``units/``."""
        known = self._known = self._known or Numbers(self._added)
        safe = _folder(name)
        if known.count(_mark(safe)) < 2:
            return safe
        digest = hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()
        marked = (f"{safe}-{digest[:length]}" for length in range(6, len(digest)))
        # Someone may really be called 天津大学-1a2b3c.
        return next(name for name in marked if not known.count(_mark(name)))


def _folder(name: str) -> str:
    """甲.zip would be in the way of the archive of 甲."""
    safe = safe_name(name)
    return f"{safe}_" if _same(safe).endswith(".zip") else safe


def _same(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _mark(name: str) -> int:
    """Equal for all names that some file system takes for the same; a number, as there may be very many."""
    return int.from_bytes(hashlib.blake2b(_same(name).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
