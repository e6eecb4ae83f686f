"""A form: cells, fields, boxes, opinions, and what a unit's values make of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import form_of, letters, texts

from docgen.document.measure import Mm, Pt
from docgen.document.tree import Cell, Field, Form, Line, Span, fields_of

HEAD = "id: tui\ntitle: 申报表\n"


def cells(form: Form) -> list[Cell]:
    return [cell for grid in form.grids for row in grid.rows for cell in row.cells]


def test_labels_fields_and_hints(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        HEAD
        + """\
columns: [34, 48, 26, 48]
row_height: 12
rows:
  - [{label: "{{ year }}年基地名称"}, {field: base_name, span: 3, required: true}]
  - height: 66
    cells:
      - {label: [项目, 内容], hint: （不超过200字）}
      - {field: content, span: 3, kind: text, limit: 200, guide: [主要内容：, 1.条件。], hint: （可另附页）}
""",
    )
    (grid,) = form.grids
    assert grid.columns == (Mm(34), Mm(48), Mm(26), Mm(48))
    assert [row.height for row in grid.rows] == [Mm(12), Mm(66)]
    assert not any(row.splits for row in grid.rows)
    name_label, name, content_label, content = cells(form)
    assert name_label == Cell("label", 0, lines=(Line((Span("2020年基地名称"),), "center"),))
    assert name == Cell("field", 1, 3, fields=(Field("base_name", "2020年基地名称", required=True),))
    assert texts(content_label.lines) == ["项目", "内容", "（不超过200字）"]
    assert {line.align for line in content_label.lines} == {"center"}
    assert texts(content.lines) == ["主要内容：", "1.条件。", "（可另附页）"]
    assert {line.align for line in content.lines} == {"left"}
    assert content.valign == "top"
    assert content.fields == (Field("content", "项目内容", "text", limit=200),)


def test_boxes(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        HEAD
        + """\
columns: [30, 60]
rows:
  - [{label: 申报类别}, {field: level, kind: choice, options: [国家级, 市级]}]
  - [{label: 类型}, {field: kind, kind: choice, box: after, options: [高新技术开发区, 经济技术开发区, 产业园区, 其他]}]
""",
    )
    _label, level, _label2, kind = cells(form)
    assert (level.kind, texts(level.lines)) == ("choice", ["□国家级　□市级"])
    assert level.fields[0].options == ("国家级", "市级")
    # 60 mm hold 13 characters of 12 pt; no option is broken.
    assert texts(kind.lines) == ["高新技术开发区□", "经济技术开发区□", "产业园区□　其他□"]


TICKS = (
    HEAD
    + """\
columns: [80]
rows:
  - [{field: level, kind: choice, options: [国家级, 市级], prefill: "{{ unit.level }}"}]
  - [{field: ways, kind: choice, options: [技术指导, 项目对接, 其他], multiple: true, prefill: "{{ unit.ways }}"}]
"""
)


def test_ticked_boxes(tmp_path: Path) -> None:
    form = form_of(tmp_path, TICKS, {"level": "市级", "ways": "技术指导、其他"})
    assert [texts(cell.lines) for cell in cells(form)] == [
        ["□国家级　■市级"],
        ["■技术指导　□项目对接　■其他"],
    ]


def test_a_choice_that_is_not_there_is_told(tmp_path: Path) -> None:
    more = "annexes: [{id: form, form: tui}]\n"
    (letter,) = letters(tmp_path, more, {"tui": TICKS}, {"level": "省级", "ways": ""})
    assert letter.startswith("tui.yaml:5:")
    assert letter.endswith('error[T212] level: "省级" is not one of the options; known are: 国家级, 市级')


def test_an_opinion_fills_its_row(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        HEAD
        + """\
columns: [156]
rows:
  - height: 56
    cells: [{opinion: 申报单位意见：, sign: 负责人（签字）：, seal: 单位（盖章）, date: 年　　月　　日}]
  - height: 40
    cells: [{opinion: 审核意见, seal: 盖章：, date: 时间：}]
  - height: 36
    cells: [{opinion: "推荐意见：\\n（区人社局）", seal: （盖章）, date: "{{ year }}年　　月　　日"}]
  - height: 30
    cells: [{opinion: 审批意见：, sign: 负责人（签字）：, date: 年　　月　　日}]
""",
    )
    first, second, third, fourth = cells(form)
    assert {cell.kind for cell in cells(form)} == {"opinion"}
    assert {cell.valign for cell in cells(form)} == {"top"}
    # 152.2 mm are 35.9 characters: signature at the left, seal at the right.
    assert texts(first.lines) == ["申报单位意见：", "负责人（签字）：" + "　" * 20 + "单位（盖章）", "年　　月　　日"]
    assert [line.align for line in first.lines] == ["left", "left", "right"]
    # 56 mm, less 2 of padding, 2 of slack and three lines of 18 pt.
    assert first.lines[1].before == pytest.approx(56 - 2 - 2 - 3 * 18 * 25.4 / 72, abs=0.1)
    assert texts(second.lines) == ["审核意见", "盖章：", "时间："]
    assert [line.indent for line in second.lines] == [0, 24, 24]
    assert texts(third.lines) == ["推荐意见：", "（区人社局）", "（盖章）", "2020年　　月　　日"]
    assert [line.align for line in third.lines] == ["left", "left", "right", "right"]
    assert texts(fourth.lines)[1].startswith("负责人（签字）：　")
    assert texts(fourth.lines)[1].endswith("　年　　月　　日")


def test_an_opinion_in_a_low_row_gets_no_white_space(tmp_path: Path) -> None:
    form = form_of(tmp_path, HEAD + "columns: [60]\nrows: [[{opinion: 意见：, seal: （盖章）}]]\n")
    assert [line.before for line in cells(form)[0].lines] == [Mm(0), Mm(0)]


def test_an_account_block(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        HEAD
        + """\
columns: [156]
rows:
  - - lines:
        - {label: 开 户 行：, field: bank, prefill: "{{ unit.bank }}"}
        - {label: 联系电话：, field: phone, suffix: （办）}
        - {label: "", field: mobile, suffix: （手机）}
""",
        {"bank": "工商银行"},
    )
    (cell,) = cells(form)
    assert texts(cell.lines) == ["开 户 行：工商银行", "联系电话：" + "　" * 10 + "（办）", "　" * 15 + "（手机）"]
    assert [(field.id, field.label) for field in cell.fields] == [
        ("bank", "开户行"),
        ("phone", "联系电话"),
        ("mobile", ""),
    ]


LIST = (
    HEAD
    + """\
landscape: true
columns: [20, 60, 60]
header_rows: 1
size: 10.5
rows:
  - [{header: 序号}, {header: [单位, 名称]}, {header: 专家}]
  - height: 11
    repeat: 3
    cells:
      - {label: "{{ row }}"}
      - {field: unit, prefill: "{{ unit.name }}"}
      - {field: expert, prefill: "{{ unit.experts[row - 1] }}"}
notes: 注：由申报部门填写。
"""
)


def test_repeated_rows(tmp_path: Path) -> None:
    form = form_of(tmp_path, LIST)
    (grid,) = form.grids
    assert (form.landscape, grid.header_rows, grid.size, len(grid.rows)) == (True, 1, Pt(10.5), 4)
    assert {span.role for cell in grid.rows[0].cells for line in cell.lines for span in line.spans} == {"heiti"}
    assert [texts(row.cells[0].lines) for row in grid.rows[1:]] == [["1"], ["2"], ["3"]]
    assert [(field.id, field.label) for field in fields_of(form)][:3] == [
        ("unit_1", "单位名称"),
        ("expert_1", "专家"),
        ("unit_2", "单位名称"),
    ]
    assert texts(form.notes) == ["注：由申报部门填写。"]


def test_repeated_rows_of_a_unit(tmp_path: Path) -> None:
    form = form_of(tmp_path, LIST, {"name": "甲公司", "experts": ["王一", "李二", "张三"]})
    assert [field.value for field in fields_of(form)] == ["甲公司", "王一", "", "李二", "", "张三"]


def test_cells_below_a_tall_one(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        HEAD
        + """\
columns: [30, 30, 96]
rows:
  - [{label: 帮扶情况, rows: 2}, {label: 省外}, {field: outside}]
  - [{label: 省内}, {field: inside}]
  - [{}, {label: 备注}, {}]
""",
    )
    rows = form.grids[0].rows
    assert [[(cell.column, cell.rows) for cell in row.cells] for row in rows] == [
        [(0, 2), (1, 1), (2, 1)],
        [(1, 1), (2, 1)],
        [(0, 1), (1, 1), (2, 1)],
    ]
    assert rows[1].cells[1].fields[0].label == "省内"
    assert rows[2].cells[0] == Cell("blank", 0)


def test_a_cover_captions_and_several_grids(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        """\
id: tui
title: "{{ year }}年国家级专家服务基地申报表"
title_lines: ["{{ year }}年国家级", 专家服务基地申报表]
cover:
  title: [国家级专家服务基地, 申报表]
  lines:
    - {label: 推荐地区, field: region}
    - {label: 填表日期, field: filled_on, kind: date}
  foot: 人力资源社会保障部制
captions:
  - {label: 申报单位（盖章）：, field: unit_name, prefill: "{{ unit.name }}"}
  - 单位：万元
grids:
  - {heading: 一、基本信息, columns: [80], rows: [[{field: a}]]}
  - {columns: [80], page_break: true, rows: [[{field: b}]]}
""",
        {"name": "甲公司"},
    )
    assert form.title == ("2020年国家级", "专家服务基地申报表")
    assert form.cover is not None
    assert form.cover.title == ("国家级专家服务基地", "申报表")
    assert [(line.label, line.field.kind) for line in form.cover.lines] == [("推荐地区", "line"), ("填表日期", "date")]
    assert form.cover.foot == ("人力资源社会保障部制",)
    assert texts(form.captions) == ["申报单位（盖章）：甲公司", "单位：万元"]
    assert [(grid.heading, grid.page_break) for grid in form.grids] == [("一、基本信息", False), ("", True)]


FILLED = (
    HEAD
    + """\
columns: [40, 116]
rows:
  - [{label: 名称}, {field: name, prefill: "{{ unit.name }}", hint: （全称）}]
  - [{label: 简介}, {field: profile, kind: text, prefill: "{{ unit.profile }}"}]
"""
)


def test_a_units_values(tmp_path: Path) -> None:
    form = form_of(tmp_path, FILLED, {"name": "A<B & C公司", "profile": "第一段。\n第二段。"})
    _label, name, _label2, profile = cells(form)
    assert texts(name.lines) == ["A<B & C公司", "（全称）"]
    assert name.fields[0].value == "A<B & C公司"
    assert texts(profile.lines) == ["第一段。", "第二段。"]
    assert not form.grids[0].rows[1].splits


def test_without_a_unit_fields_are_empty_but_their_names_are_checked(tmp_path: Path) -> None:
    assert [field.value for field in fields_of(form_of(tmp_path, FILLED))] == ["", ""]
    more = "annexes: [{id: form, form: tui}]\n"
    (letter,) = letters(tmp_path, more, {"tui": FILLED.replace("unit.name", "uint.name")})
    assert letter.startswith('tui.yaml:5:46: error[T202] "uint" is not a name that the words know')


def test_a_row_splits_only_if_it_may_outgrow_the_page(tmp_path: Path) -> None:
    form = form_of(tmp_path, FILLED, {"name": "甲", "profile": "字" * 800})
    assert [row.splits for row in form.grids[0].rows] == [False, False]
    form = form_of(tmp_path, FILLED, {"name": "甲", "profile": "字" * 1000})
    assert [row.splits for row in form.grids[0].rows] == [False, True]
