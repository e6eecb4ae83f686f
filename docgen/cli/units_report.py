"""What ``docgen units check`` says: each fault as it is found, or one JSON object at the end."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

from docgen.cli import console
from docgen.cli.build_report import problem_as_data
from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.language import _, ngettext
from docgen.roster.read import Roster
from docgen.roster.unit import RowFault
from docgen.workflow.units import Checked


class Spoken:
    """For people: letters to stdout, as they are what was asked for."""

    def __init__(self) -> None:
        self.exit_code = Exit.OK

    @contextlib.contextmanager
    def letters(self) -> Iterator[None]:
        """What stops the check goes its usual way."""
        yield

    def opened(self, roster: Roster) -> None:
        """The header is understood."""
        self._say(roster.problems)

    def fault(self, fault: RowFault) -> None:
        """One more."""
        self._say([fault.problem])

    def finished(self, checked: Checked) -> None:
        """The sum."""
        self.exit_code = checked.exit_code
        self._say(checked.problems)
        good = ngettext("{n} unit is in order", "{n} units are in order", checked.good).format(n=checked.good)
        if not checked.bad:
            console.say(_("{file}: {good}").format(file=checked.roster.path, good=good))
            return
        bad = ngettext("{n} row is not", "{n} rows are not", checked.bad).format(n=checked.bad)
        console.say(_("{file}: {good}, {bad}").format(file=checked.roster.path, good=good, bad=bad))
        words = _("{file}: correct the rows here, then use it as the roster")
        console.say(words.format(file=checked.failed_rows))

    def _say(self, problems: tuple[Problem, ...] | list[Problem]) -> None:
        for problem in problems:
            console.say(console.styled(problem))


class AsJson(Spoken):
    """For programs."""

    def __init__(self) -> None:
        super().__init__()
        self.content: dict[str, Any] = {"roster": None, "problems": [], "faults": []}

    @contextlib.contextmanager
    def letters(self) -> Iterator[None]:
        """What stops the check is in the object as well."""
        try:
            yield
        except DocgenError as error:
            self.exit_code = error.exit_code
            self.content["problems"] += [problem_as_data(problem) for problem in error.problems]
        self.content["exit_code"] = int(self.exit_code)
        console.say(json.dumps(self.content, ensure_ascii=False, indent=2))

    def opened(self, roster: Roster) -> None:
        """The header is understood."""
        table = roster.table
        self.content |= {
            "roster": str(roster.path),
            "sheet": table.sheet.name or None,
            "header_row": table.header_row,
            "columns": [
                {"header": header, "key": table.columns[index].key if index in table.columns else None}
                for index, header in enumerate(table.headers)
            ],
            "problems": [problem_as_data(problem) for problem in roster.problems],
        }

    def fault(self, fault: RowFault) -> None:
        """One more."""
        parts = ("row", "column", "cell", "value", "code", "severity", "reason", "hint")
        self.content["faults"].append({part: getattr(fault, part) for part in parts})

    def finished(self, checked: Checked) -> None:
        """The sum."""
        self.exit_code = checked.exit_code
        failed = str(checked.failed_rows) if checked.failed_rows else None
        self.content["problems"] += [problem_as_data(problem) for problem in checked.problems]
        self.content |= {"good": checked.good, "bad": checked.bad, "failed_rows": failed}
