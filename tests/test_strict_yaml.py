"""YAML as a careful clerk reads it."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml

from docgen.diagnostics import DocgenError
from docgen.sources.strict_yaml import load_yaml, read_yaml

SAMPLE = """\
# 一份通知
id: tianjin-2020
number: 人社专技司函〔2020〕016号
phone: 0471
time: 12:30
wrong: no
power: 1e3
empty:
tilde: ~
office: {people: [杨妤, 祝露], fax: "022-1"}
title: "关于{{ year }}年的通知"
body: |
  一、申报内容

    缩进的一行
  二、其他
folded: >-
  第一段
  接着

  第二段
list:
  - a
  - {b: c}
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether PyYAML was built with libyaml must not show."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader")


def letters(text: str) -> list[str]:
    with pytest.raises(DocgenError) as caught:
        load_yaml(text, "a.yaml")
    assert caught.value.exit_code == 3
    return [str(problem) for problem in caught.value.problems]


def test_every_text_stays_as_typed() -> None:
    data, _sources = load_yaml(SAMPLE, "a.yaml")
    assert data["number"] == "人社专技司函〔2020〕016号"
    assert [data[key] for key in ("phone", "time", "wrong", "power")] == ["0471", "12:30", "no", "1e3"]
    assert data["office"] == {"people": ["杨妤", "祝露"], "fax": "022-1"}
    assert data["body"] == "一、申报内容\n\n  缩进的一行\n二、其他\n"
    assert data["folded"] == "第一段 接着\n第二段"


def test_nothing_written_is_no_value() -> None:
    data, _sources = load_yaml('a:\nb: ~\nc: null\nd: ""\ne: "~"\n', "a.yaml")
    assert data == {"a": None, "b": None, "c": None, "d": "", "e": "~"}


def test_places_of_values_and_keys() -> None:
    _data, sources = load_yaml(SAMPLE, "a.yaml")
    assert str(sources.place(("phone",))) == "a.yaml:4:8"
    assert str(sources.place_of_key(("phone",))) == "a.yaml:4:1"
    assert str(sources.place(("office", "people", 1))) == "a.yaml:10:23"
    assert str(sources.place(("list", 1, "b"))) == "a.yaml:24:9"
    assert str(sources.place(("list", 1, "not there"))) == "a.yaml:24:5"


def test_each_line_of_a_text_knows_its_place() -> None:
    _data, sources = load_yaml(SAMPLE, "a.yaml")
    assert str(sources.place_in_text(("body",), 0, 2)) == "a.yaml:13:5"
    assert str(sources.place_in_text(("body",), 2)) == "a.yaml:15:3"
    assert str(sources.place_in_text(("body",), 3, 1)) == "a.yaml:16:4"
    assert str(sources.place_in_text(("folded",), 1)) == "a.yaml:21:3"
    assert str(sources.place_in_text(("title",), 0, 2)) == "a.yaml:11:11"


def test_the_place_of_a_line_is_where_the_line_stands() -> None:
    data, sources = load_yaml(SAMPLE, "a.yaml")
    written = SAMPLE.split("\n")
    for loc, places in sources.text_lines.items():
        text = _at(data, loc)
        for line, place in zip((text or "").split("\n"), places, strict=False):
            there = written[(place.line or 0) - 1][(place.column or 0) - 1 :]
            assert there.startswith(line) or line.startswith(there), (loc, line, there)


def _at(data: Any, loc: tuple[str | int, ...]) -> Any:
    for step in loc:
        data = data[step]
    return data


def test_windows_line_ends() -> None:
    data, sources = load_yaml("a: 1\r\nbody: |\r\n  一\r\n  二\r\n", "a.yaml")
    assert data["body"] == "一\n二\n"
    assert str(sources.place_in_text(("body",), 1, 1)) == "a.yaml:4:4"


def test_a_full_width_colon_in_a_value_or_a_quoted_key_is_a_text() -> None:
    data, _sources = load_yaml('a: {b: 联系人：, "丙：": [丁：戊]}\n', "a.yaml")
    assert data == {"a": {"b": "联系人：", "丙：": ["丁：戊"]}}


def test_an_alias_repeats_a_value() -> None:
    data, sources = load_yaml("a: &x {b: c}\nd: *x\n", "a.yaml")
    assert data == {"a": {"b": "c"}, "d": {"b": "c"}}
    assert str(sources.place(("d",))) == "a.yaml:2:4"
    assert str(sources.place(("d", "b"))) == "a.yaml:1:11"


CASES = {
    "": "a.yaml: error[C165] the file is empty",
    "# only a comment\n": "a.yaml: error[C165] the file is empty",
    "a: b\nc: d\na: e\n": (
        'a.yaml:3:1: error[C182] the key "a" is written twice, the first time in line 1; keep one of them'
    ),
    "a: !!python/name:os.system x": (
        "a.yaml:1:4: error[C184] a type written by hand (!…) is not read; "
        "delete it; put a text that begins with ! in quotes"
    ),
    "a: b\n---\nc: d": (
        "a.yaml:2:1: error[C185] a second document begins here; one file holds one; "
        "delete the line ---, or make two files"
    ),
    "[a, b]: c": ("a.yaml:1:1: error[C183] a key must be a text; write a word, a colon and a space before the value"),
    "a: &x {b: c}\nd:\n  <<: *x": ("a.yaml:3:3: error[C187] merge keys (<<) are not read; write the values out"),
    "a: *注": 'a.yaml:1:4: error[C180] a value cannot begin with "*"; put the whole value in quotes',
    "a: *b": (
        "a.yaml:1:4: error[C186] *b repeats a value marked &b, but there is none above; "
        "put a text that begins with * in quotes"
    ),
    "a: &b [*b]": (
        "a.yaml:1:8: error[C186] *b stands within the value that it repeats; put a text that begins with * in quotes"
    ),
    "a: b\nc: \x0bd": "a.yaml:2:4: error[C166] the character U+000B cannot be printed; delete it",
    'a: "b\\x07"': "a.yaml:1:4: error[C166] the character U+0007 cannot be printed; delete it",
    "a:\n\tb: c": "a.yaml:2:1: error[C181] a tab stands at the start of the line; use spaces",
    "title：甲\nb: c": ('a.yaml:1:6: error[C180] a full-width colon ends the key; write ":" and a space'),
    "a: {b： c}": 'a.yaml:1:6: error[C180] a full-width colon ends the key; write ":" and a space',
    "a: {b: c，d: e}": 'a.yaml:1:9: error[C180] a full-width comma stands between two keys; write "," and a space',
    "a:\n  - ｛b: c, d: e｝": (
        "a.yaml:2:5: error[C180] a full-width bracket opens a list or a mapping; write [ ] or { }"
    ),
    "a: {b: c d: e}": (
        "a.yaml:1:4: error[C180] the mapping that begins here is not closed, or lacks a comma; "
        'put "," and a space between the entries'
    ),
    "a: {{ year }}年": (
        'a.yaml:1:4: error[C180] to YAML, {{ opens a mapping; put the whole value in quotes: "{{ year }}年"'
    ),
    "a: {{ year }}": ('a.yaml:1:5: error[C183] a key must be a text; put the whole value in quotes: "{{ year }}年"'),
    "a: 关于: 的通知": ("a.yaml:1:6: error[C180] a second colon stands in the line; put the whole value in quotes"),
    "a: b\n  c: d": (
        "a.yaml:2:1: error[C180] the key above has a value already, nothing can stand below it; "
        "begin this line in the same column as the key above"
    ),
    "a:b\nc: d": ('a.yaml:1:1: error[C180] the line has no key: a word, a colon, a space; write "key: value"'),
    "body: |\n一、申报\nb: c": (
        'a.yaml:2:1: error[C180] the line is neither "key: value" nor part of the text above it; '
        "indent it if it belongs to the text above; put a space behind the colon of a key"
    ),
    "a:\n  b: c\n d: e": (
        "a.yaml:3:2: error[C180] the line is indented in another way than its neighbours; "
        "what belongs together begins in the same column, a text below | further in"
    ),
    "a: [b, c\nd: e": (
        'a.yaml:1:4: error[C180] the list that begins here is not closed, or lacks a comma; close it with "]"'
    ),
    "a: {b: c\nd: e": (
        'a.yaml:1:4: error[C180] the mapping that begins here is not closed, or lacks a comma; close it with "}"'
    ),
    'a: "b\nc: d': "a.yaml:1:4: error[C180] the quotation mark that opens here is never closed",
    'a: "b"c': ("a.yaml:1:7: error[C180] something stands behind the end of the value; put the whole value in quotes"),
    "a: @b": 'a.yaml:1:4: error[C180] a value cannot begin with "@"; put the whole value in quotes',
    'a: "\\q"': ("a.yaml:1:4: error[C180] \\ has a meaning of its own in double quotes; use single quotes"),
    "a: - b": "a.yaml:1:4: error[C180] a list begins on a line of its own; put the whole value in quotes",
    "a: ]": "a.yaml:1:4: error[C180] a value is missing here; put the whole value in quotes",
    "a: |b\n c": "a.yaml:1:5: error[C180] a text below | or > begins on the next line, indented",
    "a: " + "[" * 60 + "]" * 60: ("a.yaml:1:53: error[C188] lists and mappings stand in each other more than 50 deep"),
}


@pytest.mark.parametrize(("text", "letter"), CASES.items(), ids=[text[:20] for text in CASES])
def test_what_is_refused_and_how_it_is_said(text: str, letter: str) -> None:
    assert letters(text) == [letter]


def test_all_that_leaves_the_rest_readable_is_said_at_once() -> None:
    found = letters("a: 1\na: 2\n<<: {b: c}\nd: !!int 3\n")
    assert [letter.split("]")[0] for letter in found] == [
        "a.yaml:2:1: error[C182",
        "a.yaml:3:1: error[C187",
        "a.yaml:4:4: error[C184",
    ]
    reading = read_yaml("a: 1\na: 2\n", "a.yaml", "F")
    assert reading.data == {"a": "1"}
    assert [problem.code for problem in reading.problems] == ["F182"]


def test_a_billion_laughs() -> None:
    lines = ["a: &a [" + ", ".join(["x"] * 10) + "]"]
    for above, name in zip("abcdefg", "bcdefgh", strict=True):
        lines.append(f"{name}: &{name} [" + ", ".join([f"*{above}"] * 10) + "]")
    (letter,) = letters("\n".join(lines))
    assert letter == "a.yaml:5:36: error[C188] the file has more than 100000 values, aliases counted"


def test_aliases_cannot_grow_deep() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 80)]
    (letter,) = letters("\n".join(lines))
    assert "more than 50 deep" in letter


ODD_PIECES = ["{{", "}}", "：", "\t", "- ", "*a", "&a ", "!x ", "---\n", "<<: ", '"', "'", "|", "\x00", "\\"]


def test_whatever_is_typed_ends_in_data_or_a_letter() -> None:
    chance = random.Random(9704)
    unplaced = []
    for _round in range(400):
        text = SAMPLE
        for _change in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice([*SAMPLE, *ODD_PIECES]) + text[at + chance.randint(0, 3) :]
        try:
            problems = read_yaml(text, "a.yaml").problems
        except DocgenError as error:
            problems = error.problems
        unplaced += [problem for problem in problems if not (problem.place and problem.place.line)]
    assert unplaced == []
