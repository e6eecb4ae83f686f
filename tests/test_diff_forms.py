"""Forms, field by field: what a form asks, told once, however often it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from diffing import CAMPAIGN, FORM, LIST, Edit, change, edited, kinds, only, side, told

from docgen.diff.compare import compare

ONE_EDIT: dict[str, tuple[Edit, tuple[str, str, str]]] = {
    "a field that came": (
        (
            "  - [{label: 单位名称}",
            "  - [{label: 手机}, {field: mobile, kind: phone, required: true}]\n  - [{label: 单位名称}",
        ),
        ("field-added", "", "手机（必填）"),
    ),
    "a field that went": (("  - [{label: 单位名称}, {field: unit_name}]\n", ""), ("field-dropped", "单位名称", "")),
    "another label": (("label: 单位名称", "label: 申报单位"), ("field-renamed", "单位名称", "申报单位")),
    "another limit": (
        (
            "hint: （不超过300字）}, {field: work, kind: text, limit: 300}",
            "hint: （不超过500字）}, {field: work, kind: text, limit: 500}",
        ),
        ("field-limit", "不超过300字", "不超过500字"),
    ),
    "a limit in the hint alone": (
        (
            "（不超过300字）}, {field: work, kind: text, limit: 300}",
            "（500字以内）}, {field: work, kind: text, limit: 300}",
        ),
        ("field-limit", "主要业绩（不超过300字）", "主要业绩（500字以内）"),
    ),
    "another option": (
        ("options: [市级, 区级]", "options: [国家级, 市级, 区级]"),
        ("field-options", "市级、区级", "国家级、市级、区级"),
    ),
    "must be filled in": (
        ("{field: unit_name}", "{field: unit_name, required: true}"),
        ("field-changed", "选填", "必填"),
    ),
    "of another kind": (
        ("{field: unit_name}", "{field: unit_name, kind: text}"),
        ("field-changed", "填一行", "填一段"),
    ),
    "a hint": (("{field: unit_name}", "{field: unit_name, hint: 填写全称}"), ("field-changed", "", "填写全称")),
    "an opinion": (
        ("opinion: 所在单位意见：", "opinion: 推荐单位意见："),
        ("form-changed", "所在单位意见：（盖章）", "推荐单位意见：（盖章）"),
    ),
    "a note": (("黑色墨水", "黑色签字笔"), ("form-changed", "注：请用黑色墨水填写。", "注：请用黑色签字笔填写。")),
    "the title": (("年专家推荐表", "年专家申报表"), ("annex-retitled", "2023年专家推荐表", "2023年专家申报表")),
}


@pytest.mark.parametrize("name", ONE_EDIT)
def test_one_edit_is_one_change(tmp_path: Path, name: str) -> None:
    edit, expected = ONE_EDIT[name]
    assert told(change(tmp_path, tui=edited(FORM, edit))) == [expected]


def test_a_field_that_moved_is_no_other_field(tmp_path: Path) -> None:
    moved = edited(FORM, ("  - [{label: 单位名称}, {field: unit_name}]\n", ""))
    moved = edited(moved, ("rows:\n", "rows:\n  - [{label: 单位名称}, {field: unit_name}]\n"))
    item = only(change(tmp_path, tui=moved))
    assert (item.kind, item.subject, item.old, item.new) == ("field-moved", "单位名称", "第3项", "第1项")


def test_a_field_says_where_it_stands(tmp_path: Path) -> None:
    edit, _expected = ONE_EDIT["another limit"]
    item = only(change(tmp_path, tui=edited(FORM, edit)))
    assert item.where == "附件1《2023年专家推荐表》“主要业绩”"
    assert item.id == "annexes.team.work"
    assert (item.shift, item.detail) == (200, "可多写200字")
    assert str(item.new_place).endswith("new/tui.yaml:8:46")


def test_options_tell_what_came_and_what_went(tmp_path: Path) -> None:
    item = only(change(tmp_path, tui=edited(FORM, ("[市级, 区级]", "[国家级, 市级]"))))
    assert item.detail == "增加“国家级”；取消“区级”"


def test_of_repeated_rows_a_column_is_one_field(tmp_path: Path) -> None:
    wider = edited(LIST, ("{header: 电话}", "{header: 手机}"), ("columns: [40, 60, 56]", "columns: [40, 60, 56]"))
    assert told(change(tmp_path, huizong=wider)) == [("field-renamed", "电话", "手机")]


def test_more_rows_to_fill_in_are_one_change(tmp_path: Path) -> None:
    changes = change(tmp_path, huizong=edited(LIST, ("repeat: 5", "repeat: 10")))
    assert {(item.kind, item.old, item.new) for item in changes.items} == {("field-changed", "5行", "10行")}


def test_the_year_in_a_title_is_no_change_of_the_form(tmp_path: Path) -> None:
    assert kinds(change(tmp_path, ("year: 2023", "year: 2024"), ("id: shi-2023", "id: shi-2024"))) == ["year-moved"]


def test_a_value_that_a_form_prints_is_told_once(tmp_path: Path) -> None:
    form = edited(
        FORM,
        ("[注：请用黑色墨水填写。]", '["注：{{ deadlines.submission | day }}前报送{{ materials.form | copies }}。"]'),
    )
    old = side(tmp_path / "old", tui=form)
    new = side(
        tmp_path / "new",
        edited(CAMPAIGN, ("date: 2023-03-10", "date: 2023-03-13"), ("copies: 3", "copies: 4")),
        tui=form,
    )
    assert kinds(compare(old, new)) == ["deadline-moved", "material-changed"]
