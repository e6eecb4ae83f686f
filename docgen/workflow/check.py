"""Checking campaigns and documents: each is read and every rule asked; what is mechanical is mended on request."""

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
    from docgen.lint.finding import Finding
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
        outcomes.append(_outcome(reading, what))
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


def _outcome(reading: Reading, what: Wanted) -> Outcome:
    from docgen.lint.run import outcome_of

    return outcome_of(reading, what.rules)


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


# ---------------------------------------------------------------- mending

_ROUNDS = 5
"""Mending one thing may bring another to light; so often at most."""


@dataclass(frozen=True)
class Mending:
    """A file that was mended, or would be: what it was and what it is now."""

    file: Path
    before: str
    after: str
    count: int


def mendings(what: Wanted) -> list[Mending]:
    """What could be mended at once in the campaigns' own files, without writing anything."""
    from docgen.lint.fix import mendable, mended

    found: dict[str, list[Finding]] = {}
    for path in what.paths:
        if path.suffix.lower() in CAMPAIGNS:
            for one in mendable(_findings(path, what)):
                found.setdefault(one.place.file, []).append(one)
    made = []
    for name, findings in found.items():
        before = _text(Path(name))
        after = mended(before, findings)
        if after != before:
            made.append(Mending(Path(name), before, after, len(findings)))
    return made


def mend(what: Wanted) -> list[Mending]:
    """All that is mechanical, mended and written; a file that would then no longer be read stays as it was."""
    made: dict[Path, Mending] = {}
    for _round in range(_ROUNDS):
        again = mendings(what)
        if not again:
            break
        _write(again)
        if not _are_read(what):
            _write([Mending(one.file, one.after, one.before, 0) for one in again])
            break
        for one in again:
            first = made.get(one.file, one)
            count = one.count + (first.count if one.file in made else 0)
            made[one.file] = Mending(one.file, first.before, one.after, count)
    return list(made.values())


def difference(one: Mending) -> Iterator[str]:
    """The lines of a unified diff."""
    import difflib

    name = one.file.as_posix()
    before, after = one.before.splitlines(), one.after.splitlines()
    return difflib.unified_diff(before, after, name, name, lineterm="", n=1)


def _findings(path: Path, what: Wanted) -> Sequence[Finding]:
    try:
        return _own(_outcome(read_file(path), what).findings, path)
    except DocgenError:
        return ()


def _own(findings: Sequence[Finding], path: Path) -> list[Finding]:
    """Those in files of the campaign's project: what docgen brings along is not changed."""
    project = project_of(path).resolve()
    return [one for one in findings if Path(one.place.file).resolve().is_relative_to(project)]


def _are_read(what: Wanted) -> bool:
    try:
        for path in what.paths:
            read_file(path)
    except DocgenError:
        return False
    return True


def _text(file: Path) -> str:
    """With its line breaks as they are."""
    return file.read_bytes().decode("utf-8-sig")


def _write(files: Sequence[Mending]) -> None:
    from docgen.world.files import write_all

    for one in files:
        mark = b"\xef\xbb\xbf" if one.file.read_bytes().startswith(b"\xef\xbb\xbf") else b""
        write_all(one.file.parent, {one.file.name: mark + one.after.encode()})
