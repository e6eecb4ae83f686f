"""What may stand in a cell, and what is said about what may not."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from rosters import HEADER, ROW, bad_rows, csv_file, opened, said, units

from docgen.roster.cells import Raw
from docgen.roster.check import CHECKS, check_cell, shown
from docgen.roster.check_digits import credit_code_check, id_number_check
from docgen.roster.columns import Column, Kind
from docgen.roster.masking import masked, quoted
from docgen.roster.unit import Unit
from docgen.roster.word_count import word_count


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")


COLUMNS: dict[str, Column] = {
    **{kind: Column("x", "某列", kind=kind) for kind in CHECKS},
    "limit": Column("x", "某列", kind="text", limit=5),
    "choice": Column("x", "某列", kind="choice", options=("国家级", "市级（区级）")),
    "quota": Column("x", "某列", kind="number", quota="team"),
    "choices": Column("x", "某列", kind="choice", options=("技术指导", "项目对接"), multiple=True),
}

GOOD: list[tuple[str, Raw, object]] = [
    ("line", " 甲 \n 单位 ", "甲单位"),
    ("line", True, "TRUE"),
    ("line", 0.1 + 0.2, "0.3"),
    ("line", datetime.time(17, 30), "17:30"),
    ("text", "一\r\n二", "一\n二"),
    ("list", "甲，乙; 丙\n丁", "甲、乙、丙、丁"),
    ("date", "2023 年 5 月 1 日", datetime.date(2023, 5, 1)),
    ("date", datetime.datetime(2023, 5, 1, 8, 0), datetime.date(2023, 5, 1)),
    ("date", "２０２３-０５-０１", datetime.date(2023, 5, 1)),
    ("number", "3", 3),
    ("number", 3.0, 3),
    ("number", "１，０００", 1000),
    ("number", "2.5", "2.5"),
    ("choice", "国家级", "国家级"),
    ("choice", " 市级(区级) ", "市级（区级）"),
    ("choices", "项目对接，技术指导", "项目对接、技术指导"),
    ("choices", "项目对接 技术指导", "项目对接、技术指导"),
    ("choices", "项目对接 / 技术指导", "项目对接、技术指导"),
    ("quota", "2.0", 2),
    ("phone", "0471-6268105", "0471-6268105"),
    ("phone", "（0471）6268105", "（0471）6268105"),
    ("phone", "0471 6268105", "0471 6268105"),
    ("phone", "022-00000001", "022-00000001"),
    ("phone", "010-84207351-8001", "010-84207351-8001"),
    ("phone", "010－84207351转12", "010－84207351转12"),
    ("phone", "０４７１-6268105", "0471-6268105"),
    ("phone", "400-810-8888", "400-810-8888"),
    ("phone", "4008108888", "4008108888"),
    ("phone", "12333", "12333"),
    ("phone", "+86-13812345678", "+86-13812345678"),
    ("phone", "138 1234 5678", "138 1234 5678"),
    ("phone", "0371-69690110（传真）", "0371-69690110（传真）"),
    ("phone", "（0471）6268105、6946607", "（0471）6268105、6946607"),
    ("phone", "0471-6268105/13812345678", "0471-6268105/13812345678"),
    ("phone", "0471-6268105 0471-6946607", "0471-6268105 0471-6946607"),
    ("phone", 4008108888.0, "4008108888"),
    ("mobile", "'13812345678", "13812345678"),
    ("mobile", "138-1234-5678", "138-1234-5678"),
    ("email", "a.b+c@sub-x.example.com.cn", "a.b+c@sub-x.example.com.cn"),
    ("email", "ａ＠example．com", "a@example.com"),
    ("email", "a@example.com; b@example.com", "a@example.com; b@example.com"),
    ("creditcode", "91350100M000100Y43", "91350100M000100Y43"),
    ("creditcode", " 91350100m000100y43 ", "91350100M000100Y43"),
    ("idcard", "11010519491231002X", "11010519491231002X"),
    ("idcard", "11010519491231002x", "11010519491231002X"),
    ("postcode", 450018.0, "450018"),
    ("limit", "一二三四五", "一二三四五"),
    ("limit", "2024年GB/T 9704", "2024年GB/T 9704"),
    ("email", "无", ""),
    ("phone", "/", ""),
    ("date", "——", ""),
    ("line", "无", "无"),
    ("mobile", "13812345678.0", "13812345678"),
    ("mobile", "1.3812345678E+10", "13812345678"),
    ("mobile", "\u202d13812345678\u202c", "13812345678"),
    ("creditcode", "91350100M\u200b000100Y43\ufeff", "91350100M000100Y43"),
    ("choice", "国家级\u200b", "国家级"),
    ("line", "张\u200e某", "张某"),
    ("line", "1.2E+05", "1.2E+05"),
    ("line", "\u200b", ""),
    ("line", "", ""),
    ("date", "  ", ""),
]


@pytest.mark.parametrize(("kind", "raw", "value"), GOOD)
def test_what_may_stand(kind: str, raw: Raw, value: object) -> None:
    reading = check_cell(raw, COLUMNS[kind])
    assert (reading.value, reading.complaint) == (value, None)


BAD: list[tuple[str, Raw, str]] = [
    ("date", "2023-02-30", 'L147 "2023-02-30" is not a date; did you mean 2023-02-28?'),
    ("date", "五月一日", 'L147 "五月一日" is not a date; write it as 2023-05-01'),
    ("date", 3.0, 'L147 "3" is not a date; write it as 2023-05-01'),
    ("number", "3个", 'L148 "3个" is not a number; did you mean 3?'),
    ("number", "三", 'L148 "三" is not a number; write digits only'),
    ("choice", "国级", 'L146 "国级" cannot stand here; did you mean 国家级?'),
    ("choice", "县级", 'L146 "县级" cannot stand here; known are: 国家级, 市级（区级）'),
    ("choice", "国家级、市级（区级）", 'L146 "国家级、市级（区级）" cannot stand here; did you mean'),
    ("choices", "技术指导、项目对结", 'L146 "项目对结" cannot stand here; did you mean 项目对接?'),
    ("phone", "1234", 'L149 "1234" is not a telephone number; write it as 0471-6268105 or 13812345678'),
    ("phone", "1381234567", 'L149 "1381234567" is not a telephone number; a mobile number has 11 digits, here are 10'),
    (
        "phone",
        "138123456789",
        'L149 "138123456789" is not a telephone number; a mobile number has 11 digits, here are 12',
    ),
    (
        "phone",
        4716268105.0,
        'L149 "4716268105" is not a telephone number; did Excel drop a zero in front? Format the column as text and '
        "write 04716268105",
    ),
    ("phone", "待定", 'L149 "待定" is not a telephone number; write it as 0471-6268105 or 13812345678'),
    ("phone", "010-8420735", 'L149 "010-8420735" is not a telephone number; write it as 0471-6268105 or 13812345678'),
    ("phone", "张某 13812345678", 'L149 "张某 13812345678" is not a telephone number; write it as'),
    ("mobile", "1381234567", 'L150 "1381234567" is not a mobile number; it has 11 digits, here are 10'),
    ("mobile", "12812345678", 'L150 "12812345678" is not a mobile number; it begins with 13 to 19'),
    ("mobile", "0471-6268105", 'L150 "0471-6268105" is not a mobile number; it begins with 13 to 19'),
    ("email", "zhang.example.com", 'L151 "zhang.example.com" is not a mail address; the @ is missing'),
    ("email", "a@example。com", 'L151 "a@example。com" is not a mail address; did you mean a@example.com?'),
    ("email", "a@examplecom", 'L151 "a@examplecom" is not a mail address; did you mean a@example.com?'),
    ("email", "张@example.com", 'L151 "张@example.com" is not a mail address; write it as name@example.com'),
    ("email", "a@", 'L151 "a@" is not a mail address; write it as name@example.com'),
    (
        "creditcode",
        "91350100M000100Y44",
        'L152 "91350100M000100Y44" is not a 统一社会信用代码: a character is mistyped, as the check digit is wrong; '
        "look at the certificate again",
    ),
    (
        "creditcode",
        "91350100M000100Y4",
        'L152 "91350100M000100Y4" is not a 统一社会信用代码: 17 characters, not 18; look at the certificate again',
    ),
    (
        "creditcode",
        "9135O100M000100Y43",
        'L152 "9135O100M000100Y43" is not a 统一社会信用代码: "O" is in none of them; did you mean 0?',
    ),
    (
        "creditcode",
        "暂缺",
        'L152 "暂缺" is not a 统一社会信用代码: "暂" is in none of them; a code is 18 digits and capital letters',
    ),
    (
        "idcard",
        "110105194912310021",
        'L153 "1101**********0021" is not an ID number: a digit is mistyped, as the check digit is wrong; look at '
        "the card again",
    ),
    ("idcard", "11010519491331002X", 'L153 "1101**********002X" is not an ID number: no such region or day of birth;'),
    ("idcard", "91010519491231002X", 'L153 "9101**********002X" is not an ID number: no such region or day of birth;'),
    (
        "idcard",
        "110105491231002",
        'L153 "1101*******1002" is not an ID number: 15 digits, as before 1999; write the one with 18 digits',
    ),
    (
        "idcard",
        "1101051949123100",
        'L153 "1101********3100" is not an ID number: 16 characters, not 18; look at the card',
    ),
    (
        "idcard",
        "11010519491231002Y",
        'L153 "1101**********002Y" is not an ID number: something that is neither a digit',
    ),
    ("postcode", "4500", 'L154 "4500" is not a postal code; write six digits'),
    ("limit", "一二三四五六七", "L145 7 characters where 5 may stand: 2 too many; shorten it"),
    (
        "idcard",
        "1.10105E+17",
        'L144 Excel has shortened a number to "1.10***E+17"; its last digits are lost; ',
    ),
    ("mobile", "1.38123E+10", 'L144 Excel has shortened a number to "1.38123E+10"'),
    ("creditcode", "9.1E+17", 'L144 Excel has shortened a number to "9.1E+17"'),
    ("line", "1.2E+11", 'L144 Excel has shortened a number to "1.2E+11"'),
    ("line", "同上", 'L157 "同上" says nothing where each unit has a form of its own; write it out'),
    ("phone", " 〃 ", 'L157 "〃" says nothing'),
    ("choices", "技术指导/其他", 'L146 "其他" cannot stand here; known are: 技术指导, 项目对接'),
    ("quota", "1.5", 'L148 "1.5" is not a whole number; write digits only'),
    ("quota", "-1", 'L148 "-1" is not a whole number; write digits only'),
    ("number", "1.2E+11", 'L148 "1.2E+11" is not a number'),
    ("line", 1e15, "L144 Excel keeps only 15 digits of a number; the last digits here are lost"),
    (
        "phone",
        datetime.date(2024, 3, 15),
        'L156 Excel has made a date of it: "2024年3月15日"; format the column as text',
    ),
]


@pytest.mark.parametrize(("kind", "raw", "letter"), BAD)
def test_what_may_not(kind: str, raw: Raw, letter: str) -> None:
    complaint = check_cell(raw, COLUMNS[kind]).complaint
    assert complaint is not None
    assert complaint.severity == "error"
    assert f"L{complaint.code.value} {complaint.reason}; {complaint.hint}".startswith(letter)


WARNED: list[tuple[Kind, Raw, str, str]] = [
    (
        "postcode",
        10020.0,
        "10020",
        '"10020" has five digits, a postal code has six; did Excel drop a zero in front? Format the column as text and '
        "write 010020",
    ),
    ("phone", "83218136", "83218136", '"83218136" has no area code; write it as 0471-6268105'),
]


@pytest.mark.parametrize(("kind", "raw", "value", "letter"), WARNED)
def test_what_is_odd_but_may(kind: Kind, raw: Raw, value: str, letter: str) -> None:
    reading = check_cell(raw, COLUMNS[kind])
    assert reading.value == value
    assert reading.complaint is not None
    assert reading.complaint.severity == "warning"
    assert f"{reading.complaint.reason}; {reading.complaint.hint}" == letter


def test_an_empty_required_cell_is_refused() -> None:
    needed = replace(COLUMNS["line"], required=True)
    for raw in ("", "　 \n"):
        complaint = check_cell(raw, needed).complaint
        assert complaint is not None
        assert complaint.reason == "nothing is written here"
    phone = check_cell("无", replace(COLUMNS["phone"], required=True)).complaint
    assert phone is not None
    assert phone.reason == "nothing is written here"


def test_every_kind_of_column_has_its_check() -> None:
    assert {kind for kind, _raw, _value in GOOD} >= set(CHECKS)


# ---------------------------------------------------------------- check digits, counting, masking


@pytest.mark.parametrize("code", ["91350100M000100Y43", "911101087178133134", "12100000425006790X"])
def test_a_single_wrong_character_of_a_credit_code_is_found(code: str) -> None:
    """GB 32100-2015 annex A has 91350100M000100Y43 for its example; the others belong to bodies known to all."""
    right = code[:17] + credit_code_check(code)
    for place, char in enumerate(right[:17]):
        other = "0" if char != "0" else "1"
        wrong = right[:place] + other + right[place + 1 :]
        assert check_cell(wrong, COLUMNS["creditcode"]).complaint is not None


def test_check_digits_of_the_standards() -> None:
    assert credit_code_check("91350100M000100Y4") == "3"
    assert id_number_check("11010519491231002") == "X"
    assert id_number_check("44052418800101001") == "4"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("服务基层，", 5),
        ("GB/T 9704", 2),
        ("2024年", 2),
        ("“三区三州”——", 8),
        ("a，b　c", 4),
        ("一\n二 三", 3),
    ],
)
def test_characters_are_counted_as_word_does(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("身份证110105194912310021，", "身份证1101**********0021，"),
        ("110105491231002", "1101*******1002"),
        ("0471-6268105", "0471-6268105"),
        ("2024031511223344556677", "2024031511223344556677"),
    ],
)
def test_id_numbers_are_masked_wherever_they_stand(text: str, shown_as: str) -> None:
    assert masked(text) == shown_as


def test_what_is_meant_to_be_an_id_number_is_masked_however_it_looks() -> None:
    assert quoted("1101051949", secret=True) == "1101**1949"
    assert quoted("12345", secret=True) == "12***"
    assert shown("110105194912", COLUMNS["idcard"]) == "1101****4912"
    assert quoted("长" * 50) == "长" * 39 + "…"


# ---------------------------------------------------------------- rows as a whole


def test_a_unit_that_stands_twice(tmp_path: Path) -> None:
    rows = [HEADER, ROW, ("乙", *ROW[1:]), (" 甲 单位", *ROW[1:])]
    assert said(opened(tmp_path, csv_file(tmp_path, rows))) == [
        'a.csv:4:1: error[L170] A4 单位名称: "甲 单位" stands in row 2, too; delete one of the rows'
    ]


def test_units_are_told_apart_by_their_codes(tmp_path: Path) -> None:
    header = (*HEADER, "单位编码")
    rows = [header, (*ROW, "01"), (*ROW, "02"), ("乙", *ROW[1:], "01"), ("丙", *ROW[1:], "")]
    roster = opened(tmp_path, csv_file(tmp_path, rows))
    assert [row.id for row in roster.units() if isinstance(row, Unit)] == ["01", "02", "丙"]
    assert said(roster) == ['a.csv:4:4: error[L170] D4 单位编码: "01" stands in row 2, too; delete one of the rows']


def test_a_unit_that_stands_twice_once_without_its_code(tmp_path: Path) -> None:
    header, rest = (*HEADER, "单位编码"), ROW[1:]
    rows = [header, (*ROW, "01"), ("乙", *rest, ""), (*ROW, ""), ("乙", *rest, "02"), (*ROW, "03"), ("丙", *rest, "04")]
    hint = "delete one of the rows, or write the codes of both"
    assert said(opened(tmp_path, csv_file(tmp_path, rows))) == [
        f'a.csv:4:1: error[L170] A4 单位名称: "甲单位" stands in row 2, too; {hint}',
        f'a.csv:5:1: error[L170] A5 单位名称: "乙" stands in row 3, too; {hint}',
    ]


def test_ids_are_unique_even_if_a_code_is_a_name(tmp_path: Path) -> None:
    rows = [(*HEADER, "单位编码"), (*ROW, "乙"), ("乙", *ROW[1:], "")]
    assert [unit.id for unit in units(opened(tmp_path, csv_file(tmp_path, rows)))] == ["乙", "乙-2"]


QUOTAS = """\
quotas:
  team: {what: 服务团项目, per: unit, max: 2, min: 1, by_unit: {乙: 3}}
  all: {what: 全部, per: total, max: 4}
  soft: {what: 专家, per: area, max: 2, soft: true, unit: 名}
"""


def test_quotas(tmp_path: Path) -> None:
    header = (*HEADER, "名额", "全部名额", "专家名额", "所在地区")
    rows = [
        header,
        ("甲", *ROW[1:], "2", "2", "1", "和平区"),
        ("乙", *ROW[1:], "3", "2", "1", "和平区"),
        ("丙", *ROW[1:], "3", "", "1", "和平区"),
        ("丁", *ROW[1:], "0", "1", "1", "河东区"),
    ]
    roster = opened(tmp_path, csv_file(tmp_path, rows), QUOTAS)
    assert said(roster) == [
        "a.csv:4:4: error[L171] D4 名额: 3个 of 服务团项目, 2 are allowed; write less",
        "a.csv:4:6: warning[L171] F4 专家名额: with this row 专家 of 和平区 come to 3名, 2 are allowed; write less",
        "a.csv:5:4: error[L171] D5 名额: 0个 where at least 1 are asked for; write more",
        "a.csv:5:5: error[L172] E5 全部名额: with this row 全部 come to 5个, 4 are allowed for all units together; "
        "write less here or above",
    ]
    assert [row.name for row in bad_rows(roster)] == ["丙", "丁"]
    assert [row.values["quota"] for row in roster.units() if isinstance(row, Unit)] == [2, 3]


def test_every_fault_of_a_row_is_told_at_once(tmp_path: Path) -> None:
    header = (*HEADER, "手机", "电子邮箱", "身份证号", "类别", "服务内容")
    row = ("甲", "", "123", "456", "x", "110105194912310021", "县级", "一二三四五六七八九十一二")
    roster = opened(tmp_path, csv_file(tmp_path, [header, row]))
    (bad,) = bad_rows(roster)
    assert [(fault.cell, fault.column, fault.value, fault.code) for fault in bad.faults] == [
        ("B2", "联系人", "", "L140"),
        ("C2", "联系电话", "123", "L149"),
        ("D2", "手机", "456", "L150"),
        ("E2", "电子邮箱", "x", "L151"),
        ("F2", "身份证号", "1101**********0021", "L153"),
        ("G2", "类别", "县级", "L146"),
        ("H2", "服务内容", "一二三四五六七八九十一二", "L145"),
    ]
    assert bad.cells == row
    assert "110105194912310021" not in str([fault.problem for fault in bad.faults])
