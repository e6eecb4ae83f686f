"""Rosters of every kind are read alike; what cannot be read is refused with a way out."""

from __future__ import annotations

import datetime
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from rosters import (
    FORM,
    HEADER,
    ROW,
    Formula,
    bad_rows,
    csv_file,
    fill,
    opened,
    plan_for,
    refused,
    remarks,
    said,
    units,
    workbook,
    write,
)

from docgen.roster.read import open_roster
from docgen.roster.unit import Unit


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")


ROWS = [("单位名称", "联系人", "联系电话", "设立日期"), ("甲单位", "张某", "0471-0000001", "2023-05-01")]


def xls(folder: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("名册")
    for number, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    book.save(str(folder / "a.xls"))
    return folder / "a.xls"


def yaml(folder: Path) -> Path:
    return write(folder, "a.yaml", "- {name: 甲单位, contact: 张某, 联系电话: 0471-0000001, founded: 2023-05-01}\n")


KINDS: dict[str, Callable[[Path], Path]] = {
    "xlsx": lambda folder: workbook(folder, ROWS),
    "xls": xls,
    "xlsx called xls": lambda folder: workbook(folder, ROWS, "a.xls"),
    "csv": lambda folder: csv_file(folder, ROWS),
    "csv with BOM": lambda folder: csv_file(folder, ROWS, "utf-8-sig"),
    "csv in GB18030": lambda folder: csv_file(folder, ROWS, "gb18030"),
    "csv in GB18030 with BOM": lambda folder: csv_file(
        folder, [("\ufeff" + ROWS[0][0], *ROWS[0][1:]), *ROWS[1:]], "gb18030"
    ),
    "csv in UTF-16": lambda folder: csv_file(folder, ROWS, "utf-16", "\t"),
    "csv with tabs": lambda folder: csv_file(folder, ROWS, "gb18030", "\t"),
    "csv with semicolons": lambda folder: csv_file(folder, ROWS, "utf-8-sig", ";"),
    "yaml": yaml,
    "yaml with units": lambda folder: write(
        folder, "b.yml", "units:\n  - {单位名称: 甲单位, 联系人: 张某, phone: 0471-0000001, 设立日期: 2023-05-01}\n"
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_the_same(tmp_path: Path, kind: str) -> None:
    (unit,) = units(opened(tmp_path, KINDS[kind](tmp_path)))
    assert unit.id == unit.name == "甲单位"
    assert unit.values == {"name": "甲单位", "contact": "张某", "phone": "0471-0000001"}
    assert unit.fields == {"form.founded": "2023年5月1日"}
    assert unit.row == (1 if "yaml" in kind else 2)
    assert unit.place.endswith(f", row {unit.row}")


def test_marks_that_the_wrong_separator_would_break(tmp_path: Path) -> None:
    """Cut at commas, the quotation mark of the last line would never close."""
    rows = [(*HEADER, "通讯地址"), (*ROW, "\n一"), ("乙", *ROW[1:], "二")]
    found = units(opened(tmp_path, csv_file(tmp_path, rows, delimiter="\t")))
    assert [unit.values["address"] for unit in found] == ["一", "二"]


# ---------------------------------------------------------------- what Excel makes of things


def test_numbers_that_are_no_numbers_become_text_again(tmp_path: Path) -> None:
    header = (*HEADER, "手机", "邮政编码", "单位编码")
    file = workbook(tmp_path, [header, ("甲", "张某", 13812345678.0, 13812345678, 300000, 12.5)])
    (unit,) = units(opened(tmp_path, file))
    assert unit.values["phone"] == "13812345678"
    assert unit.values["mobile"] == unit.fields["form.mobile"] == "13812345678"
    assert unit.values["postcode"] == "300000"
    assert unit.values["code"] == unit.id == "12.5"


def test_text_stays_text(tmp_path: Path) -> None:
    header = ("单位名称", "联系人", "联系电话", "单位编码", "通讯地址", "负责人")
    row = ("=1+1", "'0471", "0471-0000001", "0471", "第一行\n第二行", "TRUE")
    for file in (workbook(tmp_path, [header, row]), csv_file(tmp_path, [header, row])):
        (unit,) = units(opened(tmp_path, file))
        assert [unit.values[key] for key in ("name", "contact", "code", "leader")] == ["=1+1", "'0471", "0471", "TRUE"]
        assert unit.values["address"] == "第一行第二行"


@pytest.mark.parametrize(
    "typed", [datetime.date(2023, 5, 1), 45047, "45047", "2023年5月1日", "2023-5-1", "2023/5/1", "2023.5.1", "20230501"]
)
def test_dates_become_dates(tmp_path: Path, typed: object) -> None:
    (unit,) = units(opened(tmp_path, workbook(tmp_path, [(*HEADER, "设立日期"), (*ROW, typed)])))
    assert unit.fields["form.founded"] == "2023年5月1日"


def test_a_date_of_a_property_is_a_date(tmp_path: Path) -> None:
    form = """\
id: tui
title: 表
columns: [40, 116]
rows: [[{label: 设立日期}, {field: founded, kind: date, prefill: "{{ unit.founded }}"}]]
"""
    file = workbook(tmp_path, [("单位名称", "设立日期"), ("甲", datetime.date(2023, 5, 1))])
    (unit,) = units(opened(tmp_path, file, form=form))
    assert unit.values["founded"] == datetime.date(2023, 5, 1)


def test_a_date_elsewhere_is_printed_as_one_but_is_no_telephone_number(tmp_path: Path) -> None:
    header = (*HEADER, "通讯地址")
    day = datetime.date(2024, 3, 15)
    roster = opened(tmp_path, workbook(tmp_path, [header, (*ROW, day), ("乙", "李某", day)]))
    first, second = roster.units()
    assert isinstance(first, Unit)
    assert first.values["address"] == "2024年3月15日"
    assert not isinstance(second, Unit)
    assert said(roster) == [
        'a.xlsx:2:4: warning[L156] D2 通讯地址: Excel has made a date of it: "2024年3月15日"; format the column as '
        "text, then type it again",
        'a.xlsx:3:3: error[L156] C3 联系电话: Excel has made a date of it: "2024年3月15日"; format the column as text, '
        "then type it again",
    ]


def test_long_numbers_have_lost_digits(tmp_path: Path) -> None:
    roster = opened(tmp_path, workbook(tmp_path, [(*HEADER, "单位编码"), (*ROW, 150102199003071234)]))
    assert said(roster) == [
        "a.xlsx:2:4: error[L144] D2 单位编码: Excel keeps only 15 digits of a number; the last digits here are lost; "
        "format the column as text, then type the digits again"
    ]


def test_formulas_are_read_as_their_values(tmp_path: Path) -> None:
    row = (Formula('="甲"&"单位"', "甲单位"), "张某", Formula("=1", 13812345678))
    (unit,) = units(opened(tmp_path, workbook(tmp_path, [HEADER, row])))
    assert (unit.name, unit.values["phone"]) == ("甲单位", "13812345678")


def test_a_formula_whose_value_is_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    """=IFERROR(VLOOKUP(…), "") as Excel, WPS and LibreOffice save it; nothing in such a row makes it no unit."""
    header, empty = (*HEADER, "通讯地址"), Formula('=IF(1=2,"x","")', "?")
    file = workbook(tmp_path, [header, (*ROW, empty), ("乙", empty, ROW[2], "路"), (empty, empty, empty, empty)])
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name).replace(b"<v>?</v>", b"<v></v>") for name in package.namelist()}
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert said(opened(tmp_path, file)) == ["a.xlsx:3:2: error[L140] B3 联系人: nothing is written here; fill it in"]


def test_broken_formulas_are_refused_by_cell(tmp_path: Path) -> None:
    rows = [
        HEADER,
        ("甲", Formula("=A9", ""), ROW[2]),
        ("乙", Formula("=B9/0", "#REF!"), ROW[2]),
        ("丙", "#N/A", ROW[2]),
    ]
    roster = opened(tmp_path, workbook(tmp_path, rows))
    assert said(roster) == [
        "a.xlsx:2:2: error[L142] B2 联系人: the formula here has no value saved with it; open the file in Excel or "
        "WPS, let it reckon, save it",
        "a.xlsx:3:2: error[L141] B3 联系人: here is the error value #REF!; mend the formula, or type the value",
        "a.xlsx:4:2: error[L141] B4 联系人: here is the error value #N/A; mend the formula, or type the value",
    ]


def test_errors_in_an_old_excel_file_are_refused_too(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("名册")
    for column, header in enumerate(HEADER):
        sheet.write(0, column, header)
    sheet.write(1, 0, "甲")
    sheet.row(1).set_cell_error(1, "#REF!")
    book.save(str(tmp_path / "a.xls"))
    assert said(opened(tmp_path, tmp_path / "a.xls")) == [
        "a.xls:2:2: error[L141] B2 联系人: here is the error value #REF!; mend the formula, or type the value"
    ]


def test_hidden_rows_of_an_old_excel_file_are_told_too(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("名册")
    for number, cells in enumerate([HEADER, ROW, ("乙", *ROW[1:])]):
        for column, text in enumerate(cells):
            sheet.write(number, column, text)
    sheet.row(2).hidden = True
    book.save(str(tmp_path / "a.xls"))
    assert remarks(opened(tmp_path, tmp_path / "a.xls")) == [
        "a.xls: warning[L129] hidden rows are read like the others: 3"
    ]


def test_control_characters_are_refused(tmp_path: Path) -> None:
    roster = opened(tmp_path, csv_file(tmp_path, [HEADER, ("甲\x07", *ROW[1:])]))
    assert said(roster) == ["a.csv:2:1: error[L143] A2 单位名称: the character U+0007 cannot be printed; delete it"]


@pytest.mark.parametrize("sign", ["{{", "%}", "｛｛"])
def test_signs_of_tags_are_refused(tmp_path: Path, sign: str) -> None:
    """No form prints them, so that the row is told here and not when its forms are made."""
    roster = opened(tmp_path, csv_file(tmp_path, [HEADER, (f"甲{sign}", *ROW[1:]), ("乙{1}", *ROW[1:])]))
    assert said(roster) == [
        f'a.csv:2:1: error[L158] A2 单位名称: "{sign}" is the sign of a tag; write no braces, or single ones'
    ]


# ---------------------------------------------------------------- tables as clerks make them


def test_marks_that_nobody_sees_do_not_count(tmp_path: Path) -> None:
    header = ("\ufeff单位名称", "联系人\u200b", HEADER[2])
    rows = [header, ROW, ("甲\u200b单位", *ROW[1:]), (" \u200b ", "", "")]
    roster = opened(tmp_path, workbook(tmp_path, rows))
    assert said(roster) == [
        'a.xlsx:3:1: error[L170] A3 单位名称: "甲单位" stands in row 2, too; delete one of the rows'
    ]


def test_texts_that_a_program_guards_against_excel(tmp_path: Path) -> None:
    (unit,) = units(opened(tmp_path, write(tmp_path, "a.csv", f'{",".join(HEADER)}\n="甲""乙""",张,="0471-0000001"\n')))
    assert (unit.name, unit.values["phone"]) == ('甲"乙"', "0471-0000001")


def test_a_comma_within_a_text_does_not_shift_a_row_in_silence(tmp_path: Path) -> None:
    text = f"{','.join(HEADER)},通讯地址\n甲,张,0471-0000001,示例市,示例路1号\n乙,李,0471-0000001,示例市,\n"
    assert said(opened(tmp_path, write(tmp_path, "a.csv", text))) == [
        'a.csv:2:1: error[L173] more cells than the header has: "示例路1号"; put a text that has the separator in it '
        "in quotation marks, or name the column in the header"
    ]


def test_sums_beside_the_names_and_headers_of_further_pages_are_no_units(tmp_path: Path) -> None:
    header = ("序号", *HEADER, "名额", "天气")
    sums = [("合计", "", "", "", "2", "3"), ("总 计", "", "", "", "3")]
    rows = [header, ("1", *ROW, "2", ""), sums[0], header, ("2", "乙", *ROW[1:], "1", ""), sums[1]]
    found = units(opened(tmp_path, csv_file(tmp_path, rows)))
    assert [unit.row for unit in found] == [2, 5]
    (bad,) = bad_rows(opened(tmp_path, csv_file(tmp_path, [header, ("3", "", *ROW[1:], "1", "备注：无")])))
    assert bad.row == 2  # its name is missing; that it has a remark makes it no note


def test_headings_among_the_units_are_no_units(tmp_path: Path) -> None:
    rows = [HEADER, ("一、各区",), ROW, ("（二）委办局",), ("乙", *ROW[1:]), ("三、丙局", *ROW[1:])]
    assert [unit.row for unit in units(opened(tmp_path, workbook(tmp_path, rows)))] == [3, 5, 6]


def test_a_header_is_quoted_on_one_line(tmp_path: Path) -> None:
    rows = [(*HEADER[:2], "联系\n电话", "E-mail\n（单位）"), ("甲", "张", "1", "x")]
    assert [row.column for (bad,) in [bad_rows(opened(tmp_path, workbook(tmp_path, rows)))] for row in bad.faults] == [
        "联系电话",
        "E-mail （单位）",
    ]


def test_titles_above_and_notes_below_are_no_units(tmp_path: Path) -> None:
    rows = [
        ("2024年度名册",),
        ("（单位：个）",),
        ("序号", *HEADER),
        ("1", *ROW),
        (),
        ("2",),
        ("", "合计", "", "1"),
        ("注：1. 联系方式为虚构示例",),
        ("", "2. 电话带区号。"),
        ("填表人：某某",),
    ]
    roster = opened(tmp_path, workbook(tmp_path, rows))
    assert [unit.name for unit in units(roster)] == ["甲单位"]
    assert remarks(roster) == ["a.xlsx: note[L121] row 3 is taken for the header"]


def test_a_name_alone_is_a_unit_even_below_a_note(tmp_path: Path) -> None:
    roster = opened(tmp_path, csv_file(tmp_path, [HEADER, ROW, ("注：说明", "", ""), ("乙单位", "", "")]))
    assert [row.name for row in bad_rows(roster)] == ["乙单位"]


def test_a_header_of_two_rows(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.merge_range("A1:A2", "单位名称")
    sheet.merge_range("B1:C1", "联系方式")
    fill(book, sheet, [(), ("", "联系人", "电话"), ("甲单位", "张某", "022-00000001")])
    book.close()
    roster = opened(tmp_path, tmp_path / "a.xlsx")
    assert units(roster)[0].values == {"name": "甲单位", "contact": "张某", "phone": "022-00000001"}


def test_headers_below_the_heads_of_several_columns(tmp_path: Path) -> None:
    """姓名 stands there twice; that of the 联系人 is not the one that the form asks for."""
    form = FORM.replace("{label: 专家数量}, {field: experts, kind: number}", "{label: 姓名}, {field: person}")
    file = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "单位名称", "联系人", None, None, "推荐人选", None, "通讯地址", "单位负责人", None])
    sheet.append([None, None, "姓名", "电话", "手机", "姓名", "类别", None, "姓名", "职务"])
    sheet.append([1, "甲", "张某", "022-00000001", "13812345678", "李某", "市级", "路", "王某", "局长"])
    for cells in ("A1:A2", "B1:B2", "C1:E1", "F1:G1", "H1:H2", "I1:J1"):
        sheet.merge_cells(cells)
    book.save(file)
    (unit,) = units(opened(tmp_path, file, form=form))
    assert [unit.values[key] for key in ("name", "contact", "phone", "address")] == ["甲", "张某", "022-00000001", "路"]
    assert (unit.fields["form.person"], unit.fields["form.level"], unit.values["leader"]) == ("李某", "市级", "王某")


def test_a_header_of_two_rows_without_merged_cells(tmp_path: Path) -> None:
    rows = [("单位名称", "联系方式", ""), ("", "联系人", "电话"), ROW]
    assert units(opened(tmp_path, csv_file(tmp_path, rows)))[0].values["contact"] == "张某"


def test_merged_and_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    fill(book, sheet, [(*HEADER, "所在地区"), ROW, ("乙单位", *ROW[1:]), ("丙单位", *ROW[1:])])
    sheet.merge_range("D2:D3", "和平区")
    sheet.set_row(3, None, None, {"hidden": True})
    book.close()
    roster = opened(tmp_path, tmp_path / "a.xlsx")
    assert [unit.values["area"] for unit in units(roster)] == ["和平区", "和平区", ""]
    assert remarks(roster) == [
        "a.xlsx: warning[L128] merged cells: D2:D3; what is written there counts for each of the rows",
        "a.xlsx: warning[L129] hidden rows are read like the others: 4",
    ]


def test_a_table_that_begins_further_right(tmp_path: Path) -> None:
    rows = [(), ("", "", *HEADER), ("", "", "甲", "", ROW[2])]
    assert said(opened(tmp_path, workbook(tmp_path, rows))) == [
        "a.xlsx:3:4: error[L140] D3 联系人: nothing is written here; fill it in"
    ]


def test_the_first_sheet_with_units_is_read(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    fill(book, book.add_worksheet("说明"), [("填写说明",)])
    hidden = book.add_worksheet("旧")
    fill(book, hidden, [HEADER, ("旧单位", *ROW[1:])])
    hidden.hide()
    fill(book, book.add_worksheet("名册"), [HEADER, ROW])
    fill(book, book.add_worksheet("名册2"), [HEADER, ("另一单位", *ROW[1:])])
    book.close()
    file = tmp_path / "a.xlsx"
    roster = opened(tmp_path, file)
    assert [unit.name for unit in units(roster)] == ["甲单位"]
    assert remarks(roster) == ['a.xlsx: note[L121] the sheet 名册 is read; another one is named by "a.xlsx#…"']
    for sheet, name in (("名册2", "另一单位"), ("旧", "旧单位")):
        assert [unit.name for unit in units(opened(tmp_path, tmp_path / f"a.xlsx#{sheet}"))] == [name]
    assert refused(tmp_path, tmp_path / "a.xlsx#名单") == [
        'a.xlsx: error[L107] there is no sheet "名单"; known are: 说明, 旧, 名册, 名册2'
    ]


def test_a_file_with_a_sharp_in_its_name(tmp_path: Path) -> None:
    file = workbook(tmp_path, [HEADER, ROW], "a#1.xlsx")
    assert [unit.name for unit in units(opened(tmp_path, file))] == ["甲单位"]


# ---------------------------------------------------------------- refused


REFUSED = [
    ("none.xlsx", None, "none.xlsx: error[L100] there is no such file"),
    ("a.docx", b"x", "a.docx: error[L103] a roster is .xlsx, .xls, .csv or .yaml, not .docx; save it as Excel (.xlsx)"),
    ("a.txt", b"x", "a.txt: error[L103] a roster is .xlsx, .xls, .csv or .yaml, not .txt; save it as CSV (.csv)"),
    ("a.xlsx", b"", "a.xlsx: error[L106] the file is empty"),
    (
        "a.xls",
        b"<html><table>",
        "a.xls: error[L103] this is a web page that is named like an Excel file; open it in Excel or WPS and save it "
        "as .xlsx",
    ),
    (
        "a.xls",
        "单位名称,联系人\n".encode(),
        "a.xls: error[L103] this is a text that is named like an Excel file; rename it to .csv",
    ),
    ("a.xlsx", b"\x89PNG\0", "a.xlsx: error[L103] this is not an Excel file; save it as .xlsx in Excel or WPS"),
    (
        "a.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le"),
        "a.xlsx: error[L104] the workbook is protected by a password; save it without a password",
    ),
    (
        "a.csv",
        b"\xff\x80\x81,",
        "a.csv: error[L109] the file is neither UTF-8 nor GB18030; save it in Excel or WPS as CSV UTF-8, or as .xlsx",
    ),
    (
        "a.csv",
        '单位名称,联系人,联系电话\n甲,"张某,022-00000001\n'.encode(),
        "a.csv:2: error[L110] a quotation mark is open, or stands in the middle of a cell; put the cell in quotation "
        'marks, and write "" for one within it',
    ),
    (
        "a.csv",
        "单位名称,联系人,联系电话\n".encode(),
        "a.csv: error[L106] no unit stands in it; fill in a row for each unit",
    ),
    (
        "a.csv",
        "一,二\n三,四\n".encode(),
        "a.csv:1: error[L120] none of the first 10 rows names the columns; write the headers: 单位名称, "
        "统一社会信用代码, 单位类别, 联系人, 联系电话, 服务形式 …",
    ),
    (
        "a.csv",
        "单位名字,联系人,联系电话\n甲,乙,丙\n".encode(),
        "a.csv:1: error[L124] there is no column 单位名称; is it 单位名字? Rename it",
    ),
    ("a.yaml", b"id: x\n", 'a.yaml:1:1: error[L111] a roster is a list of units; begin each unit with "- name: …"'),
    (
        "a.yaml",
        "- 甲单位\n".encode(),
        'a.yaml:1:3: error[L111] a unit is a mapping: its properties, each with its value; write "- name: …"',
    ),
    (
        "a.yaml",
        b"- {name: a, name: b}\n",
        'a.yaml:1:13: error[L182] the key "name" is written twice, the first time in',
    ),
]


@pytest.mark.parametrize(("name", "content", "letter"), REFUSED)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, content: bytes | None, letter: str) -> None:
    if content is not None:
        write(tmp_path, name, content)
    (told,) = refused(tmp_path, tmp_path / name)
    assert told.startswith(letter)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    assert refused(tmp_path, tmp_path / "a.xlsx") == [
        "a.xlsx: error[L101] this is a folder, not a file; name the file in it"
    ]


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    file = workbook(tmp_path, [HEADER, ROW])
    file.write_bytes(file.read_bytes()[:2000])
    (told,) = refused(tmp_path, file)
    assert told.startswith("a.xlsx: error[L105] the workbook cannot be read")


def test_a_misspelt_name_finds_its_neighbour(tmp_path: Path) -> None:
    csv_file(tmp_path, [HEADER, ROW], name="名册2024.csv")
    assert refused(tmp_path, tmp_path / "名册2042.csv") == [
        "名册2042.csv: error[L100] there is no such file; did you mean 名册2024.csv?"
    ]


def test_a_stray_cell_at_the_end_of_the_world_is_refused(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("名册")
    fill(book, sheet, [HEADER, ROW])
    sheet.write_string(1_048_575, 16_383, "x")
    book.close()
    assert refused(tmp_path, tmp_path / "a.xlsx") == [
        "a.xlsx: error[L108] the sheet 名册 reaches to XFD1048576; delete the empty rows and columns around the table"
    ]


def test_rows_that_are_only_formatted_do_no_harm(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("名册")
    fill(book, sheet, [HEADER, ROW])
    sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    book.close()
    assert [unit.name for unit in units(opened(tmp_path, tmp_path / "a.xlsx"))] == ["甲单位"]


def test_a_long_roster_is_read_quickly_and_kept_nowhere(tmp_path: Path) -> None:
    """5,000 rows in a second or so; what is kept is less than the roster itself."""
    many = [(f"第{number}个单位", f"某某{number}", f"022-{number:08}", "很长的说明" * 40) for number in range(5000)]
    file = csv_file(tmp_path, [(*HEADER, "服务说明"), *many])
    roster = open_roster(file, plan_for(tmp_path))
    tracemalloc.start()
    begin = time.monotonic()
    assert sum(1 for _unit in roster.units()) == 5000
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.monotonic() - begin < 10
    assert peak < file.stat().st_size / 2
