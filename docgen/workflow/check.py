"""Checking campaigns and documents: each is read and every rule asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.frozen import dataclass
from docgen.language import _, listed
from docgen.workflow.prepare import prepare
from docgen.workflow.select import choose, project_of

if TYPE_CHECKING:
    from docgen.compose.words import Written
    from docgen.lint.choice import Choice
    from docgen.lint.listed import Listed
    from docgen.lint.reading import Reading, Superior
    from docgen.lint.report.report import Report
    from docgen.lint.run import Outcome

CAMPAIGNS = (".yaml", ".yml")
OUTPUT = "output"
"""Where a build writes unless it is told otherwise."""
DOCUMENTS = (".docx", ".docm", ".txt", ".md", ".pdf", ".doc", ".wps", ".odt", ".rtf")
"""Endings of documents that docgen did not make; those it cannot read are refused with a letter of their own."""


@dataclass(frozen=True)
class Wanted:
    """What is checked: campaigns by path or id, documents by path, everything under ``data/`` if nothing is named."""

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]
    rules: tuple[Listed, ...]
    choice: Choice


@dataclass(frozen=True)
class Checked:
    """What a check came to: ``report`` tells it, ``code`` is how the command ends."""

    report: Report
    code: Exit


def wanted(named: Sequence[str], choice: Choice) -> Wanted:
    """What is named, with the rules that ``choice`` and the project's settings leave.

    Raises ``DocgenError`` (exit 2) for rules that there are not, and for settings that are none.
    """
    from docgen.lint.choice import choice_of, chosen
    from docgen.lint.rules import RULES

    paths, problems = _chosen(named)
    choice = choice.over(choice_of(project_of(paths[0]) if paths else Path()))
    return Wanted(tuple(paths), tuple(problems), chosen(RULES, choice), choice)


def check(what: Wanted, colour: bool = False) -> Checked:
    """Every rule asked about everything; what cannot be read is told as a finding, and the others go on."""
    from docgen.lint.report.report import Report, findings_of_problems
    from docgen.lint.roster import wrong_columns
    from docgen.lint.run import outcome_of

    findings = [*findings_of_problems(what.problems, "data")]
    code: Exit = Exit.CAMPAIGN if what.problems else Exit.OK
    outcomes: list[Outcome] = []
    unseen: dict[str, list[str]] = {}
    for path in what.paths:
        try:
            reading = read_file(path)
        except DocgenError as error:
            findings += findings_of_problems(error.problems, str(path))
            code = max(code, error.exit_code)
            continue
        if wrong := wrong_columns(reading):
            findings += findings_of_problems(wrong, str(path))
            code = max(code, Exit.CAMPAIGN)
        outcomes.append(outcome_of(reading, what.rules))
        for reason in reading.notes:
            name = reading.loaded.campaign.id if reading.loaded else reading.name
            unseen.setdefault(reason, []).append(name)
    findings += [one for outcome in outcomes for one in outcome.findings]
    broken = tuple(one for outcome in outcomes for one in outcome.broken)
    # A form that several campaigns use is read with each of them.
    told = tuple(dict.fromkeys(findings))
    checked = tuple(str(path) for path in what.paths)
    allowed = sum(outcome.allowed for outcome in outcomes)
    notes = tuple(_unseen(unseen))
    report = Report(told, broken, checked, notes, allowed, colour, fail_on=what.choice.fail_on or "error")
    if broken:
        return Checked(report, Exit.BUG)
    if code == Exit.OK and any(report.fails(one) for one in told):
        return Checked(report, Exit.FINDINGS)
    return Checked(report, code)


def _unseen(reasons: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What was not looked at, in a line for each reason."""
    for reason, names in reasons.items():
        message = _("the layout was not checked ({reason}; docgen build makes it): {names}")
        yield message.format(reason=reason, names=listed(names))


def _chosen(named: Sequence[str]) -> tuple[list[Path], list[Problem]]:
    """Documents as they are named, campaigns as ``choose`` finds them."""
    documents = [Path(name) for name in named if Path(name).suffix.lower() in DOCUMENTS]
    campaigns = [name for name in named if Path(name).suffix.lower() not in DOCUMENTS]
    if documents and not campaigns:
        return documents, []
    choice = choose(campaigns)
    return [*(one.path for one in choice.campaigns), *documents], list(choice.problems)


# ---------------------------------------------------------------- reading


def read_file(path: Path) -> Reading:
    """A campaign, or a document that docgen did not make, ready for the rules. Raises ``DocgenError``."""
    if path.suffix.lower() in CAMPAIGNS:
        return read_campaign(path)
    from docgen.lint.foreign import reading_of_file

    return reading_of_file(path)


def read_campaign(path: Path) -> Reading:
    """The campaign, ready for the rules. Raises ``DocgenError`` (exit 3 or 4) if it cannot be composed."""
    from docgen.lint.reading import reading_of_campaign
    from docgen.workflow.pages import pages_of

    trace: list[Written] = []
    prepared = prepare(path, trace)
    superior = _superior(path, prepared.loaded.campaign.superior)
    loaded, notice, forms = prepared.loaded, prepared.notice, prepared.forms
    pages, note = pages_of(prepared, project_of(path) / OUTPUT)
    notes = (note,) if note else ()
    return reading_of_campaign(loaded, notice, forms, trace, superior, project_of(path), pages, notes)


def _superior(path: Path, named: str) -> Superior | None:
    """上级's campaign, composed; one that is not there, or not in order, is told when the campaign itself is built."""
    from docgen.lint.reading import Superior
    from docgen.workflow.superior import path_of_superior

    other = path_of_superior(named, path) if named else None
    if other is None:
        return None
    try:
        prepared = prepare(other)
    except DocgenError:
        return None
    return Superior(prepared.loaded, prepared.forms)
