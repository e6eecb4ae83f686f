"""What goes with a campaign into the next year: its own forms, the file of its words, names that lead elsewhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docgen.campaign.loaded import LoadedCampaign
from docgen.campaign.model import AnnexUse
from docgen.diagnostics import Place, Problem
from docgen.language import _
from docgen.sources.source_map import Loc
from docgen.sources.text_file import read_text
from docgen.templates.find import LoadedForm, find_templates
from docgen.workflow.select import DATA, campaigns_under, project_of
from docgen.workflow.superior import path_of_superior
from docgen.years import todos
from docgen.years.forms import form_turned
from docgen.years.outcomes import Moved
from docgen.years.superior import Superior


@dataclass
class Beside:
    """``text`` is last year's file; ``renamed`` and ``remarks`` are about its values; ``files`` lie beside the new one.

    ``body`` are the words of ``body_file``, ``body_name`` the name of the new one; ``years``: file, line, old year.
    """

    text: str
    renamed: dict[Loc, str] = field(default_factory=dict)
    remarks: list[tuple[Loc, str]] = field(default_factory=list)
    files: dict[str, str | bytes] = field(default_factory=dict)
    years: list[tuple[str, int, Moved]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    body: str = ""
    body_name: str = ""


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
            _deviation(around, local, index, use, superior)


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


def _deviation(around: Beside, local: LoadedCampaign, index: int, use: AnnexUse, superior: Superior) -> None:
    """The superior changed its form, this campaign has its own: what was changed is told."""
    from docgen.compose.superior import form_changes

    plans = []
    for loaded in (superior.base, superior.theirs):
        name = next((one.form for one in loaded.campaign.annexes if one.id == use.id), None)
        if not name:
            return
        plans.append(find_templates(project_of(loaded.path)).form(name, loaded.path.parent).plan)
    if changes := form_changes(*plans):
        around.remarks.append((("annexes", index, "form"), todos.form_changed(changes)))


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
