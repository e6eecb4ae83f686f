"""The rosters in data/: real areas, contacts that are marked as made up, and nothing to complain about."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from press import setting
from python_calamine import CalamineWorkbook

from docgen.compose.units import UnitForms
from docgen.render import RENDERERS
from docgen.roster.read import Roster, open_roster
from docgen.roster.unit import Unit
from docgen.workflow.prepare import prepare
from docgen.workflow.units import plan_of

ROOT = Path(__file__).parent.parent

ROSTERS = {
    "tianjin/2020": ("2020.units.xlsx", 16, "天津市蓟州区人力资源和社会保障局"),
    "shanghai/2023": ("2023.units.csv", 16, "上海市崇明区人力资源和社会保障局"),
    "neimenggu/2023": ("2023.units.xlsx", 14, "二连浩特市人力资源和社会保障局"),
    "neimenggu/2017": ("2017.units.yaml", 14, "满洲里市人力资源和社会保障局"),
    "henan/2012": ("2012.units.csv", 28, "济源市人力资源和社会保障局"),
}


def roster(campaign: str) -> Roster:
    path = ROOT / "data" / f"{campaign}.yaml"
    return open_roster(path.parent / ROSTERS[campaign][0], plan_of(prepare(path)))


@pytest.mark.parametrize("campaign", ROSTERS)
def test_a_sample_roster_is_in_order(campaign: str) -> None:
    _file, count, name = ROSTERS[campaign]
    found = roster(campaign)
    assert [problem for problem in found.problems if problem.severity != "note"] == []
    units = [row for row in found.units() if isinstance(row, Unit) and not row.warnings]
    assert len({unit.name for unit in units}) == count
    assert name in [unit.name for unit in units]


@pytest.mark.parametrize("campaign", ROSTERS)
def test_its_contacts_cannot_be_anybodys(campaign: str) -> None:
    for unit in roster(campaign).units():
        assert isinstance(unit, Unit)
        assert re.fullmatch(r"0\d{2,3}-0000\d{3,4}", str(unit.values["phone"]))
        assert str(unit.values["contact"]).startswith("示例")
        assert str(unit.values.get("email", "@example.com")).endswith("@example.com")


@pytest.mark.parametrize("campaign", [name for name in ROSTERS if "henan" not in name])  # it has no forms
def test_filled_in_a_form_has_as_many_pages_as_empty(campaign: str) -> None:
    prepared = prepare(ROOT / "data" / f"{campaign}.yaml")
    forms = UnitForms(prepared.loaded, prepared.forms, prepared.notice)
    units = (row for row in roster(campaign).units() if isinstance(row, Unit))
    unit = max(units, key=lambda unit: len(unit.name))
    for index in forms.fillable:
        filled = forms.filled(index, unit.values, unit.fields)
        empty_pages, filled_pages = (RENDERERS["pdf"](one, setting()).pages for one in (forms.blank[index], filled))
        assert filled_pages == empty_pages, filled.annex.title


def test_the_sample_rosters_are_as_their_script_makes_them(tmp_path: Path) -> None:
    script = ROOT / "tools" / "make_rosters.py"
    (tmp_path / "tools").mkdir()
    copy = tmp_path / "tools" / script.name
    copy.write_bytes(script.read_bytes())
    done = subprocess.run([sys.executable, copy], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    for campaign, (file, _count, _name) in ROSTERS.items():
        name = f"data/{campaign.split('/')[0]}/{file}"
        assert content(tmp_path / name) == content(ROOT / name), name


def content(file: Path) -> object:
    """What is in a file; another zlib packs a workbook into other bytes."""
    if file.suffix != ".xlsx":
        return file.read_bytes()
    return CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
