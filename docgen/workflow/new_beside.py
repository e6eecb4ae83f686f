"""What goes with a campaign into the next year: its own forms, the file of its words, names that lead elsewhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docgen.campaign.loaded import LoadedCampaign
from docgen.campaign.model import AnnexUse
from docgen.diagnostics import DocgenError, Place, Problem
from docgen.language import _
from docgen.sources.source_map import Loc
from docgen.sources.text_file import read_text
from docgen.templates.find import LoadedForm, find_templates
from docgen.workflow.select import DATA, campaigns_under, project_of
from docgen.workflow.superior import path_of_superior
from docgen.years import todos
from docgen.years.form_merge import merged_form
from docgen.years.forms import form_turned
from docgen.years.outcomes import Moved
from docgen.years.superior import Superior


@dataclass
class Beside:
    """``text`` is last year's file; ``renamed`` and ``remarks`` are about its values; ``files`` lie beside the new one.

    ``body`` are the words of ``body_file``, ``body_name`` the name of the new one; ``years``: file, line, old year;
    ``merged`` are the forms into which the superior's changes went.
    """

    text: str
    renamed: dict[Loc, str] = field(default_factory=dict)
    remarks: list[tuple[Loc, str]] = field(default_factory=list)
    files: dict[str, str | bytes] = field(default_factory=dict)
    years: list[tuple[str, int, Moved]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    body: str = ""
    body_name: str = ""
    merged: set[str] = field(default_factory=set)


def beside(dest: Path, local: LoadedCampaign, year: int, superior: Superior | None, keep_forms: bool) -> Beside:
    """All that goes with ``local`` to ``dest``."""
    around = Beside(_relocated(read_text(local.path), local.path.parent, dest.parent))
    _forms(around, dest, local, year, superior, keep_forms)
    _body_file(around, dest, local, year)
    _names(around, dest, local, year, superior)
    _same_id(around, dest, with_year(local.campaign.id, local.campaign.year, year))
    return around


def with_year(name: str, old: int, new: int) -> str:
    """``shili-2023-team`` → shili-2024-team; a name without the year stays."""
    return re.sub(rf"(?<!\d){old}(?!\d)", str(new), name)


# ---------------------------------------------------------------- forms


def _forms(around: Beside, dest: Path, local: LoadedCampaign, year: int, superior: Superior | None, keep: bool) -> None:
    """A form that is last year's by name becomes next year's own; one shared with the superior is the superior's."""
    shared = {use.id: use.form for use in superior.base.campaign.annexes} if superior else {}
    for index, use in enumerate(local.campaign.annexes):
        if not use.form:
            continue
        new = with_year(use.form, local.campaign.year, year)
        if shared.get(use.id) == use.form:
            _superiors_form(around, dest, use.id, superior)
        elif new != use.form and not keep:
            around.renamed["annexes", index, "form"] = new
            _form(around, dest, local, use.form, new, index, year)
        if superior and shared.get(use.id) not in (None, use.form):
            _deviation(around, index, use, superior, new)


def _form(around: Beside, dest: Path, local: LoadedCampaign, old: str, new: str, index: int, year: int) -> None:
    if (dest.parent / "annexes" / new / "form.yaml").exists():
        message = _("the form {form} is there already and stays as it is").format(form=new)
        around.problems.append(Problem("C912", message, Place(str(dest.parent / "annexes" / new)), severity="note"))
        return
    form = find_templates(project_of(local.path)).form(old, local.path.parent)
    target = f"annexes/{new}/form.yaml"
    text = _relocated(read_text(form.path, "F"), form.path.parent, dest.parent / "annexes" / new)
    turned = form_turned(text, str(form.path), new, local.campaign.year, year)
    around.files.update(_other_files(form, f"annexes/{new}"))
    around.files[target] = turned.text
    around.years += [(target, line, moved) for line, moved in turned.years]
    for date in turned.dates:
        todo = todos.FORM_DATE.format(form=new, old=date.written, new=date.new)
        around.remarks.append((("annexes", index, "form"), todo))


def _other_files(form: LoadedForm, folder: str) -> Iterator[tuple[str, bytes]]:
    """What lies in the form's folder besides: a Word file."""
    for path in sorted(form.path.parent.iterdir()):
        if path.is_file() and path.name != form.path.name and not path.name.startswith((".", "~")):
            yield f"{folder}/{path.name}", path.read_bytes()


def _superiors_form(around: Beside, dest: Path, annex: str, superior: Superior | None) -> None:
    """The superior's new form comes along if it would not be found from here."""
    theirs = superior.theirs if superior else None
    uses = list(enumerate(theirs.campaign.annexes)) if theirs else []
    index, name = next(((number, use.form) for number, use in uses if use.id == annex), (0, None))
    if theirs is None or not name or name in find_templates(project_of(dest)).forms(dest.parent):
        return
    place = theirs.sources.place(("annexes", index, "form"))
    form = find_templates(project_of(theirs.path)).form(name, theirs.path.parent, place)
    around.files.update(_other_files(form, f"annexes/{name}"))
    around.files[f"annexes/{name}/form.yaml"] = form.path.read_bytes()


def _deviation(around: Beside, index: int, use: AnnexUse, superior: Superior, new: str) -> None:
    """The superior changed its form, this campaign has its own, ``new``: the changes are merged, or told."""
    from docgen.compose.superior import form_changes

    forms = []
    for loaded in (superior.base, superior.theirs):
        name = next((one.form for one in loaded.campaign.annexes if one.id == use.id), None)
        if not name:
            return
        forms.append(find_templates(project_of(loaded.path)).form(name, loaded.path.parent))
    changes = form_changes(*(form.plan for form in forms))
    drawn = any(form.plan.docx for form in forms)
    years = superior.base.campaign.year, superior.theirs.campaign.year
    base = form_turned(read_text(forms[0].path, "F"), str(forms[0].path), new, *years).text
    theirs = read_text(forms[1].path, "F")
    if not drawn and (conflicts := _merge_form(around, f"annexes/{new}/form.yaml", base, theirs)):
        around.remarks.append((("annexes", index, "form"), todos.form_conflict(new, conflicts)))
    merged = f"annexes/{new}/form.yaml" in around.merged
    if changes or merged:
        around.remarks.append((("annexes", index, "form"), todos.form_changed(changes, new if merged else "")))


def _merge_form(around: Beside, target: str, base: str, theirs: str) -> tuple[int, ...]:
    """Merges into the form that goes along; says in which lines both stand."""
    ours = around.files.get(target)
    merge = merged_form(base, ours, theirs) if isinstance(ours, str) else None
    if merge is None or not (merge.taken or merge.conflicts) or not _is_form(merge.text, target):
        return ()
    assert isinstance(ours, str)
    around.years = [_after(one, target, ours, merge.text) for one in around.years]
    around.files[target] = merge.text
    around.merged.add(target)
    return merge.conflicts


def _is_form(text: str, name: str) -> bool:
    """Lines that fit in each of the files need not fit together."""
    from docgen.sources.strict_yaml import read_yaml
    from docgen.sources.validation import validate
    from docgen.templates.agreement import form_problems
    from docgen.templates.form_model import FormPlan

    try:
        reading = read_yaml(text, name, "F")
    except DocgenError:
        return False
    plan, problems = validate(FormPlan, reading, "F")
    return plan is not None and not problems and not form_problems(reading.data, reading.sources)


def _after(year: tuple[str, int, Moved], target: str, before: str, after: str) -> tuple[str, int, Moved]:
    """The place of an old year in the merged form: as many lines further down as stand above it now."""
    file, line, moved = year
    if file != target:
        return year
    words, lines = before.split("\n")[line - 1], after.split("\n")
    found = [number for number, text in enumerate(lines, start=1) if text.rstrip() == words.rstrip()]
    return file, min(found, key=lambda number: abs(number - line), default=line), moved


# ---------------------------------------------------------------- files and names


def _body_file(around: Beside, dest: Path, local: LoadedCampaign, year: int) -> None:
    """The words in a file of their own go into a new one."""
    name = local.campaign.body_file
    if not name:
        return
    new = with_year(name, local.campaign.year, year)
    if new == name and dest.parent.resolve() == local.path.parent.resolve():
        stem, dot, ending = name.rpartition(".")
        new = f"{stem}-{year}{dot}{ending}" if dot else f"{name}-{year}"
    around.body, around.body_name = local.body, new
    around.renamed["body_file",] = new


def _names(around: Beside, dest: Path, local: LoadedCampaign, year: int, superior: Superior | None) -> None:
    """The superior's campaign and the roster of next year, where they are there already."""
    campaign = local.campaign
    if superior and campaign.superior:
        theirs = superior.theirs
        is_path = campaign.superior.endswith((".yaml", ".yml"))
        relative = os.path.relpath(theirs.path.resolve(), dest.parent.resolve())
        around.renamed["superior",] = Path(relative).as_posix() if is_path else theirs.campaign.id
    new = with_year(campaign.superior, campaign.year, year)
    if not superior and new != campaign.superior and path_of_superior(new, dest):
        around.renamed["superior",] = new
    units = with_year(campaign.units, campaign.year, year)
    if units != campaign.units and (dest.parent / units.partition("#")[0]).is_file():
        around.renamed["units",] = units


def _same_id(around: Beside, dest: Path, name: str) -> None:
    """Two campaigns of one id could not both be built."""
    for other in campaigns_under(project_of(dest) / DATA):
        if other.id == name and other.path.resolve() != dest.resolve():
            message = _('id: "{id}" is also the id of {others}').format(id=name, others=other.path)
            hint = _("give each campaign an id of its own")
            around.problems.append(Problem("C901", message, Place(str(dest)), hint, "warning"))


def _relocated(text: str, old: Path, new: Path) -> str:
    """The text with the schema that editors use named from its new folder, within one project."""
    if project_of(old / "x").resolve() != project_of(new / "x").resolve():
        return text

    def moved(match: re.Match[str]) -> str:
        target = old / match[1]
        return (
            f"$schema={Path(os.path.relpath(target.resolve(), new.resolve())).as_posix()}"
            if target.is_file()
            else match[0]
        )

    return re.sub(r"\$schema=(\.{1,2}/\S+)", moved, text)
