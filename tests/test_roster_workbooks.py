"""Workbooks that docgen makes are rosters themselves: what is written into them is read back as it was."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from rosters import FORM, HEADER, ROW, bad_rows, csv_file, opened, plan_for, remarks, units, workbook, write

from docgen.roster.plan import RosterPlan
from docgen.roster.read import Roster, open_roster
from docgen.roster.unit import BadRow, Unit
from docgen.roster.workbook.failed import FailedRows
from docgen.roster.workbook.template import roster_template


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")


# ---------------------------------------------------------------- the empty roster


def sheet_of(content: bytes, name: str = "名册") -> openpyxl.worksheet.worksheet.Worksheet:
    """A sheet as Excel would find it."""
    return openpyxl.load_workbook(io.BytesIO(content))[name]


def test_the_empty_roster_has_what_a_clerk_needs(tmp_path: Path) -> None:
    sheet = sheet_of(roster_template(plan_for(tmp_path)))
    assert [cell.value for cell in sheet[1]] == [
        "单位名称（必填）",
        "统一社会信用代码",
        "单位类别",
        "联系人（必填）",
        "联系电话",
        "服务形式",
    ]
    assert sheet["A1"].comment.text == "单位全称，与公章一致"
    assert sheet["F1"].comment.text == "可选几项，之间用顿号"
    (choices,) = sheet.data_validations.dataValidation
    assert (choices.type, choices.formula1, str(choices.sqref)) == ("list", '"国家级,市级"', "C2:C5001")
    assert {sheet.column_dimensions[letter].width >= 12 for letter in "ABCDEF"} == {True}
    assert sheet.freeze_panes == "B2"


def test_columns_are_text(tmp_path: Path) -> None:
    columns = sheet_of(roster_template(plan_for(tmp_path))).column_dimensions
    assert [columns[letter].number_format for letter in "ABCDEF"] == ["@"] * 6


def test_its_help_tells_kind_limit_and_choices(tmp_path: Path) -> None:
    sheet = sheet_of(roster_template(plan_for(tmp_path), every_field=True), "填写说明")
    rows = [tuple(cell or "" for cell in row[:4]) for row in sheet.iter_rows(values_only=True)]
    assert ("单位名称", "是", "单位全称，与公章一致", "") in rows
    assert ("单位类别", "", "从下拉列表中选", "国家级、市级") in rows
    assert ("服务内容（不超过10字）", "", "文字，可以分行；不超过10字", "") in rows
    assert ("设立日期", "", "日期，如 2023-05-01", "") in rows


def test_many_choices_are_kept_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    options = [f"第{number}种较长的选项名称" for number in range(40)]
    form = FORM.replace("[国家级, 市级]", f"[{', '.join(options)}]")
    content = roster_template(plan_for(tmp_path, form=form))
    (choices,) = sheet_of(content).data_validations.dataValidation
    assert choices.formula1 == "选项!$C$1:$C$40"
    assert [row[2] for row in sheet_of(content, "选项").iter_rows(values_only=True)] == options
    assert sheet_of(content, "选项").sheet_state == "hidden"


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    assert roster_template(plan_for(tmp_path)) == roster_template(plan_for(tmp_path))


FILLED = {
    "单位名称": "=1+1",
    "统一社会信用代码": "91350100M000100Y43",
    "单位类别": "市级",
    "联系人": "'0471",
    "联系电话": "0471-6268105",
    "手机": "13812345678",
    "服务形式": "项目对接、技术指导",
    "设立日期": "2023-05-01",
    "专家数量": "12",
    "服务内容（不超过10字）": "第一行\n<二> & “”",
}


def test_a_filled_roster_reads_back_as_it_was_written(tmp_path: Path) -> None:
    plan = plan_for(tmp_path)
    book = openpyxl.load_workbook(io.BytesIO(roster_template(plan, every_field=True)))
    sheet = book["名册"]
    headers = [cell.value for cell in sheet[1]]
    assert {header.removesuffix("（必填）") for header in headers} == set(FILLED)
    for column, header in enumerate(headers, start=1):
        cell = sheet.cell(2, column)
        cell.value, cell.data_type = FILLED[header.removesuffix("（必填）")], "s"
    book.save(tmp_path / "filled.xlsx")
    roster = open_roster(tmp_path / "filled.xlsx", plan)
    (unit,) = units(roster)
    assert unit.values == {
        "name": "=1+1",
        "credit_code": "91350100M000100Y43",
        "category": "市级",
        "contact": "'0471",
        "phone": "0471-6268105",
        "mobile": "13812345678",
    }
    assert unit.fields == {
        "form.level": "市级",
        "form.mobile": "13812345678",
        "form.ways": "项目对接、技术指导",
        "form.founded": "2023年5月1日",
        "form.experts": "12",
        "form.content": "第一行\n<二> & “”",
    }


@pytest.mark.parametrize(
    "text", ["0471", "00012345678901234567890", "1e5", "-1", "TRUE", "2023-05-01", "@SUM(A1)", "+86"]
)
def test_texts_that_look_like_something_else_stay_texts(tmp_path: Path, text: str) -> None:
    (unit,) = units(opened(tmp_path, workbook(tmp_path, [(*HEADER, "通讯地址"), (*ROW, text)])))
    assert unit.values["address"] == text


# ---------------------------------------------------------------- the rows that failed


def failed_of(roster: Roster) -> FailedRows:
    failed = FailedRows(roster.headers, roster.table.columns)
    for row in roster.units():
        if isinstance(row, BadRow):
            failed.add(row)
    return failed


ROWS = [
    ("序号", *HEADER, "天气"),
    ("1", *ROW, "晴"),
    ("2", "乙单位", "", "123", "雨"),
    ("3", "=1+1", "王某", "0471", ""),
]


def test_failed_rows_are_as_typed_with_what_is_wrong(tmp_path: Path) -> None:
    content = failed_of(opened(tmp_path, csv_file(tmp_path, ROWS))).content()
    sheet = sheet_of(content, "未通过的行")
    reason, hint = '"123" is not a telephone number', "write it as 0471-6268105 or 13812345678"
    assert [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)] == [
        ("序号", *HEADER, "天气", "原行号", "原因", "怎么改"),
        (
            "2",
            "乙单位",
            "",
            "123",
            "雨",
            "3",
            f"联系人: nothing is written here\n联系电话: {reason}",
            f"联系人: fill it in\n联系电话: {hint}",
        ),
        ("3", "=1+1", "王某", "0471", "", "4", f"联系电话: {reason.replace('123', '0471')}", hint),
    ]
    wrong = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.start_color.rgb == "FFFFC7CE"]
    assert wrong == ["C2", "D2", "D3"]


def test_failed_rows_can_be_read_whole(tmp_path: Path) -> None:
    """Rows are as high as their texts, which LibreOffice would not see to; a cell is marked whatever its header."""
    header = (HEADER[0], "联系\n人", HEADER[2], "统一社会信用代码")
    rows = [header, ("甲", "", "123"), ("乙" * 40, "某", "123"), ("丙", "某", "123")]
    sheet = sheet_of(failed_of(opened(tmp_path, workbook(tmp_path, rows))).content(), "未通过的行")
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [30, 45, None]
    assert sheet.column_dimensions["D"].width > 18
    assert [sheet[cell].fill.start_color.rgb for cell in ("B2", "A2")] == ["FFFFC7CE", "00000000"]


def test_corrected_they_are_a_roster_again(tmp_path: Path) -> None:
    plan = plan_for(tmp_path)
    first = open_roster(csv_file(tmp_path, ROWS), plan)
    write(tmp_path, "failed.xlsx", failed_of(first).content())
    book = openpyxl.load_workbook(tmp_path / "failed.xlsx")
    sheet = book.active
    sheet["C2"], sheet["D2"] = "李某", "0471-0000002"
    book.save(tmp_path / "failed.xlsx")
    again = open_roster(tmp_path / "failed.xlsx", plan)
    assert [problem for problem in remarks(again) if "天气" not in problem] == []
    good, bad = again.units()
    assert isinstance(good, Unit)
    assert (good.name, good.values["phone"]) == ("乙单位", "0471-0000002")
    assert isinstance(bad, BadRow)
    # Once more: the row still knows where it stood in the first roster.
    sheet = sheet_of(failed_of(again).content(), "未通过的行")
    assert [cell.value for cell in sheet[2]][5] == "4"
    assert [cell.value for cell in sheet[1]].count("原因") == 1


def test_without_failed_rows_there_is_no_workbook(tmp_path: Path) -> None:
    roster = opened(tmp_path, csv_file(tmp_path, [HEADER, ROW]))
    assert (failed_of(roster).count, failed_of(roster).content()) == (0, b"")
    assert bad_rows(roster) == []


def test_id_numbers_are_masked_in_what_is_said_of_them(tmp_path: Path) -> None:
    roster = opened(tmp_path, csv_file(tmp_path, [(*HEADER, "身份证号"), (*ROW, "110105194912310021")]))
    row = [cell.value for cell in sheet_of(failed_of(roster).content(), "未通过的行")[2]]
    assert row[3] == "110105194912310021"  # to be corrected
    assert "110105194912310021" not in row[5] + row[6]
    assert "1101**********0021" in row[5]


def test_plans_of_yaml_rosters_fail_into_workbooks_too(tmp_path: Path) -> None:
    plan: RosterPlan = plan_for(tmp_path)
    roster = open_roster(write(tmp_path, "a.yaml", "- {name: 甲, deadlines: {submission: {date: x}}}\n"), plan)
    write(tmp_path, "failed.xlsx", failed_of(roster).content())
    assert open_roster(tmp_path / "failed.xlsx", plan).headers[:2] == ("name", "deadlines.submission.date")
