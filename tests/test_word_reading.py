"""Word files as offices make them, read for the rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from docgen.diagnostics import DocgenError
from docgen.lint.foreign import reading_of_file
from docgen.lint.word_numbers import Numbering


def parts(path: Path) -> list[tuple[str, str]]:
    return [(passage.part, passage.text) for passage in reading_of_file(path).passages]


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def word_of(folder: Path, *inner: str) -> Path:
    """A Word file of paragraphs, each given by what stands in its element."""
    document = Document()
    for xml in inner:
        body = document.element.body
        body.insert(len(body) - 1, parse_xml(f"<w:p {W} {M} {V}>{xml}</w:p>"))
    path = folder / "old.docx"
    document.save(str(path))
    return path


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def listed_in(number: int, level: int, text: str) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(text)}'


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("请按时") + run("(内部,勿外传)", "<w:vanish/>") + run("报送。"), "请按时报送。"),
        (run("2024") + "<w:r><w:noBreakHyphen/></w:r>" + run("2025年。"), "2024-2025年。"),
        ("<m:oMath><m:r><m:t>a,b</m:t></m:r></m:oMath>" + run("，为常数。"), "\ufffc，为常数。"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("是"), "\ufffc是"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>li,</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>李</w:t></w:r></w:rubyBase>"
            f"</w:ruby></w:r>{run('某')}",
            "李某",
        ),
        (run("请各单位认真") + "<w:r><w:br/></w:r>" + run("组织。"), "请各单位认真组织。"),
    ],
)
def test_what_a_paragraph_of_a_word_file_says(tmp_path: Path, inner: str, text: str) -> None:
    assert [words for _part, words in parts(word_of(tmp_path, inner))] == [text]


def test_lines_broken_by_hand_are_told_apart(tmp_path: Path) -> None:
    """Pasted from a page of the web, a whole notice is one paragraph."""
    lines = [
        "关于报送2026年推荐",
        "材料的通知",
        "各有关单位：",
        "现就有关事项通知如下：",
        "一、推荐范围",
        "在本市工作的人员。",
    ]
    path = word_of(tmp_path, "<w:r><w:br/></w:r>".join(map(run, lines)))
    reading = reading_of_file(path)
    assert [(one.part, one.text, one.place.where) for one in reading.passages] == [
        ("title", "关于报送2026年推荐材料的通知", "paragraph 1"),
        ("addressee", "各有关单位：", "paragraph 1"),
        ("body", "现就有关事项通知如下：", "paragraph 1"),
        ("body", "一、推荐范围", "paragraph 1"),
        ("body", "在本市工作的人员。", "paragraph 1"),
    ]


def test_text_boxes_are_read_and_not_counted(tmp_path: Path) -> None:
    box = "".join(f"<w:p>{run(text)}</w:p>" for text in ("示人社发〔2026〕12号", "关于报送推荐材料的通知"))
    path = word_of(
        tmp_path,
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        run("各有关单位："),
        run("现就有关事项通知如下，请各单位按照本通知的要求认真组织，于规定时间前将推荐材料报送我局。"),
    )
    assert [(one.part, one.place.where) for one in reading_of_file(path).passages] == [
        ("number", "text box at paragraph 1"),
        ("title", "text box at paragraph 1"),
        ("addressee", "paragraph 2"),
        ("body", "paragraph 3"),
    ]


def test_lists_of_one_template_count_on_unless_told_to_begin_again(tmp_path: Path) -> None:
    path = word_of(tmp_path, *(listed_in(number, 0, "推荐") for number in (81, 81, 82, 83, 81)))
    document = Document(str(path))
    numbering = document.part.numbering_part.element
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    template = level.format(kind="chineseCounting", text="%1、")
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="80">{template}</w:abstractNum>'))
    for number, own in ((81, ""), (82, ""), (83, again)):
        numbering.append(parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="80"/>{own}</w:num>'))
    document.save(str(path))
    assert [text for _part, text in parts(path)] == ["一、推荐", "二、推荐", "三、推荐", "一、推荐", "二、推荐"]


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("chineseCountingThousand", "三"),
        ("decimal", "3"),
        ("lowerLetter", "c"),
        ("upperRoman", "III"),
        ("ideographTraditional", "丙"),
        ("decimalEnclosedCircleChinese", "③"),
        ("decimalFullWidth", "３"),
        ("bullet", ""),
    ],
)
def test_numbers_of_lists_are_written_as_word_writes_them(kind: str, label: str) -> None:
    root = parse_xml(
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    assert Numbering.read(root).label("1", "0") == f"{label}、"


@pytest.mark.parametrize("name", ["old.docx", "old.txt"])
def test_a_file_without_text_is_not_called_good(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Document().save(str(path)) if name.endswith(".docx") else path.write_text(" \n\n", encoding="utf-8")
    with pytest.raises(DocgenError) as error:
        reading_of_file(path)
    assert [problem.code for problem in error.value.problems] == ["D106"]
