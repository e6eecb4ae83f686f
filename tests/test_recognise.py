"""Documents that docgen did not make: which of their words are what, and where they stand."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from page_cases import page_case
from word_cases import word_case

from docgen.diagnostics import DocgenError, Exit
from docgen.lint.fix import mended
from docgen.lint.foreign import reading_of_file
from docgen.lint.rules import BY_CODE
from docgen.lint.run import outcome_of

FROM_THE_WEB = """\
首页 > 政务公开 > 通知
示例市人力资源和社会保障局
关于做好推荐工作的通知
示人社发〔2026〕12号
各区人力资源和社会保障局，
各有关单位：
　　现就有关事项通知如下。
　　一、推荐范围
　　在职人员。
附件：
1.专家推荐表
2.专家推荐汇总表
示例市人力资源和社会保障局
2026年3月5日
（此件公开发布）
附件1
专家推荐表
\t姓名\t
\t工作单位\t
分享到：微信
"""


def parts(path: Path) -> list[tuple[str, str]]:
    return [(passage.part, passage.text) for passage in reading_of_file(path).passages]


def text_file(folder: Path, text: str) -> Path:
    path = folder / "old.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_notice_from_the_web(tmp_path: Path) -> None:
    assert parts(text_file(tmp_path, FROM_THE_WEB)) == [
        ("title", "示例市人力资源和社会保障局关于做好推荐工作的通知"),
        ("number", "示人社发〔2026〕12号"),
        ("addressee", "各区人力资源和社会保障局，各有关单位："),
        ("body", "现就有关事项通知如下。"),
        ("body", "一、推荐范围"),
        ("body", "在职人员。"),
        ("annex_note", "附件："),
        ("annex_note", "1.专家推荐表"),
        ("annex_note", "2.专家推荐汇总表"),
        ("signature", "示例市人力资源和社会保障局"),
        ("date", "2026年3月5日"),
        ("note", "（此件公开发布）"),
        ("annex_label", "附件1"),
        ("annex_title", "专家推荐表"),
        ("cell", "姓名"),
        ("cell", "工作单位"),
    ]


def test_a_letterhead_above_and_an_imprint_below(tmp_path: Path) -> None:
    text = """\
示例市人力资源和社会保障局文件
示人社发〔2026〕12号　　签发人：李某

关于做好推荐工作的请示

市人民政府：
妥否，请批示。
示例市人力资源和社会保障局　2026年3月5日
抄送：市财政局。
示例市人力资源和社会保障局办公室　2026年3月6日印发
— 1 —
"""
    assert [part for part, _text in parts(text_file(tmp_path, text))] == [
        "letterhead", "number", "letterhead", "title", "addressee", "body", "signature", "date", "copies_to", "imprint",
        "page_number",
    ]  # fmt: skip


def test_the_date_of_an_examination_is_not_the_date_of_the_notice(tmp_path: Path) -> None:
    text = """\
关于2026年考试报名的通知
一、考试时间
2026年5月26日
二、考区设置
考区设在示例市。
示例市人事考试中心
2026年2月24日
"""
    assert [text for part, text in parts(text_file(tmp_path, text)) if part == "date"] == ["2026年2月24日"]


def test_a_forwarded_notice_is_another_office_s(tmp_path: Path) -> None:
    text = """\
关于转发省厅通知的通知
各区人力资源和社会保障局：
现将通知转发给你们。
示例市人力资源和社会保障局
2026年3月5日
关于做好推荐工作的通知
示省人社发[2026]3号
各市人力资源和社会保障局：
现通知如下。
"""
    path = text_file(tmp_path, text)
    assert [part for part, _text in parts(path)][-4:] == ["attached"] * 4
    assert outcome_of(reading_of_file(path), [BY_CODE["REF-003"]]).findings == ()


def test_a_forwarded_notice_is_another_office_s_also_where_our_title_names_it(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text(
        "示例市人力资源和社会保障局转发省厅关于组织开展2026年专家服务基层活动的通知\n各区人力资源和社会保障局：\n"
        "现将通知转发给你们，请遵照执行。\n示例市人力资源和社会保障局\n2026年3月16日\n"
        "关于组织开展2026年专家服务基层活动的通知\n示省人社函〔2026〕31号\n各市人力资源和社会保障局：\n"
        "现就有关事项通知如下:\n示例省人力资源和社会保障厅\n2026年3月6日\n",
        encoding="utf-8",
    )
    assert [part for part, _text in parts(path)][-6:] == ["attached"] * 6


def test_a_broken_title_is_mended_on_the_line_where_it_was_typed(tmp_path: Path) -> None:
    text = "关于转发\n示省人社发[2026]3号文件的通知\n\n各有关单位：\n请遵照执行。\n"
    path = text_file(tmp_path, text)
    findings = outcome_of(reading_of_file(path), [BY_CODE["REF-003"]]).findings
    assert [(one.place.line, one.place.column) for one in findings] == [(2, 6)]
    assert mended(text, findings) == (text.replace("[2026]", "〔2026〕"), 1)


def test_a_word_file_numbers_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "old.docx"
    path.write_bytes(
        word_case("标题｜关于报送材料的通知\n\n主送｜各有关单位：\n表｜单位｜名额\n表｜甲区｜3\n正文｜请按时报送。\n")[
            0
        ]
    )
    told = {passage.text: str(passage.place).removeprefix(str(path)) for passage in reading_of_file(path).passages}
    assert told == {
        "关于报送材料的通知": ":paragraph 1",
        "各有关单位：": ":paragraph 3",
        "单位": ":table 1, row 1, cell 1, paragraph 4",
        "名额": ":table 1, row 1, cell 2, paragraph 5",
        "甲区": ":table 1, row 2, cell 1, paragraph 6",
        "3": ":table 1, row 2, cell 2, paragraph 7",
        "请按时报送。": ":paragraph 8",
    }


def test_automatic_numbers_of_a_word_file_are_read(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml

    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = docx.Document()
    numbering = document.part.numbering_part.element
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbering.insert(0, parse_xml(f'<w:abstractNum xmlns:w="{word}" w:abstractNumId="90">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num xmlns:w="{word}" w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    document.add_paragraph("关于报送材料的通知")
    document.add_paragraph("各有关单位：")
    for text in ("推荐范围", "推荐程序"):
        paragraph = document.add_paragraph(text)
        properties = f'<w:numPr xmlns:w="{word}"><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(properties))
    path = tmp_path / "old.docx"
    document.save(str(path))
    assert [text for _part, text in parts(path)][-2:] == ["一、推荐范围", "二、推荐程序"]


def test_lines_of_a_pdf_become_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    line = "请各区人力资源和社会保障局认真组织本地区推荐工作并严格审核材"
    body = f"　　{line[:26]}\n{line[26:]}，按时报送。\n"
    page = f"{{居中 22磅}}关于报送推荐材料的通知\n\n各有关单位：\n{body}{{页码 居右}}— 1 —\n"
    path.write_bytes(page_case(page)[0])
    reading = reading_of_file(path)
    assert [(passage.part, passage.text) for passage in reading.passages if passage.part != "page_number"] == [
        ("title", "关于报送推荐材料的通知"),
        ("addressee", "各有关单位："),
        ("body", f"{line}，按时报送。"),
    ]
    assert [str(passage.place).rpartition(":")[2] for passage in reading.of("body")] == ["page 1, line 3"]


def test_a_line_that_had_no_room_for_the_next_word_goes_on(tmp_path: Path) -> None:
    """Lines that are not justified end where a number or a Latin word did not fit in."""
    path = tmp_path / "old.pdf"
    begun = "请各区人力资源和社会保障局按照上级文件（示人社发"
    last = "各有关单位要按照本通知的要求认真组织并按时报送推荐材料。"
    page = f"{{居中 22磅}}关于报送推荐材料的通知\n\n各有关单位：\n　　{begun}\n〔2025〕36号）报送。\n{last}\n"
    path.write_bytes(page_case(page)[0])
    assert [text for part, text in parts(path) if part == "body"] == [f"{begun}〔2025〕36号）报送。", last]


def test_numbers_begin_paragraphs_that_are_not_indented(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    first = "一、各有关单位要按照本通知的要求认真组织并按时报送推荐材料。"
    second = "二、本通知自印发之日起施行，由示例市人力资源和社会保障局负责"
    page = f"{{居中 22磅}}关于报送推荐材料的通知\n\n各有关单位：\n{first}\n{second}\n解释。\n"
    path.write_bytes(page_case(page)[0])
    assert [text for part, text in parts(path) if part == "body"] == [first, f"{second}解释。"]


def test_what_a_browser_prints_at_the_edges_is_none_of_the_text(tmp_path: Path) -> None:
    """Its lines reach farther to the right than the text, whose lines are full all the same."""
    path = tmp_path / "old.pdf"
    begun, rest = "请各区人力资源和社会保障局认真组织本地区", "推荐工作，按时报送。"
    address = "https://www.example.com/notices"
    page = (
        f"{{y6 居右 8磅}}2026/3/5 10:30\n{{居中 22磅}}关于报送推荐材料的通知\n\n各有关单位：\n"
        f"　　{begun}\n{rest}\n　　{begun}\n{rest}\n{{y291 居右 8磅}}{address}\n"
    )
    path.write_bytes(page_case(page)[0])
    assert parts(path) == [
        ("title", "关于报送推荐材料的通知"),
        ("addressee", "各有关单位："),
        ("body", begun + rest),
        ("body", begun + rest),
    ]


def test_a_date_at_the_foot_of_a_page_stands_before_its_number(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    page = (
        "{居中 22磅}关于报送推荐材料的通知\n\n各有关单位：\n　　请按时报送推荐材料。\n　　附件：专家推荐表\n\n"
        "　　　　　　　　　　　　　示例市人力资源和社会保障局\n　　　　　　　　　　　　　　　　2026年3月5日\n"
        "{页码 居右}— 1 —\n===\n附件\n{居中 22磅}专家推荐表\n"
    )
    path.write_bytes(page_case(page)[0])
    assert [part for part, _text in parts(path)][-6:] == [
        "annex_note",
        "signature",
        "date",
        "page_number",
        "annex_label",
        "annex_title",
    ]


def test_a_title_that_is_broken_within_a_word(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    title = "示例市人力资源和社会保障局关于报送推荐材料的通"
    line = "请各区人力资源和社会保障局认真组织本地区推荐工作，按时报送。"
    page = f"{{居中 22磅}}{title}\n{{居中 22磅}}知\n\n各有关单位：\n　　{line[:26]}\n{line[26:]}\n"
    path.write_bytes(page_case(page)[0])
    assert parts(path) == [("title", f"{title}知"), ("addressee", "各有关单位："), ("body", line)]


def _pikepdf_encrypted(data: bytes) -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("old.pdf", b"%PDF-1.7\nnothing", "D103"),
        ("old.docx", b"PK\x03\x04nothing", "D103"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "D101"),
        ("old.docx", b"", "D103"),
        ("old.pdf", b"", "D103"),
        ("old.pdf", b"PK\x03\x04nothing", "D101"),
        ("old.pdf", b"<html>404</html>", "D101"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DocgenError) as caught:
        reading_of_file(tmp_path / name)
    assert (caught.value.problems[0].code, caught.value.exit_code) == (code, Exit.CAMPAIGN)


def test_the_name_of_an_annex_in_a_cell_or_with_a_colon_is_passed_by(tmp_path: Path) -> None:
    words = """\
标题｜关于做好推荐工作的通知
主送｜各有关单位：
正文｜请填写推荐材料。
附件说明｜附件：1.推荐名额
附件续｜2.推荐材料：样表
署名｜示例市人力资源和社会保障局
日期｜2026年3月5日
附件｜附件1
附件标题｜推荐名额
表｜序号｜推荐名额
附件标题｜推荐材料：样表
"""
    (tmp_path / "old.docx").write_bytes(word_case(words)[0])
    told = [(one.part, one.text) for one in reading_of_file(tmp_path / "old.docx").passages]
    assert told[-5:] == [
        ("annex_label", "附件1"),
        ("annex_title", "推荐名额"),
        ("cell", "序号"),
        ("cell", "推荐名额"),
        ("annex_title", "推荐材料：样表"),
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04nothing", b"<html>404</html>", b"%PDF-1.7\nnothing"])
def test_what_is_called_a_pdf_is_spoken_of_as_one(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "OLD.PDF").write_bytes(data)
    with pytest.raises(DocgenError) as caught:
        reading_of_file(tmp_path / "OLD.PDF")
    assert "docx" not in str(caught.value)


def test_lines_before_a_pdf_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + page_case("各有关单位：\n")[0])
    assert reading_of_file(path).text == "各有关单位："


def test_encrypted_pdfs_and_pictures_of_pages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(_pikepdf_encrypted(page_case("各有关单位：\n")[0]))
    with pytest.raises(DocgenError, match="D102"):
        reading_of_file(path)
    path.write_bytes(page_case("\n")[0])
    with pytest.raises(DocgenError, match="D106"):
        reading_of_file(path)
