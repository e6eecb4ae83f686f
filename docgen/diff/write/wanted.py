"""What a writer is given: the comparison, and the manner in which it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from docgen.diff.changes import Changes, Side
from docgen.diff.readers.report import Reader, Report
from docgen.frozen import dataclass

if TYPE_CHECKING:
    from docgen.diff.tracked import ImprintPlace
    from docgen.render.setting import Setting


@dataclass(frozen=True)
class Comparison:
    """Both sides, what changed, and the report for the reader who asked."""

    old: Side
    new: Side
    changes: Changes
    report: Report
    reader: Reader = "all"


@dataclass(frozen=True)
class Manner:
    """How it is written. ``setting`` (look, fonts, engine) is given to formats with pages alone.

    ``marks``: real tracked changes (修订稿), or deletions struck and additions underlined (花脸稿). ``width`` is that
    of the terminal, in columns. ``place`` knows where 版记 goes, if that was asked before.
    """

    colour: bool = False
    width: int = 100
    marks: Literal["tracked", "struck"] = "tracked"
    setting: Setting | None = None
    place: ImprintPlace | None = None


Writer = Callable[[Comparison, Manner], bytes]
