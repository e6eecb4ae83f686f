"""One campaign in, its files out: as bytes, not yet written; or word that nothing has changed.

``produce`` never raises for what the author can mend: the product then carries the problems. So the campaigns
of a build do not stop one another, and a product travels between processes.
"""

from __future__ import annotations

import dataclasses
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.workflow.formats import FORMATS, PAGED
from docgen.workflow.manifest import (
    NAME,
    MadeFile,
    Manifest,
    Means,
    current_files,
    formats_of,
    manifest_bytes,
    read_manifest,
)

if TYPE_CHECKING:  # a campaign without roster does without them
    from docgen.workflow.batch.build import UnitsOrder
    from docgen.workflow.batch.report import UnitsReport
    from docgen.workflow.materials import Materials
    from docgen.workflow.prepare import Prepared

Engine = Literal["auto", "typst", "libreoffice"]
Status = Literal["made", "unchanged", "failed"]


@dataclass(frozen=True)
class Wish:
    """What is wanted of a build. ``source_date``: seconds since 1970; None: the day of issue.

    ``units``: the roster, where it is not the campaign's own; ``zip``: whether the files of units are packed, too, one
    archive for each unit or one for all; ``explain``: whether the ways in which they are made are counted.
    """

    out: Path = Path("output")
    formats: tuple[str, ...] = FORMATS
    engine: Engine = "auto"
    force: bool = False
    source_date: int | None = None
    units: Path | None = None
    zip: Literal["unit", "all"] | None = None
    explain: bool = False


@dataclass(frozen=True)
class Product:
    """What came of one campaign. ``files`` are to be written into ``folder``, the manifest among them.

    ``fonts`` says for each typeface that a free font imitates which font that is; ``removed`` are files of
    an earlier build that no longer belong there; ``crash`` is the traceback of a bug. ``order`` is what is to be made
    for the units of its roster, ``units`` what came of that.
    """

    path: Path
    folder: Path
    status: Status
    id: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    manifest: Manifest | None = None
    fonts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    exit_code: Exit = Exit.OK
    removed: tuple[str, ...] = ()
    crash: str = ""
    order: UnitsOrder | None = field(default=None, repr=False)
    units: UnitsReport | None = None


def produce(path: Path, wish: Wish) -> Product:
    """The files of the campaign at ``path``, or what is wrong with it."""
    try:
        return _produce(path, wish)
    except DocgenError as error:
        return Product(path, wish.out, "failed", problems=error.problems, exit_code=error.exit_code)
    except OSError as error:
        return Product(path, wish.out, "failed", problems=(_unreadable(error, path),), exit_code=Exit.MISSING)
    except Exception:
        return Product(path, wish.out, "failed", exit_code=Exit.BUG, crash=traceback.format_exc())


def _produce(path: Path, wish: Wish) -> Product:
    from docgen.workflow.artefacts import render_all
    from docgen.workflow.materials import gather
    from docgen.workflow.prepare import open_point, prepare

    prepared = prepare(path)
    materials = gather(prepared, wish)
    folder = wish.out / prepared.loaded.campaign.id
    current = current_files(folder, materials.recipe, materials.means)
    missing = wish.formats if wish.force else tuple(one for one in wish.formats if one not in formats_of(current))
    draft = open_point(prepared.loaded)
    product = Product(path, folder, "unchanged", folder.name, fonts=materials.imitations, problems=draft)
    product = dataclasses.replace(product, order=_order(prepared, materials, wish, folder))
    old = read_manifest(folder)
    if not missing:
        return dataclasses.replace(product, manifest=old)
    made = render_all(prepared, materials.setting, missing)
    files = (*(file for file in current if file.format not in missing), *made.files)
    # The files of units are listed again once the campaign's own are in place.
    units = {**old.units, "complete": False} if old and old.units else {}
    manifest = Manifest(materials.recipe, files, _means(files, materials.means, made.engine, folder), units)
    return dataclasses.replace(
        product,
        status="made",
        files={**made.contents, NAME: manifest_bytes(manifest)},
        manifest=manifest,
        problems=(*draft, *(_of(path, warning) for warning in made.warnings)),
    )


def _order(prepared: Prepared, materials: Materials, wish: Wish, folder: Path) -> UnitsOrder | None:
    """What is to be made for units, if there is a roster. Raises DocgenError if the campaign's lies elsewhere."""
    if not (wish.units or prepared.loaded.campaign.units) or not set(PAGED).intersection(wish.formats):
        return None
    from docgen.workflow.batch.build import UnitsOrder
    from docgen.workflow.units import roster_of

    roster = roster_of(prepared.loaded, wish.units)
    return UnitsOrder(prepared, materials, folder, roster) if roster else None


def _means(files: Sequence[MadeFile], wanted: Means | None, used: str, folder: Path) -> Means | None:
    """The means of the pages among ``files``, some made now (a PDF by the engine ``used``), some kept."""
    old = read_manifest(folder)
    earlier = old.means if old else None
    means = wanted or earlier
    if means is None or not set(PAGED).intersection(formats_of(files)):
        return None
    engine = used or (earlier.engine if earlier else None)
    return dataclasses.replace(means, engine=engine if "pdf" in formats_of(files) else None)


def _of(path: Path, warning: Problem) -> Problem:
    """A renderer knows no campaign: what it says is said of this one."""
    return dataclasses.replace(warning, place=warning.place or Place(str(path)))


def _unreadable(error: OSError, path: Path) -> Problem:
    message = _("cannot be read: {reason}").format(reason=error.strerror or error)
    return Problem("W911", message, Place(str(error.filename or path)))
