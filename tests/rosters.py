"""A small campaign with a form, and rosters for it, of any kind a bureau may hand in."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from docgen.campaign.load import load_campaign
from docgen.compose import annex_form_ids
from docgen.diagnostics import DocgenError
from docgen.roster.plan import RosterPlan, roster_plan
from docgen.roster.read import Roster, open_roster
from docgen.roster.unit import BadRow, Unit
from docgen.templates.load import load_form

CAMPAIGN = """\
id: shi-2024
year: 2024
issuer: {name: 示例市人力资源和社会保障局, short: 市人社局}
number: 示人社函〔2024〕1号
title: 关于做好{{ year }}年推荐工作的通知
issued: 2024-03-11
deadlines:
  submission: {date: 2024-04-19, what: 报送}
contacts:
  office: {people: [某某], phones: [0471-0000001]}
body: |
  请按时报送。
annexes:
  - {id: form, form: tui}
"""

FORM = """\
id: tui
title: 推荐表
columns: [30, 40, 30, 56]
rows:
  - [{label: 承办单位}, {field: organizer, span: 3, prefill: "{{ unit.name }}", required: true}]
  - [{label: 联系人}, {field: contact, prefill: "{{ unit.contact }}", required: true}, {label: 办公电话}, {field: phone, kind: phone, prefill: "{{ unit.phone }}"}]
  - [{label: 手　　机}, {field: mobile, kind: phone}, {label: 类别}, {field: level, kind: choice, options: [国家级, 市级]}]
  - [{label: 服务形式}, {field: ways, span: 3, kind: choice, multiple: true, options: [技术指导, 项目对接]}]
  - [{label: 设立日期}, {field: founded, kind: date}, {label: 专家数量}, {field: experts, kind: number}]
  - [{label: 服务内容（不超过10字）}, {field: content, span: 3, kind: text, limit: 10}]
"""  # noqa: E501

HEADER = ("单位名称", "联系人", "联系电话")
ROW = ("甲单位", "张某", "022-00000001")


def plan_for(folder: Path, more: str = "", form: str = FORM, second: str = "") -> RosterPlan:
    """The plan of the small campaign with ``more`` YAML; a ``second`` form, if given, is that of a second annex."""
    path = folder / "campaign.yaml"
    text = CAMPAIGN + ("  - {id: second, form: er}\n" if second else "")
    path.write_text(text + more, encoding="utf-8")
    loaded = load_campaign(path)
    forms = {}
    for name in annex_form_ids(loaded.campaign):
        file = folder / f"{name}.form.yaml"
        file.write_text(form if name == "tui" else second, encoding="utf-8")
        forms[name] = load_form(file)
    return roster_plan(loaded, forms)


def opened(folder: Path, file: Path, more: str = "", form: str = FORM) -> Roster:
    """The roster in ``file``, read for the small campaign."""
    return open_roster(file, plan_for(folder, more, form))


def units(roster: Roster) -> list[Unit]:
    """All units; none of the rows may be bad."""
    rows = list(roster.units())
    assert all(isinstance(row, Unit) for row in rows), rows
    return [row for row in rows if isinstance(row, Unit)]


def bad_rows(roster: Roster) -> list[BadRow]:
    """The bad ones alone."""
    return [row for row in roster.units() if isinstance(row, BadRow)]


def said(roster: Roster) -> list[str]:
    """All letters about rows, without the file's folder."""
    faults = []
    for row in roster.units():
        faults += row.faults if isinstance(row, BadRow) else row.warnings
    return [str(fault.problem).replace(f"{roster.path.parent}/", "") for fault in faults]


def remarks(roster: Roster) -> list[str]:
    """Letters about the table."""
    return [str(problem).replace(f"{roster.path.parent}/", "") for problem in roster.problems]


def refused(folder: Path, file: Path, more: str = "", form: str = FORM) -> list[str]:
    """Why the roster cannot be read."""
    with pytest.raises(DocgenError) as caught:
        list(opened(folder, file, more, form).units())
    assert caught.value.exit_code == 3
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


# ---------------------------------------------------------------- files


def workbook(folder: Path, rows: Iterable[Sequence[Any]], name: str = "a.xlsx", sheet: str = "名册") -> Path:
    """An Excel file: texts as texts, numbers as numbers, dates as dates, ``Formula`` as formulas."""
    path = folder / name
    book = xlsxwriter.Workbook(str(path))
    fill(book, book.add_worksheet(sheet), rows)
    book.close()
    return path


class Formula(str):
    """A formula with the value that Excel saved with it; "" if none."""

    def __new__(cls, formula: str, _value: object) -> Formula:
        return super().__new__(cls, formula)

    def __init__(self, _formula: str, value: object) -> None:
        self.value = value


def fill(book: xlsxwriter.Workbook, sheet: Any, rows: Iterable[Sequence[Any]]) -> None:
    """Writes cells by their kind."""
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            match cell:
                case Formula():
                    sheet.write_formula(number, column, str(cell), None, cell.value)
                case bool():
                    sheet.write_boolean(number, column, cell)
                case str():
                    if cell:
                        sheet.write_string(number, column, cell)
                case datetime.date():
                    sheet.write_datetime(number, column, cell, day)
                case _:
                    sheet.write_number(number, column, cell)


def csv_file(
    folder: Path, rows: Iterable[Sequence[str]], encoding: str = "utf-8", delimiter: str = ",", name: str = "a.csv"
) -> Path:
    """A CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path = folder / name
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
