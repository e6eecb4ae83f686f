"""Who reads a comparison: ``READERS`` is the whole list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from docgen.diff.readers.applicant import for_applicant
from docgen.diff.readers.clerk import for_clerk
from docgen.diff.readers.everything import for_all
from docgen.diff.readers.leader import for_leader

if TYPE_CHECKING:
    from docgen.diff.changes import Changes
    from docgen.diff.readers.report import Reader, Report

READERS: dict[Reader, Callable[[Changes], Report]] = {
    "leader": for_leader,
    "clerk": for_clerk,
    "applicant": for_applicant,
    "all": for_all,
}
