"""What comes of a place in the file when the year moves: an edit, a year that moved or stayed, a person's decision."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

from docgen.campaign.model import Campaign
from docgen.frozen import dataclass
from docgen.sources.source_map import Loc
from docgen.years.dates import Proposal
from docgen.years.edits import Edit
from docgen.years.source_text import SourceText, Written

Kind = Literal["day", "serial", "text", "words"]


@dataclass(frozen=True)
class Moved:
    """The old year somewhere in a file: what is written there, what it becomes (None: it stays), the rule."""

    offset: int
    written: str
    new: str | None
    rule: str


@dataclass(frozen=True)
class Decision:
    """What a person has to decide about the value ``at``; ``todo`` is the comment left while it is open.

    ``key`` is its name for ``--set``. ``form`` is the new value with ``{}`` where the answer goes; ``proposal`` is the
    answer that is proposed, ``empty`` what stands there without one. A decision of kind ``words`` is made by
    reading the file, and has no answer.
    """

    key: str
    kind: Kind
    at: Written
    todo: str
    proposal: str = ""
    form: str = "{}"
    empty: str = ""
    proposed: Proposal | None = None


Outcome = Edit | Moved | Decision


@dataclass(frozen=True)
class Turn:
    """The turn of the year for one file. ``renamed``: what names of forms and files become; ``days``: all new dates."""

    source: SourceText
    campaign: Campaign
    old: int
    new: int
    days: Mapping[datetime.date, Proposal]
    renamed: Mapping[Loc, str]

    def key_of(self, written: Written) -> str:
        """The value's name for ``--set``."""
        return next(name for name, one in self.source.named.items() if one is written)
