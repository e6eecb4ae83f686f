"""Mistakes in Word templates: each is told with the text that stands in Word, and what would do."""

from __future__ import annotations

import pytest
from word_files import member, names, p, packed, t, table, td, text_box, tr, word_file

from docgen.diagnostics import DocgenError, Exit, Place
from docgen.render.docx.compiled import compile_template
from docgen.render.docx.compiled.archive import read_archive
from docgen.render.docx.doctor import misplaced_tags

KNOWN = {"姓名": "name", "name": None, "phone": None, "teams": None, "boxes": {"level": {"国家级": None, "市级": None}}}


def letters(*body: str, **parts: str) -> list[str]:
    """What the author of a template is told."""
    with pytest.raises(DocgenError) as caught:
        compile_template(word_file(*body, **parts), Place("form.docx"), KNOWN)
    assert caught.value.exit_code == Exit.TEMPLATE
    return [str(problem).removeprefix("form.docx: ") for problem in caught.value.problems]


WITH_FOOTNOTE = word_file(p("正文"), footnotes=p("注：{{ name }}"))


def link(text: str) -> str:
    return f"<w:hyperlink>{t(text)}</w:hyperlink>"


CASES = {
    "a name misspelt": (
        [p("联系人：{{ nmae }}")],
        'error[T401] "nmae" is not known, in "联系人：{{ nmae }}"; did you mean name?',
    ),
    "a name in a loop": (
        [p("{%p for one in taems %}"), p("{{ one.x }}"), p("{%p endfor %}")],
        'error[T401] "taems" is not known, in "{% for one in taems %}"; did you mean teams?',
    ),
    "a part misspelt": (
        [p("{{ boxes.levle.国家级 }}国家级")],
        'error[T401] "levle" is not known, in "{{ boxes.levle.国家级 }}国家级"; did you mean level?',
    ),
    "no such option": (
        [p("{{ boxes.level['省级'] }}省级")],
        'error[T401] "省级" is not known, in "{{ boxes.level[\'省级\'] }}省级"; known are: 国家级, 市级',
    ),
    "all boxes at once": (
        [p("类别：{{ boxes.level }}")],
        'error[T401] "boxes.level" is several values, in "类别：{{ boxes.level }}"; '
        "known are: boxes.level.国家级, boxes.level.市级",
    ),
    "an option that is no word": (
        [p("{{ boxes.level.50人以上 }}")],
        'error[T409] the tags in "{{ boxes.level.50人以上 }}" are not understood: expected token '
        "'end of print statement', got '人以上'; "
        "write an option that has more than letters in quotes: {{ boxes.…['…'] }}",
    ),
    "else if": (
        [p("{% if name %}甲{% else if phone %}乙{% endif %}")],
        'error[T409] the tags in "{% if name %}甲{% else if phone %}乙{% en…" are not understood: expected token '
        "'end of statement block', got 'if'; write {% elif … %}",
    ),
    "one equals sign": (
        [p("{% if name = '甲' %}甲{% endif %}")],
        "error[T409] the tags in \"{% if name = '甲' %}甲{% endif %}\" are not understood: expected token "
        "'end of statement block', got '='; write == where two things are compared",
    ),
    "a sign that nobody sees": (
        [p("{{\u200bname }}")],
        "error[T409] the tags in \"{{\u200bname }}\" are not understood: unexpected char '\\u200b'; "
        "delete the tag and type it again in one go: {{ … }}, {% if … %}",
    ),
    "one brace": ([p("联系人：{name}")], 'error[T410] "{name}" is not a tag, in "联系人：{name}"; write {{ name }}'),
    "a field of a mail merge": (
        [p("联系人：«姓名»，{{ phone }}")],
        'error[T410] "«姓名»" is not a tag, in "联系人：«姓名»，{{ phone }}"; write {{ name }}',
    ),
    "a tag that a tracked change deletes": (
        [p("联系人：{{ name }}", '<w:del w:id="1"><w:r><w:delText>{{ phone }}</w:delText></w:r></w:del>')],
        'error[T403] "{{ phone }}" is deleted by a tracked change, and still in the file; accept the changes',
    ),
    "full-width braces": (
        [p("单位：｛｛ 单位 ｝｝")],
        'error[T402] "｛｛ ｝｝" are full-width braces, which fill nothing in, '
        'in the paragraph "单位：｛｛ 单位 ｝｝"; type half-width braces: {{ … }}',
    ),
    "full-width braces of a block": (
        [table([tr("甲", "｛% if name %｝是")], 2)],
        'error[T402] "｛% %｝" are full-width braces, which fill nothing in, in the cell "｛% if name %｝是"; '
        "type half-width braces: {{ … }}",
    ),
    "a tag that does not end": (
        [p("姓名：{{ name }，电话")],
        'error[T403] "{{" is half a tag, in the paragraph "姓名：{{ name }，电话"; '
        "write the whole tag in one paragraph: {{ name }}, {% if … %}",
    ),
    "a tag that does not end before the next": (
        [p("姓名：{{ name }，电话：{{ phone }}")],
        'error[T403] "{{" is half a tag, in the paragraph "姓名：{{ name }，电话：{{ phone }}"; '
        "write the whole tag in one paragraph: {{ name }}, {% if … %}",
    ),
    "a tag with spaced braces": (
        [p("{ { name } }")],
        'error[T403] "{ {" is half a tag, in the paragraph "{ { name } }"; '
        "write the whole tag in one paragraph: {{ name }}, {% if … %}",
    ),
    "a tag split by a link": (
        [p("甲{{ na", link("me }}"), "乙")],
        'error[T403] "{{ name }}" is split by a link, a field or a tracked change, in the paragraph "甲{{ name }}乙"; '
        "accept the changes, delete the tag and type it again in one go",
    ),
    "text beside a paragraph's tag": (
        [p("{%p if name %}以下"), p("甲"), p("{%p endif %}")],
        'error[T404] "{%p if name %}" takes the place of its whole paragraph, and "以下" would vanish, '
        'in the paragraph "{%p if name %}以下"; put the tag into a paragraph of its own',
    ),
    "text beside a row's tag": (
        [table([tr("{%tr for one in teams %}", "{{ name }}"), tr("{%tr endfor %}")], 2)],
        'error[T404] "{%tr for one in teams %}" takes the place of its whole row, and "{{ name }}" would vanish, '
        'in the cell "{%tr for one in teams %}"; put the tag into a row of its own',
    ),
    "text beside a cell's tag": (
        [table([tr(td("{%tc if name %}", "甲"), td("{%tc endif %}"))], 2)],
        'error[T404] "{%tc if name %}" takes the place of its whole cell, and "甲" would vanish, '
        'in the cell "{%tc if name %} 甲"; put the tag into a cell of its own',
    ),
    "a row's tag outside a table": (
        [p("{%tr if name %}"), table([tr("{%tr endif %}")], 1)],
        'error[T405] "{%tr if name %}" stands outside a table, in the paragraph "{%tr if name %}"; '
        "outside tables write {%p … %}",
    ),
    "a cell's tag outside a table": (
        [p("{% colspan 2 %}")],
        'error[T405] "{% colspan 2 %}" stands outside a table, in the paragraph "{% colspan 2 %}"',
    ),
    "a missing endfor": (
        [p("{%p for one in teams %}"), p("{{ one }}")],
        'error[T406] "{%p for one in teams %}" is never closed, in the paragraph "{%p for one in teams %}"; '
        "write {%p endfor %} where it ends",
    ),
    "a missing endif within a loop": (
        [p("{%p for one in teams %}"), p("{% if name %}{{ one }}"), p("{%p endfor %}")],
        'error[T406] "{% if name %}" is never closed, in the paragraph "{% if name %}{{ one }}"; '
        "write {% endif %} where it ends",
    ),
    "an endif too many": (
        [p("{{ name }}{% endif %}")],
        'error[T406] "{% endif %}" belongs to nothing that is open, in the paragraph "{{ name }}{% endif %}"; '
        "look for the tag that it should close",
    ),
    "an else of nothing": (
        [p("{{ name }}{% else %}")],
        'error[T406] "{% else %}" belongs to nothing that is open, in the paragraph "{{ name }}{% else %}"; '
        "look for the tag that it should close",
    ),
    "a loop across cells": (
        [table([tr("{% for one in teams %}甲", "{% endfor %}乙")], 2)],
        'error[T407] "{% for one in teams %}" begins in one paragraph, cell or row and ends in another; '
        "let it begin and end in the same one: {%p for … %} for whole paragraphs, {%tr for … %} for whole rows",
    ),
    "a condition across cells": (
        [table([tr(td("{%p if name %}", "甲"), td("{%p endif %}", "乙"))], 2)],
        'error[T407] "{% if name %}" begins in one paragraph, cell or row and ends in another; '
        "let it begin and end in the same one: {%p if … %} for whole paragraphs, {%tr if … %} for whole rows",
    ),
    "a row's loop ended within a cell": (
        [table([tr("{%tr for one in teams %}"), tr(td("{{ one }}", "{%p endfor %}"), "乙")], 2)],
        'error[T407] "{% for one in teams %}" begins in one paragraph, cell or row and ends in another; '
        "let it begin and end in the same one: {%p for … %} for whole paragraphs, {%tr for … %} for whole rows",
    ),
    "a filter misspelt": (
        [p("{{ name|uper }}")],
        'error[T408] "uper" is neither a filter nor a test, in "{{ name|uper }}"; did you mean upper?',
    ),
    "a test misspelt": (
        [p("{% if name is defind %}是{% endif %}")],
        'error[T408] "defind" is neither a filter nor a test, in "{% if name is defind %}是{% endif %}"; '
        "did you mean defined?",
    ),
    "a tag that is none": (
        [p("{% fro one in teams %}甲{% endfor %}")],
        'error[T409] "fro" in "{% fro one in teams %}" is not a tag, '
        'in the paragraph "{% fro one in teams %}甲{% endfor %}"; did you mean for?',
    ),
    "a space before the level": (
        [p("{% p if name %}"), p("甲"), p("{%p endif %}")],
        'error[T409] "p" in "{% p if name %}" is not a tag, in the paragraph "{% p if name %}"; write {%p … %}',
    ),
    "a full-width sign in a tag": (
        [p("{{ name｜upper }}")],
        "error[T409] the tags in \"{{ name｜upper }}\" are not understood: unexpected char '｜'; "
        "type half-width signs within tags: | ( ) , =",
    ),
    "two names without a sign between": (
        [p("甲{{ name phone }}")],
        "error[T409] the tags in \"甲{{ name phone }}\" are not understood: expected token 'end of print statement', "
        "got 'phone'; delete the tag and type it again in one go: {{ … }}, {% if … %}",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_in_the_words_that_stand_there(case: str) -> None:
    body, letter = CASES[case]
    assert letters(*body) == [letter]


def test_all_mistakes_are_told_at_once() -> None:
    told = letters(
        p("｛｛ name ｝｝"),
        p("{{ nmae }}"),
        p("{{ phone|uper }}"),
        p("甲{%p if name %}"),
        p("{%p endif %}"),
        p("{phone}"),
    )
    assert [letter[6:10] for letter in told] == ["T402", "T404", "T410", "T408", "T401"]


def test_a_tag_over_two_paragraphs_is_two_halves() -> None:
    told = letters(p("姓名：{{"), p("name }}"))
    assert [letter[:31] for letter in told] == ['error[T403] "{{" is half a tag,', 'error[T403] "}}" is half a tag,']


def test_headers_footers_and_notes_are_looked_at() -> None:
    told = letters(p("甲"), header=p("｛｛ name ｝｝"), footer=p("{{ nmae }}"), footnotes=p("{{ name"))
    assert [letter[6:10] for letter in told] == ["T403", "T402", "T401"]
    assert 'in the paragraph "{{ name" of the notes' in told[0]
    assert 'in the paragraph "｛｛ name ｝｝" of the header' in told[1]


def test_endnotes_are_not_filled_in() -> None:
    members = {name: member(WITH_FOOTNOTE, name).decode() for name in names(WITH_FOOTNOTE)}
    members["word/endnotes.xml"] = members.pop("word/footnotes.xml").replace("footnote", "endnote")
    with pytest.raises(DocgenError) as caught:
        compile_template(packed({name: xml.replace("footnote", "endnote") for name, xml in members.items()}))
    assert [str(problem) for problem in caught.value.problems] == [
        'error[T405] "{{ name }}" stands in an endnote, where nothing is filled in; make a footnote of it'
    ]


def test_text_boxes_are_paragraphs_of_their_own() -> None:
    assert letters(p("甲", text_box(p("{%p if name %}乙")), "丙"), p("{%p endif %}"))[0].startswith(
        'error[T404] "{%p if name %}" takes the place of its whole paragraph, and "乙" would vanish'
    )


@pytest.mark.parametrize(
    "body",
    [
        [p("花括号 { 与 } 不是标记，{_{ 也不是")],
        [p(t("{"), t("{ na"), t("me }"), t("}"))],
        [p("{%p if name %}", "{# 说明 #}"), p("甲"), p("{%p endif %}")],
        [p("甲{% if name %}"), p("乙"), p("{% endif %}丙")],
        [p("{% set x %}甲{% endset %}{% set y = 1 %}{{ x }}{{ y }}")],
        [table([tr("{%tr for one in teams %}"), tr("{{ one }}{{ loop.index }}"), tr("{%tr endfor %}")], 1)],
    ],
)
def test_what_docxtpl_can_do_is_no_mistake(body: list[str]) -> None:
    assert not [*misplaced_tags(read_archive(word_file(*body)), None)]
    assert compile_template(word_file(*body), known=KNOWN).fill({"name": "甲", "teams": ["一"]})


def test_braces_around_other_words_are_text() -> None:
    docx = word_file(p("集合{甲}、«论语»，{ name、phone }"))
    assert compile_template(docx, None, KNOWN).path == "compiled"


def test_what_breaks_the_file_is_told_with_the_text_before_it() -> None:
    """docxtpl takes the paragraph's beginning for that of the text box, and cuts the box in two."""
    for body in (
        [p("甲"), p(text_box(p("内")), "{%p if name %}"), p("乙"), p("{%p endif %}")],
        [p("甲"), p(text_box(p("内")), "{{p name }}")],
    ):
        told = letters(*body)
        assert [letter[6:10] for letter in told] == ["T420"]
        assert "delete the tags there" in told[0]
