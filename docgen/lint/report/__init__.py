"""What was found, told: on a terminal, to a program, to the services that run checks.

A writer makes text of a ``Report``; ``WRITERS`` lists them by the name that ``--format`` knows.
"""

from __future__ import annotations

from collections.abc import Callable

from docgen.lint.report.github import github
from docgen.lint.report.gitlab import gitlab
from docgen.lint.report.json import json_text
from docgen.lint.report.junit import junit
from docgen.lint.report.report import Report
from docgen.lint.report.sarif import sarif
from docgen.lint.report.text import text

WRITERS: dict[str, Callable[[Report], str]] = {
    "text": text,
    "json": json_text,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
}
