"""What an author is told whose words cannot be filled in, and what gets through untouched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from composing import CAMPAIGN, composed, letters, pointed_at, words

from docgen.compose.title import LINE_WIDTH
from docgen.compose.widths import width_of

VALUES = """\
deadlines:
  submission: {date: 2020-03-13, what: 材料报送}
contacts:
  office: {people: [杨妤, 祝露]}
"""


def told(folder: Path, text: str) -> list[str]:
    """What is told about a body, which begins in line 12."""
    body = "\n".join(f"  {line}" for line in text.split("\n"))
    return letters(folder, f"{VALUES}body: |\n{body}\n")


def test_a_misspelt_name(tmp_path: Path) -> None:
    assert told(tmp_path, "于{{ deadlines.submision | day }}前报送。") == [
        'c.yaml:12:7: error[T202] "deadlines.submision" is not known: deadlines has no "submision"; '
        "did you mean submission?"
    ]


def test_all_that_is_wrong_at_once(tmp_path: Path) -> None:
    text = (
        "于{{ deadlines.submission | day }}、{{ deadlines.submision | day }}前\n\n"
        "见{{ anexes.team.ref }}，{{ year | dya }}，{{ deadlines.submission | day(2) }}\n"
        "{{ year }}{{ yaer }}{{ deadlines['submission'].dat }}"
    )
    found = told(tmp_path, text)
    assert [letter.split(" ", 1)[1] for letter in found] == [
        'error[T202] "deadlines.submision" is not known: deadlines has no "submision"; did you mean submission?',
        'error[T202] "anexes" is not a name that the words know; did you mean annexes?',
        'error[T203] there is no filter "dya"; did you mean day?',
        'error[T204] the filter "day" does not take these arguments; it takes none',
        'error[T202] "yaer" is not a name that the words know; did you mean year?',
        'error[T202] "deadlines.submission.dat" is not known: deadlines.submission has no "dat"; did you mean date?',
    ]
    spots = ["deadlines.submision", "anexes.team", "dya }}", "day(2)", "yaer", "deadlines['submission'].dat"]
    assert [pointed_at(tmp_path, letter)[: len(spot)] for letter, spot in zip(found, spots, strict=True)] == spots


def test_wrong_names_anywhere_in_the_campaign_and_its_forms(tmp_path: Path) -> None:
    more = """\
deadlines:
  submission: {date: 2020-03-13, what: "{{ yeer }}年材料"}
addressees: ["{{ isuer.name }}"]
note: 第{{ facts.batch }}批
annexes: [{id: form, form: tui}]
attached:
  - {title: 通知, body: "根据{{ basis.ministry | cite }}"}
"""
    form = "id: tui\ntitle: '{{ yeat }}年表'\ncolumns: [80]\nrows: [[{label: '{{ unit.name }}'}]]\n"
    found = letters(tmp_path, more, {"tui": form})
    spots = ["yeer", "yeat", "unit.name", "isuer.name", "facts.batch", "basis.ministry"]
    assert [pointed_at(tmp_path, letter)[: len(spot)] for letter, spot in zip(found, spots, strict=True)] == spots
    assert "did you mean issuer?" in found[3]


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("{{ ''.__class__ }}", '12:9: error[T205] "__class__" may not be used in the words'),
        ("{{ year.__init__ }}", '12:11: error[T205] "__init__" may not be used'),
        ("{{ deadlines['__class__'] }}", '12:17: error[T205] "__class__" may not be used'),
        ("{{ title.upper() }}", '12:12: error[T205] "upper(…)": nothing can be called'),
        ("{{ contacts.items }}", '12:6: error[T202] "contacts.items" is not known'),
        ("{{ lipsum(5) }}", '12:6: error[T205] "lipsum(…)": nothing can be called'),
        ("{{ title | attr('__class__') }}", '12:14: error[T203] there is no filter "attr"'),
        ("{{ [title] | map(attribute='__class__') | first }}", "12:3: error[T202] {{ [title] | map"),
        ("{{ 10 ** 10 }}", '12:9: error[T205] "**" is not a part of the words'),
        ("{% include 'x' %}", '12:6: error[T205] "include" is not a part of the words'),
        ("{% macro m() %}{% endmacro %}", '12:6: error[T205] "macro" is not a part of the words'),
        ("{% for i in range(10**9) %}{% endfor %}", '12:23: error[T205] "**" is not a part of the words'),
        ("{% for i in range(1000000000) %}{% endfor %}", "12:3: error[T206] range goes to 1000 at most"),
        ("{{ range(99999999999999999999) | list }}", "12:3: error[T206] {{ range(99999999999999999999)"),
        (
            "{% for i in range(900) %}{% for i in range(900) %}{% endfor %}{% endfor %}",
            "12:3: error[T206] the loops go round more than 10000 times",
        ),
        (
            "{% for i in range(1000) %}" + "字" * 200 + "{% endfor %}",
            "12:3: error[T206] the text becomes longer than 100000 characters",
        ),
        (
            "{% set a = '字字' %}" + "{% set a = a + a %}" * 30,
            "12:3: error[T206] the text becomes longer than 100000 characters",
        ),
        ("{{ 999999999 * 999999999 }}", "12:3: error[T206] {{ 999999999 * 999999999 }}: the number becomes"),
        ("{{ 'a' * 100000000 }}", "12:3: error[T207] {{ 'a' * 100000000 }}: only whole numbers"),
        ("{{ " + "(" * 5000 + ")" * 5000 + " }}", "12:3: error[T201] {{ (((("),
        ("{{ 9" + "9" * 5000 + " }}", "12:3: error[T201] {{ 9999"),
        ("{% for i in [[1]] recursive %}{% endfor %}", '12:21: error[T205] "recursive" is not a part'),
        ("{% for i in range(1) %}" * 30 + "{% endfor %}" * 30, "12:3: error[T204] too many statically nested"),
        ("{{ year" + "| int" * 300 + " }}", "12:3: error[T205] the expressions here are nested too deeply"),
        ("字" * 100_001, "11:7: error[T206] the text is longer than 100000 characters"),
        ("{{ _steps }}", '12:6: error[T205] "_steps" may not be used'),
        ("{{ year | _counted }}", '12:13: error[T205] "_counted" is not a part of the words'),
    ],
)
def test_hostile_words(tmp_path: Path, text: str, letter: str) -> None:
    (first, *_others) = told(tmp_path, text)
    assert first.startswith(f"c.yaml:{letter}")


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("{{ deadlines.submission.time }}", "12:3: error[T207] {{ deadlines.submission.time }}: this has no value"),
        ("{{ facts }}", "12:3: error[T207] {{ facts }}: this has no value"),
        ("{{ deadlines.submission }}", "12:3: error[T207] {{ deadlines.submission }}: this has several parts"),
        ("{{ contacts.office.people }}", "12:3: error[T207] {{ contacts.office.people }}: this is a list"),
        ("{{ deadlines.submission.hard }}", "12:3: error[T207] {{ deadlines.submission.hard }}: this is a yes or no"),
        ("｛｛ year ｝｝", '12:3: error[T208] "｛｛" are full-width braces'),
        ("共 {{ '{{' }} 项", '12:5: error[T208] "{{" is left over'),
        ("共 }} 项", '12:5: error[T208] "}}" is left over'),
        ("{% raw %}{{ year }}{% endraw %}", '12:3: error[T208] "{{" is left over'),
        ("于{{ year", '12:4: error[T201] "{{" is not closed'),
        ("于{{ year is }}前", "12:4: error[T201] {{ year is }} cannot be read"),
        ("{% if year %}于", "12:3: error[T201] {% if … %} has no {% endif %}"),
        ("{% endfor %}于", "12:3: error[T201] unknown tag {% endfor %}"),
        ("{{ unit.name }}", '12:6: error[T202] "unit" is known only where a unit of the roster is given'),
        ("{{ year.month }}", '12:6: error[T202] "year.month" is not known: year has no parts; write year alone'),
        ("{% for x in contacts.office.people %}{{ x.age }}{% endfor %}", '12:3: error[T202] there is no "age" here'),
    ],
)
def test_words_that_would_print_wrongly(tmp_path: Path, text: str, letter: str) -> None:
    (first, *_others) = told(tmp_path, text)
    assert first.startswith(f"c.yaml:{letter}")


def test_a_broken_tag_does_not_hide_the_others(tmp_path: Path) -> None:
    text = "{{ year is }}\n{{ yeer }}\n{% for x in contacts.office.people %}{{ x }}{% endfor %}{{ loop"
    assert [letter.split(":", 3)[1:3] for letter in told(tmp_path, text)] == [["12", "3"], ["13", "6"], ["14", "59"]]


def test_several_faults_that_only_show_when_filled_in(tmp_path: Path) -> None:
    found = told(tmp_path, "甲{{ contacts }}乙{{ year | day }}{{ year }}")
    assert [letter.split(" error")[0] for letter in found] == ["c.yaml:12:4:", "c.yaml:12:19:"]


def test_a_control_character_from_the_roster(tmp_path: Path) -> None:
    body = "body: |\n  单位：{{ unit.name }}\n"
    (letter,) = letters(tmp_path, body, unit={"name": "甲\x07乙"})
    assert letter.startswith("c.yaml:8:7: error[T209] a control character (U+0007)")


def test_a_unit_that_lacks_a_column(tmp_path: Path) -> None:
    (letter,) = letters(tmp_path, "body: |\n  {{ unit.nmae }}\n", unit={"name": "甲", "area": "乙"})
    assert letter.endswith('"unit.nmae" is not known: unit has no "nmae"; did you mean name?')


def test_values_come_in_order(tmp_path: Path) -> None:
    (letter,) = letters(tmp_path, 'facts: {batch: "{{ title }}"}\n')
    assert '"title" is not filled in yet where this is written' in letter


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("年龄<35岁 & A < B > C \"引\" 'x' \\n", "年龄<35岁 & A < B > C \"引\" 'x' \\n"),
        ("{{ '<b>&amp;' }}", "<b>&amp;"),
        ("{{ facts.none | default('无') }}", "无"),
        ("{% if facts.none is defined %}{{ facts.none }}{% else %}无{% endif %}", "无"),
        ("{% if unit is defined and unit.name %}{{ unit.name }}{% endif %}甲", "甲"),
        ("{# 内部备注 {{ yeer }} #}甲", "甲"),
        ("{% set n = year + 1 %}{{ n }}", "2021"),
        ("{{ issued.year }}.{{ issued.month }}", "2020.3"),
        ("集合{ 甲, 乙 }", "集合{ 甲, 乙 }"),
        ("{{ deadlines.submission.date.day if deadlines.submission.hard else '' }}", "13"),
        ("{% for k, v in contacts | items %}{{ k }}{{ v.people | last }}{% endfor %}", "office祝露"),
    ],
)
def test_words_that_are_fine(tmp_path: Path, text: str, printed: str) -> None:
    assert words(tmp_path, text, VALUES) == printed


def test_words_of_another_file_are_placed_there(tmp_path: Path) -> None:
    (tmp_path / "body.txt").write_text("第一段。\n\n见{{ yeer }}。\n", encoding="utf-8")
    (letter,) = letters(tmp_path, "body_file: body.txt\n")
    assert letter.startswith("body.txt:3:5: error[T202]")


def test_a_title_and_its_lines_must_agree(tmp_path: Path) -> None:
    lines = "title_lines: ['关于开展{{ year }}年', 申报工作通知]\n"
    (letter,) = letters(tmp_path, lines)
    assert letter.startswith("c.yaml:7:14: error[T210] title_lines are")
    assert composed(tmp_path, lines.replace("工作通知", "工作的通知")).title == ("关于开展2020年", "申报工作的通知")


@pytest.mark.parametrize("name", ["某市人社局", "某某某自治区人力资源和社会保障厅"])
def test_lines_that_a_value_has_made_too_long_are_broken_anew(tmp_path: Path, name: str) -> None:
    first, second = "{{ issuer.name }}关于开展{{ year }}年度", "专家服务基地申报工作的通知"
    campaign = re.sub("(?<=name: )[^,]*", name, CAMPAIGN)
    campaign = re.sub("title: .*", f"title: {first + second!r}", campaign)
    lines = composed(tmp_path, f"title_lines: [{first!r}, {second}]\n", campaign=campaign).title
    assert "".join(lines) == f"{name}关于开展2020年度{second}"
    assert max(map(width_of, lines)) <= LINE_WIDTH
    assert (lines[1] == second) == (name == "某市人社局")


def test_a_text_annex_needs_a_title(tmp_path: Path) -> None:
    (letter,) = letters(tmp_path, "annexes: [{id: a, body: 文}]\n")
    assert 'error[T211] the annex "a" has no title' in letter


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ year is }}", "{{ year is }} 无法识别：此处应为“名称”，写的却是“}}”"),
        ("{{ year 年 }}", "{{ year 年 }} 无法识别：此处应为“}}”，写的却是“年”"),
        ("{{ }}", "{{ }} 无法识别：“}}”之前缺少内容"),
        ("{{ year，2 }}", "{{ year，2 }} 无法识别：不能用字符“，”"),
        ("{% if year %}于", "{% if … %} 没有对应的 {% endif %}"),
        ("{% endif %}于", "不认识 {% endif %}"),
    ],
)
def test_what_jinja_says_is_said_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "zh_CN")
    (first, *_others) = told(tmp_path, text)
    assert first.partition("] ")[2].startswith(said)
