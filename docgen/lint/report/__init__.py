"""What was found, told: on a terminal, to a program, to the services that run checks.

A writer makes text of a ``Report``; ``WRITERS`` lists them by the name that ``--format`` knows, which is that of its
file. Only the one that is asked for is loaded.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.lint.report.report import Report

WRITERS = {
    "text": "text",
    "json": "json_text",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
}


def writer(format: str) -> Callable[[Report], str]:
    """What writes this format."""
    found: Callable[[Report], str] = getattr(importlib.import_module(f"docgen.lint.report.{format}"), WRITERS[format])
    return found
