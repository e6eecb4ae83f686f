"""The pages of a PDF, as far as rules about the layout ask for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pages:
    """To be filled in by those who read it."""
