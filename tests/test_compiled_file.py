"""What the engine refuses, what it does better than docxtpl, and the files that it writes."""

from __future__ import annotations

import io
import pickle
import sys
import zipfile

import pytest
from docx import Document
from lxml import etree
from tagged import COMPILED, TEMPLATES, canonical_parts
from word_files import member, names, p, packed, table, td, texts, tr, word_file

from docgen.diagnostics import DocgenError, Exit
from docgen.render.docx.compiled import compile_template
from docgen.render.docx.compiled.archive import coder

# ---------------------------------------------------------------- what bare docxtpl gets wrong


def test_a_value_is_never_a_tag() -> None:
    """docxtpl takes {_{ in a value for its own escape, and fills footnotes in once for each section."""
    plain = compile_template(word_file(p("{{ a }}"), footnotes=p("{{ a }}")))
    loop = compile_template(
        word_file(p("{% if a %}{{ a }}{_%{% endif %}"), footnotes=p("{% if a %}{{ a }}{% endif %}"))
    )
    for value in ("{_{ x }_}", "{_% x %_}", "{{ a }}", "{% raw %}"):
        for compiled, behind in ((plain, ""), (loop, "{%")):
            filled = compiled.fill({"a": value})
            assert texts(filled) == [value + behind]
            assert texts(filled, "word/footnotes.xml") == [value]


def test_empty_values_print_nothing() -> None:
    assert texts(compile_template(word_file(p("甲{{ a }}乙"))).fill({"a": None})) == ["甲乙"]


def test_a_title_is_escaped_once() -> None:
    compiled = compile_template(word_file(p("甲"), title="{{ a }} 与 {{ b|default(&quot;无&quot;) }}"))
    title = etree.fromstring(member(compiled.fill({"a": "A & <B>"}), "docProps/core.xml"))[0].text
    assert title == "A & <B> 与 无"


def test_a_cell_never_loses_its_last_paragraph() -> None:
    """Word opens no file in which a cell holds none; docxtpl leaves it like that."""
    compiled = compile_template(word_file(table([tr(td("{%p if a %}", "甲", "{%p endif %}"), "乙")], 2)))
    assert texts(compiled.fill({"a": "是"})) == ["甲", "乙"]
    assert texts(compiled.fill({"a": ""})) == ["", "乙"]


@pytest.mark.parametrize("name", ["plain", "rows", "header"])
@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff", "\u2028"])
def test_what_no_word_file_can_hold_is_refused_by_name(name: str, character: str) -> None:
    values = {"a": "好", "b": f"坏{character}", "rows": [{"a": "好", "b": f"{character}坏"}]}
    with pytest.raises(DocgenError) as caught:
        COMPILED[name].fill(values)
    assert caught.value.exit_code == Exit.CAMPAIGN
    told = [(problem.code, problem.message.split(":")[0]) for problem in caught.value.problems]
    assert ("R420", "b") in told
    assert name != "rows" or ("R420", "rows[0].b") in told
    assert "a" not in [key for _code, key in told]


@pytest.mark.parametrize("name", ["plain", "rows"])
def test_line_breaks_of_every_system_are_line_breaks(name: str) -> None:
    values = {"b": "", "rows": [{"a": "x\r\ny", "b": "z"}]}
    assert COMPILED[name].fill({"a": "一\r\n二\r三", **values}) == COMPILED[name].fill(
        {"a": "一\n二\n三", "b": "", "rows": [{"a": "x\ny", "b": "z"}]}
    )


@pytest.mark.parametrize("name", ["plain", "filters", "rows", "header"])
def test_a_name_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(DocgenError) as caught:
        COMPILED[name].fill({"aa": "x", "rows": [{"a": "x", "b": "y"}]})
    assert [problem.code for problem in caught.value.problems] == ["T401"]
    assert caught.value.exit_code == Exit.TEMPLATE
    assert '"a"' in str(caught.value) or '"b"' in str(caught.value)


def test_values_cannot_reach_python() -> None:
    compiled = compile_template(word_file(p("{{ a.__class__.__mro__ }}"), p("{{ a.upper.__globals__ }}")))
    with pytest.raises(DocgenError) as caught:
        compiled.fill({"a": "x"})
    assert caught.value.exit_code == Exit.TEMPLATE


def test_a_loop_has_an_end() -> None:
    compiled = compile_template(word_file(p("{% for one in range(10**9) %}甲{% endfor %}")))
    with pytest.raises(DocgenError) as caught:
        compiled.fill({})
    assert [problem.code for problem in caught.value.problems] == ["T422"]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ a + 1 }}", "“+”不能用在文字和数字之间"),
        ("{{ 1 + a }}", "“+”不能用在数字和文字之间"),
        ("{{ 1 < a }}", "“<”不能用在数字和文字之间"),
        ("{{ 1 / 0 }}", "除以了 0"),
        ("{{ a() }}", "文字不是函数，后面不能加括号"),
        ("{% for one in 5 %}{{ one }}{% endfor %}", "数字不能逐个取出"),
        ("{{ a.contact }}", "文字里没有“contact”"),
        ("{{ [1][5] }}", "列表里没有第 5 项（从 0 数起）"),
        ("{{ (a }}", "此处应为“)”，写的却是“}”"),
        ("{{ a. }}", "点号后面缺少名称"),
    ],
)
def test_what_cannot_be_filled_in_is_said_in_chinese(monkeypatch: pytest.MonkeyPatch, tag: str, said: str) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "zh_CN")
    with pytest.raises(DocgenError) as caught:
        compile_template(word_file(p(tag))).fill({"a": "x"})
    assert said in caught.value.problems[0].message


# ---------------------------------------------------------------- the file

VALUES = {"a": "甲", "b": "乙", "n": 2, "colour": "FF0000", "rows": [{"a": "丙", "b": 1}]}


def test_the_same_values_give_the_same_bytes() -> None:
    for compiled in COMPILED.values():
        assert compiled.path == "compiled"
        assert compiled.fill(VALUES) == compiled.fill(dict(reversed(VALUES.items())))


def test_a_compiled_template_can_be_sent_to_another_process() -> None:
    for compiled in COMPILED.values():
        filled = compiled.fill(VALUES)
        assert pickle.loads(pickle.dumps(compiled)).fill(VALUES) == filled


def test_the_archive_is_one_that_anything_opens() -> None:
    docx = TEMPLATES["header"]
    filled = COMPILED["header"].fill(VALUES)
    with zipfile.ZipFile(io.BytesIO(filled)) as file:
        assert file.testzip() is None
        assert file.namelist()[0] == "[Content_Types].xml"
        assert sorted(file.namelist()) == sorted(names(docx))
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert member(filled, "word/_rels/document.xml.rels") == member(docx, "word/_rels/document.xml.rels")
    assert [paragraph.text for paragraph in Document(io.BytesIO(filled)).paragraphs] == ["甲"]


def test_stored_members_stay_stored_and_folders_are_left_out() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        file.writestr("word/", b"")
        for name in reversed(names(TEMPLATES["plain"])):
            file.writestr(name, member(TEMPLATES["plain"], name))
    filled = compile_template(out.getvalue()).fill(VALUES)
    assert "word/" not in names(filled)
    assert names(filled)[0] == "[Content_Types].xml"
    assert canonical_parts(filled) == canonical_parts(COMPILED["plain"].fill(VALUES))


def test_without_isal_the_file_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = COMPILED["header"].fill(VALUES)
    monkeypatch.setitem(sys.modules, "isal", None)
    coder.cache_clear()
    try:
        slow = compile_template(TEMPLATES["header"]).fill(VALUES)
    finally:
        coder.cache_clear()
    assert names(slow) == names(fast)
    assert all(member(slow, name) == member(fast, name) for name in names(slow))


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip", word_file(p("甲"))[:-30], packed({"a.txt": "x"})])
def test_what_is_no_word_file_is_told(data: bytes) -> None:
    with pytest.raises(DocgenError) as caught:
        compile_template(data)
    assert [problem.code for problem in caught.value.problems] == ["T400"]
    assert caught.value.exit_code == Exit.TEMPLATE
