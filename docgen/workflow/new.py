"""``docgen new``: next year's campaign from last year's, and what the superior changed merged in.

Everything is worked out in memory; then all files are written, or none. Codes: C908 a year that is not later, C909 a
destination that cannot be, C910 it is there already, C911 a superior's campaign of another year, C912 a form that is
there already, C913 a text that cannot be merged, U911 an unknown key.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from docgen.campaign.loaded import LoadedCampaign
from docgen.diagnostics import DocgenError, Exit, Place, Problem, did_you_mean
from docgen.frozen import dataclass
from docgen.language import _
from docgen.sources.open_points import Todo, open_todos
from docgen.workflow.new_beside import Beside, beside
from docgen.workflow.new_check import checked, superior_letters
from docgen.workflow.prepare import prepare, refuse_conflicts
from docgen.years.edits import line_after
from docgen.years.forwarded import Notices
from docgen.years.outcomes import Decision, Moved
from docgen.years.plan import Plan, plan_for, source_of
from docgen.years.settle import Settled, settled
from docgen.years.source_text import SourceText
from docgen.years.superior import Merge, Superior, merged
from docgen.years.three_way import Note

ENDINGS = (".yaml", ".yml")
LAST_YEAR = 2200
YEAR_KEYS = ("year", "number.year")

Ask = Callable[[Sequence[Decision]], Mapping[str, str]]
"""Asks a person for the answers of decisions; what is not answered stays open."""


@dataclass(frozen=True)
class Order:
    """What is wanted. ``answers``: ``--set``; ``accepted``: proposals are taken without asking."""

    dest: Path
    source: Path
    year: int
    answers: Mapping[str, str] = field(default_factory=dict)
    accepted: bool = False
    force: bool = False
    keep_forms: bool = False
    base: Path | None = None
    theirs: Path | None = None


@dataclass(frozen=True)
class YearLine:
    """The old year somewhere in what was made: file, line, what became of it."""

    file: Path
    line: int
    moved: Moved


@dataclass(frozen=True)
class Made:
    """What was made. ``dates``: line and decision of each date that was worked out by rule; ``notes``: of the merge."""

    order: Order
    files: tuple[Path, ...]
    years: tuple[YearLine, ...]
    dates: tuple[tuple[int, Decision], ...]
    todos: tuple[Todo, ...]
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()


def make_next_year(order: Order, ask: Ask | None = None) -> Made:
    """Writes next year's campaign, and the forms and words that go with it.

    Raises ``DocgenError`` (exit 3; 2 for a key that is not there) before anything is written.
    """
    local = _loaded(order.source)
    superior = _superior(order, local)
    _refuse(order, local, superior)
    around = beside(order.dest, local, order.year, superior, order.keep_forms)
    plan = plan_for(source_of(around.text, str(order.source)), local.campaign, order.year, around.renamed, around.body)
    plan = dataclasses.replace(plan, remarks=tuple((plan.source.by_loc[loc], todo) for loc, todo in around.remarks))
    merge = merged(plan, local, superior) if superior else Merge(plan, {}, ())
    _refuse_unknown(order.answers, merge.plan)
    answers = {**merge.answers, **order.answers}
    if ask is not None:
        answers = {**answers, **ask([one for one in merge.plan.decisions if _asks(one, answers)])}
    result = settled(merge.plan, answers, order.accepted)
    body = _body(merge)
    made = checked(result.text, order.dest, body, order.answers, merge.plan.source.named)
    files = {**around.files, **({around.body_name: body} if body else {}), order.dest.name: result.text}
    _write(order, files)
    letters = superior_letters(made, superior.theirs if superior else None)
    return _made(order, around, merge, result, (*around.problems, *letters), files)


# ---------------------------------------------------------------- before


def _loaded(path: Path) -> LoadedCampaign:
    from docgen.campaign.load import load_campaign

    loaded = load_campaign(path)
    refuse_conflicts(loaded)
    return loaded


def _superior(order: Order, local: LoadedCampaign) -> Superior | None:
    from docgen.sources.text_file import read_text

    if order.base is None or order.theirs is None:
        return None
    base, theirs = _loaded(order.base), _loaded(order.theirs)
    sources = [SourceText(read_text(one.path), str(one.path)) for one in (base, theirs)]
    notices = _notices(local, base, theirs) if local.campaign.attached else None
    return Superior(base, theirs, sources[0], sources[1], notices)


def _notices(*loaded: LoadedCampaign) -> Notices | None:
    """All three as composed; None where one cannot be: then its forwarded notice is a person's."""
    try:
        return Notices(*(prepare(one.path).notice for one in loaded))
    except DocgenError:
        return None


def _refuse(order: Order, local: LoadedCampaign, superior: Superior | None) -> None:
    """Everything that cannot be, at once."""
    problems = [*_wrong_year(order, local, superior), *_wrong_place(order)]
    if problems:
        raise DocgenError(problems, Exit.CAMPAIGN)


def _wrong_year(order: Order, local: LoadedCampaign, superior: Superior | None) -> list[Problem]:
    year, old = order.year, local.campaign.year
    problems = []
    if not old < year <= LAST_YEAR:
        message = _("--year {year} is not later than the campaign's own year, {old}").format(year=year, old=old)
        hint = _("name a year from {first} to {last}").format(first=old + 1, last=LAST_YEAR)
        problems.append(Problem("C908", message, local.sources.place(("year",)), hint))
    for option, loaded, wanted in (("--base", "base", old), ("--theirs", "theirs", year)):
        campaign = getattr(superior, loaded) if superior else None
        if campaign and campaign.campaign.year != wanted:
            found = campaign.campaign.year
            message = _("{option} is of the year {found}").format(option=option, found=found)
            hint = _("name the superior's campaign of {wanted}").format(wanted=wanted)
            problems.append(Problem("C911", message, campaign.sources.place(("year",)), hint))
    return problems


def _wrong_place(order: Order) -> list[Problem]:
    place = Place(str(order.dest))
    if order.dest.suffix not in ENDINGS:
        example = order.dest / f"{order.year}.yaml" if not order.dest.suffix else order.dest.with_suffix(".yaml")
        hint = _("name a file such as {example}").format(example=example)
        return [Problem("C909", _("a campaign is a file that ends in .yaml"), place, hint)]
    if order.dest.exists() and order.source.exists() and order.dest.samefile(order.source):
        return [Problem("C909", _("this is last year's file itself"), place, _("name another file"))]
    if order.dest.is_dir():
        return [Problem("C909", _("this is a folder"), place, _("rename it, or name another file"))]
    if order.dest.exists() and not order.force:
        hint = _("name another file, or write over it with --force")
        return [Problem("C910", _("this is there already"), place, hint)]
    return []


def _refuse_unknown(answers: Mapping[str, str], plan: Plan) -> None:
    keys = [*(one.key for one in plan.decisions if one.kind != "words"), *plan.source.named]
    known = dict.fromkeys(key for key in keys if key not in YEAR_KEYS)
    unknown = [key for key in answers if key not in known]
    if unknown:
        message = _("--set {key}: there is no such value in {file}")
        raise DocgenError(
            (
                Problem("U911", message.format(key=key, file=plan.source.file), hint=_hint(key, list(known)))
                for key in unknown
            ),
            Exit.USAGE,
        )


def _hint(key: str, known: Sequence[str]) -> str:
    """What was probably meant; of a group of values, those in it."""
    if key in YEAR_KEYS:
        return _("the year is that of --year")
    inside = [name for name in known if name.startswith(f"{key}.")]
    return did_you_mean("", inside) if inside else did_you_mean(key, known)


def _asks(decision: Decision, answers: Mapping[str, str]) -> bool:
    return decision.kind != "words" and decision.key not in answers


# ---------------------------------------------------------------- after


def _body(merge: Merge) -> str:
    """The words' file of next year; empty if the campaign has none."""
    from docgen.years.edits import edited

    if merge.body is not None:
        return merge.body
    return edited(merge.plan.body.text, merge.plan.body.edits) if merge.plan.body else ""


def _write(order: Order, files: Mapping[str, str | bytes]) -> None:
    from docgen.world.files import write_all

    # Last year's line breaks, where they are those of Windows.
    ends = "\r\n" if b"\r\n" in order.source.read_bytes() else "\n"
    contents = {
        name: text.replace("\n", ends).encode() if isinstance(text, str) else text for name, text in files.items()
    }
    write_all(order.dest.parent, contents, or_elsewhere=False)


def _answered(moved: Moved, result: Settled) -> Moved:
    """What is valid only once, with what stands there now if it is not empty."""
    now = next((one.text for one in result.edits if moved.rule == "once" and one.start == moved.offset), "")
    return dataclasses.replace(moved, new=now or None) if moved.rule == "once" else moved


def _made(
    order: Order,
    around: Beside,
    merge: Merge,
    result: Settled,
    problems: tuple[Problem, ...],
    files: Mapping[str, object],
) -> Made:
    plan = merge.plan
    years = [YearLine(order.dest, result.line_of(moved), _answered(moved, result)) for moved in plan.years]
    if plan.body:
        file, body = order.dest.parent / around.body_name, plan.body
        years += [YearLine(file, line_after(body.text, body.edits, one.offset), one) for one in body.years]
    years += [YearLine(order.dest.parent / name, line, moved) for name, line, moved in around.years]
    dates = tuple((result.line(one.at.start), one) for one in plan.decisions if one.proposed)
    todos = tuple(open_todos(result.text))
    paths = tuple(order.dest.parent / name for name in files)
    return Made(order, paths, tuple(years), dates, todos, merge.notes, problems)
