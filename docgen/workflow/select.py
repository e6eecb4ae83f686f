"""Which campaigns a command is about: those named by path or id, or everything under ``data/``.

Ids are read with a glance at the file (its top-level ``id:`` line), so that one campaign that is not even
YAML does not keep the others from being found; what is wrong with it is said when it is loaded.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from docgen.diagnostics import Place, Problem, did_you_mean
from docgen.frozen import dataclass
from docgen.language import _, listed

DATA = Path("data")

CAMPAIGN_KEYS = {"id", "year", "look", "issuer", "number", "title", "issued", "addressees", "body", "body_file"}
FORM_KEYS = {"rows", "grids"}
"""A YAML file beside the campaigns is one of them if it has some key of theirs and none that only a form has."""

ROSTERS = (".units.yaml", ".units.yml")
"""Rosters that lie beside the campaigns."""


@dataclass(frozen=True)
class Chosen:
    """A campaign's file as the user will see it named, and its id at a glance (None if it shows none)."""

    path: Path
    id: str | None = None
    id_place: Place | None = None


@dataclass(frozen=True)
class Choice:
    """``campaigns`` to work on, in order; ``problems`` with those that were asked for and cannot be."""

    campaigns: tuple[Chosen, ...]
    problems: tuple[Problem, ...] = ()


def choose(wanted: Sequence[str], data: Path = DATA) -> Choice:
    """The campaigns that ``wanted`` (paths or ids) names, each once; all under ``data`` if it names none."""
    if wanted:
        found = [_named(word, data) for word in wanted]
        chosen = [one for one in found if isinstance(one, Chosen)]
        problems = [one for one in found if isinstance(one, Problem)]
    else:
        chosen = list(campaigns_under(data))
        problems = [] if chosen else [_nothing_there(data)]
    return _refuse_shared_ids(_each_once(chosen), problems)


def campaigns_under(data: Path = DATA) -> Iterable[Chosen]:
    """Every campaign file ``data/<issuer>/*.yaml``, by path; forms and other YAML files are passed over."""
    paths = itertools.chain(data.glob("*/*.yaml"), data.glob("*/*.yml"))
    return (glance(path) for path in sorted(paths) if _may_be_campaign(path))


def glance(path: Path) -> Chosen:
    """``path`` with the id that its text shows."""
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if match := re.match(r"""(["']?)id\1\s*:\s+["']?([^\s"'#]+)""", line):
            return Chosen(path, match[2], Place(str(path), number, match.start(2) + 1))
    return Chosen(path)


def names_roster(path: Path) -> bool:
    """Whether a campaign has a roster of its own (``units:``), at a glance."""
    return re.search(r"^units\s*:\s*\S", _text(path), re.MULTILINE) is not None


def project_of(path: Path) -> Path:
    """The project that a campaign belongs to: the folder that holds its ``data``, else the current one."""
    # As it was written if that will do: places in letters then read as short as they were typed.
    folders = (*path.parents, *path.resolve().parents)
    return next((folder.parent for folder in folders if folder.name == DATA.name), Path())


def _may_be_campaign(path: Path) -> bool:
    if path.name.startswith(".") or path.name in ("form.yaml", "form.yml") or not path.is_file():
        return False
    if path.name.endswith(ROSTERS):
        return False
    keys = set(re.findall(r"""^["']?(\w+)["']?\s*:""", _text(path), flags=re.MULTILINE))
    # No key at all: an empty or garbled file among campaigns is a broken campaign, and is reported as one.
    return not keys or (bool(keys & CAMPAIGN_KEYS) and not keys & FORM_KEYS)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").removeprefix("\ufeff")
    except OSError:
        return ""


def _named(word: str, data: Path) -> Chosen | Problem:
    path = Path(word)
    if path.is_file():
        return glance(path)
    known = {one.id: one for one in campaigns_under(data) if one.id}
    if word in known:
        return known[word]
    # A file that is not there, or a folder: loading it says so, and what lies beside it.
    return glance(path) if _looks_like_path(word) or path.exists() else _no_such_id(word, list(known))


def _looks_like_path(word: str) -> bool:
    return "/" in word or "\\" in word or word.endswith((".yaml", ".yml"))


def _no_such_id(word: str, known: Sequence[str]) -> Problem:
    message = _('no campaign under data/ has the id "{id}"').format(id=word)
    return Problem("C902", message, hint=did_you_mean(word, known) or _("there is no campaign under data/"))


def _nothing_there(data: Path) -> Problem:
    hint = _("write one at data/<issuer>/<year>.yaml, or let `docgen init` lay out a project")
    return Problem("C903", _("there is no campaign here"), Place(f"{data}/"), hint)


def _each_once(chosen: Iterable[Chosen]) -> list[Chosen]:
    return list({one.path.resolve(): one for one in chosen}.values())


def _refuse_shared_ids(chosen: Sequence[Chosen], problems: Sequence[Problem]) -> Choice:
    """Two campaigns of one id would write over each other's folder: neither is built."""
    by_id: dict[str, list[Chosen]] = {}
    for one in chosen:
        by_id.setdefault((one.id or str(one.path)).casefold(), []).append(one)
    shared = [same for same in by_id.values() if len(same) > 1]
    refused = {one.path for same in shared for one in same}
    alone = tuple(one for one in chosen if one.path not in refused)
    return Choice(alone, (*problems, *(_shared_id(same) for same in shared)))


def _shared_id(same: Sequence[Chosen]) -> Problem:
    others = listed(str(one.id_place) for one in same[1:])
    message = _('id: "{id}" is also the id of {others}').format(id=same[0].id, others=others)
    return Problem("C901", message, same[0].id_place, _("give each campaign an id of its own"))
