"""From ``form.yaml`` to a form, or to letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.diagnostics import DocgenError
from docgen.templates.load import load_form

GOOD = """\
id: base
title: 申报表
cover:
  title: [国家级专家服务基地, 申报表]
  lines: [{label: 推荐地区, field: region}, {label: 填表日期, field: filled_on, kind: date}]
captions: [{label: 申报单位（盖章）：, field: unit}, 单位：万元]
columns: [34, 48, 26, 48]
rows:
  - [{label: 基地名称}, {field: base_name, span: 3, required: 是}]
  - [{label: [联系, 方式], rows: 2}, {label: 联系人}, {field: contact, span: 2}]
  - [{label: 电话}, {field: phone, span: 2, kind: phone}]
  - height: 24.5
    cells: [{label: 类别}, {field: level, span: 3, kind: choice, options: [国家级, 市级]}]
  - {cells: [{}, {field: a}, {field: b}, {}], repeat: 3}
  - [{opinion: 单位意见, span: 4, seal: （盖章）}]
notes: 注：一式三份。
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)


def write(text: str) -> Path:
    path = Path("form.yaml")
    path.write_text(text, encoding="utf-8")
    return path


def letters(text: str) -> list[str]:
    with pytest.raises(DocgenError) as caught:
        load_form(write(text))
    assert caught.value.exit_code == 4
    return [str(problem) for problem in caught.value.problems]


def test_a_good_form() -> None:
    form = load_form(write(GOOD))
    assert form.path == Path("form.yaml")
    assert form.plan.columns == [34, 48, 26, 48]
    assert form.plan.rows[0].cells[1].required is True
    assert form.plan.rows[3].height == 24.5
    assert form.plan.notes == ["注：一式三份。"]
    assert str(form.sources.place(("rows", 1, 0, "label"))) == "form.yaml:10:14"


CASES = {
    ("span: 3, required: 是", "span: 2"): (
        "form.yaml:9:5: error[F142] rows[1]: the row fills 3 of 4 columns; "
        "add a cell ({} is an empty one), or give one a larger span"
    ),
    ("span: 3, required: 是", "span: 4"): (
        "form.yaml:9:5: error[F142] rows[1]: the row fills 5 of 4 columns; take a cell out, or give one a smaller span"
    ),
    ("[{label: 电话}, {field: phone, span: 2", "[{label: 电话}, {field: phone, span: 3"): (
        "form.yaml:11:5: error[F142] rows[3]: the row fills 5 of 4 columns, 1 of them from above; "
        "take a cell out, or give one a smaller span"
    ),
    ("[{}, {field: a}, {field: b}, {}]", "[{}, {field: a}, {field: b}]"): (
        "form.yaml:14:5: error[F142] rows[5]: the row fills 3 of 4 columns; "
        "add a cell ({} is an empty one), or give one a larger span"
    ),
    (
        "[{label: [联系, 方式], rows: 2}, {label: 联系人}, {field: contact, span: 2}]\n"
        "  - [{label: 电话}, {field: phone, span: 2",
        "[{label: 联系}, {label: 联系人, rows: 2}, {field: contact, span: 2}]\n"
        "  - [{label: 电话, span: 2}, {field: phone",
    ): (
        "form.yaml:11:5: error[F142] rows[3]: a cell of the row meets one that reaches down from above; "
        "make two cells of it"
    ),
    ("{opinion: 单位意见, span: 4", "{opinion: 单位意见, rows: 2, span: 4"): (
        "form.yaml:15:28: error[F143] rows[6][1].rows: the cell covers 2 rows, the table has 1 from here on; "
        "write rows: 1"
    ),
    ("[34, 48, 26, 48]", "[34, 50, 26, 48]"): (
        "form.yaml:7:10: error[F144] columns: the columns are 158 mm wide together, the page has 156 mm; "
        "make them narrower, or turn the page: landscape: true"
    ),
    ("[34, 48, 26, 48]", "[34, 50, 26, 148]\nlandscape: true"): (
        "form.yaml:7:10: error[F144] columns: the columns are 258 mm wide together, the page has 225 mm; "
        "make them narrower"
    ),
    ("field: contact", "field: region"): (
        'form.yaml:10:56: error[F145] rows[2][3].field: the field in line 5 is named "region" too; '
        "give each its own name"
    ),
    ("kind: choice, options: [国家级, 市级]", "kind: choice"): (
        "form.yaml:13:56: error[F146] rows[4].cells[2].kind: a choice without options; add options: [国家级, 市级]"
    ),
    ("kind: choice, options", "options"): (
        "form.yaml:13:59: error[F146] rows[4].cells[2].options: options without a choice; add kind: choice"
    ),
    ("{label: 基地名称}", "{label: 基地名称, kind: text}"): (
        'form.yaml:9:26: error[F140] rows[1][1].kind: only a field can have this, and the cell has none; add "field: …"'
    ),
    ("{label: 基地名称}", "{label: 基地名称, header: 名称}"): (
        "form.yaml:9:6: error[F140] rows[1][1]: the cell is several things at once: label, header; make a cell of each"
    ),
    ("columns: [34, 48, 26, 48]\n", ""): ("form.yaml:1:1: error[F141] the form has no table; add columns and rows"),
    ("notes:", "header_rows: 9\nnotes:"): (
        "form.yaml:16:14: error[F147] header_rows: the table has only 6 rows; write fewer"
    ),
    ("title: 申报表", "title: 申报表\ntitle_lines: [申, 请表]"): (
        "form.yaml:3:14: error[F124] title_lines: the lines are not the title; "
        'the title goes on "申报表", the lines "申请表"'
    ),
    ("[34, 48, 26, 48]", "[34, 48, 1e1, 48]"): (
        'form.yaml:7:19: error[F103] columns[3]: "1e1" is not a number; write digits, as 34 or 24.5'
    ),
    ("[34, 48, 26, 48]", "[34, 48, 0, 74]"): (
        "form.yaml:7:19: error[F109] columns[3]: 0 is too small; write more than 0"
    ),
    ("height: 24.5", "height: 300"): (
        "form.yaml:12:13: error[F109] rows[4].height: 300 is too large; write at most 225"
    ),
    ("height: 24.5", "hieght: 24.5"): ("form.yaml:12:5: error[F100] rows[4].hieght: unknown key; did you mean height?"),
    ("{label: 电话}", "{lable: 电话}"): (
        "form.yaml:11:7: error[F100] rows[3][1].lable: unknown key; did you mean label?"
    ),
    ("kind: phone", "kind: telephone"): (
        'form.yaml:11:49: error[F105] rows[3][2].kind: "telephone" cannot stand here; did you mean phone?'
    ),
    ("单位：万元]", "{lable: 单位}]"): ('form.yaml:6:45: error[F106] captions[2].field: missing; add "field: …"'),
    ("单位：万元]", "[单位]]"): (
        "form.yaml:6:45: error[F101] captions[2]: must be a mapping or a text, here is a list; write {field: …}"
    ),
    ("- [{label: 电话}, {field: phone, span: 2, kind: phone}]", "- 电话"): (
        'form.yaml:11:5: error[F101] rows[3]: must be a mapping, here is the text "电话"; write {cells: …}'
    ),
}


@pytest.mark.parametrize(("change", "letter"), CASES.items(), ids=[new for _old, new in CASES])
def test_each_fault_has_its_letter(change: tuple[str, str], letter: str) -> None:
    old, new = change
    assert old in GOOD
    assert letter in letters(GOOD.replace(old, new, 1))


def test_a_repeated_row_is_told_once() -> None:
    assert len(letters(GOOD.replace("{field: b}, {}]", "{field: b}]"))) == 1


def test_a_cell_may_reach_over_repeated_rows() -> None:
    text = GOOD[: GOOD.index("columns:")] + (
        "columns: [50, 50]\n"
        "rows:\n"
        "  - [{label: 成员, rows: 4}, {header: 姓名}]\n"
        "  - {cells: [{field: member}], repeat: 3}\n"
    )
    assert load_form(write(text)).plan.rows[1].repeat == 3


def test_several_tables_and_faults_elsewhere_are_told_together() -> None:
    text = (
        "id: Base\n"
        "title: 表\n"
        "grids:\n"
        "  - columns: [100, 60]\n"
        "    rows: [[{field: a}]]\n"
        "  - {columns: [50], rows: [[{field: a, kind: choice}]], size: 40}\n"
    )
    assert letters(text) == [
        'form.yaml:1:5: error[F108] id: "Base" cannot be a name; did you mean base?',
        "form.yaml:4:14: error[F144] grids[1].columns: the columns are 160 mm wide together, "
        "the page has 156 mm; make them narrower, or turn the page: landscape: true",
        "form.yaml:5:12: error[F142] grids[1].rows[1]: the row fills 1 of 2 columns; "
        "add a cell ({} is an empty one), or give one a larger span",
        'form.yaml:6:37: error[F145] grids[2].rows[1][1].field: the field in line 5 is named "a" too; '
        "give each its own name",
        "form.yaml:6:46: error[F146] grids[2].rows[1][1].kind: a choice without options; add options: [国家级, 市级]",
        "form.yaml:6:63: error[F109] grids[2].size: 40 is too large; write at most 22",
    ]


def test_a_table_and_tables() -> None:
    found = letters(GOOD + "grids: [{columns: [50], rows: [[{field: x}]]}]\n")
    assert found == ["form.yaml:1:1: error[F141] the form has grids, and columns with rows as well; keep one of them"]


def test_a_form_that_is_not_there() -> None:
    with pytest.raises(DocgenError) as caught:
        load_form(Path("form.yaml"))
    assert str(caught.value) == "form.yaml: error[F160] there is no such file"
    assert caught.value.exit_code == 4


def test_a_form_that_is_not_yaml() -> None:
    assert letters("id: [x")[0].startswith("form.yaml:1:5: error[F180] the list that begins here")
