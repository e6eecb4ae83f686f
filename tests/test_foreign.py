"""Word files that docgen did not make: read as notices are, refused by a clear letter where they are not sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_pairs import paragraphs, with_body, word_file, zipped

from docgen.diagnostics import DocgenError, Exit
from docgen.diff.foreign import is_word_file, read_word_file, side_of, side_of_file, tracked_files
from docgen.document.tree import Heading, Paragraph, TextTable

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITY = f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document {W}>&e;</w:document>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SOUND = word_file(
    ["关于申报的通知", "各区：", "一、条件", "申报材料。", ((("姓名",), ("电话",)), (("王珺",), ("123",))), "附注"]
)


def test_title_headings_paragraphs_and_tables_are_found() -> None:
    notice = side_of(SOUND, "旧.docx").notice
    assert notice.title == ("关于申报的通知",)
    assert [type(block) for block in notice.blocks] == [Paragraph, Heading, Paragraph, TextTable, Paragraph]
    assert [block.rows for block in notice.blocks if isinstance(block, TextTable)] == [(("王珺", "123"),)]


def test_words_in_content_controls_text_boxes_and_accepted_changes_are_read() -> None:
    box = (
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>示例市人社局文件</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></w:r></w:p>"
    )
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>申报</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    came = '<w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins>'
    gone = '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    blocks = side_of(with_body(f"{box}{control}<w:p>{came}{gone}</w:p>"), "a.docx").notice.blocks
    texts = [block.spans[0].text for block in blocks if isinstance(block, Paragraph)]
    assert texts == ["示例市人社局文件", "申报", "新"]


def test_two_files_give_a_marked_one_on_the_new_files_own_xml(tmp_path: Path) -> None:
    (tmp_path / "旧.docx").write_bytes(word_file(["申报截止3月5日。"]))
    styled = (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>申报截止3月12日。</w:t></w:r></w:p>'
    )
    (tmp_path / "新.docx").write_bytes(with_body(styled))
    made = tracked_files(tmp_path / "旧.docx", tmp_path / "新.docx").data
    assert paragraphs(made, "old") == ["申报截止3月5日。"]
    assert paragraphs(made, "new") == ["申报截止3月12日。"]
    assert b'<w:jc w:val="center"/>' in _main(made)
    assert b"<w:b/>" in _main(made)


@pytest.mark.parametrize(
    ("code", "data"),
    [
        pytest.param("D103", b"", id="empty"),
        pytest.param("D103", SOUND[:400], id="cut off"),
        pytest.param("D103", b"PK\x03\x04" + bytes(40), id="an archive in name alone"),
        pytest.param("D101", b"%PDF-1.7\n", id="PDF"),
        pytest.param("D101", b"{\\rtf1}", id="RTF"),
        pytest.param("D101", OLE, id=".doc"),
        pytest.param("D101", zipped({"xl/workbook.xml": "<a/>"}), id=".xlsx"),
        pytest.param("D101", zipped({"content.xml": "<a/>"}), id=".odt"),
        pytest.param("D101", zipped({"readme": "words"}), id="another archive"),
        pytest.param("D101", b"id: tianjin-2020\n", id="YAML"),
        pytest.param("D102", OLE + "EncryptedPackage".encode("utf-16-le"), id="encrypted"),
        pytest.param("D103", zipped({"word/document.xml": "<w:document"}), id="broken XML"),
        pytest.param("D103", zipped({"word/document.xml": f"<w:document {W}/>"}), id="no body"),
        pytest.param("D103", with_body("<w:p>" * 4000 + "</w:p>" * 4000), id="too deep"),
        pytest.param("D104", zipped({"word/document.xml": " " * 20_000_000}), id="bomb"),
        pytest.param("D104", zipped({f"word/{i}.xml": "" for i in range(5001)}), id="too many parts"),
        pytest.param(
            "D105",
            zipped({"word/document.xml": ENTITY}),
            id="entities",
        ),
    ],
)
def test_what_is_not_sound_is_refused_by_a_letter(code: str, data: bytes) -> None:
    with pytest.raises(DocgenError) as refused:
        side_of(data, "来文.docx")
    assert refused.value.exit_code == Exit.CAMPAIGN
    (letter,) = refused.value.problems
    assert letter.code == code
    assert str(letter.place) == "来文.docx"
    assert letter.hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="D100"):
        side_of_file(tmp_path / "没有.docx")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="this is a folder, not a file"):
        side_of_file(tmp_path)


def test_by_their_names() -> None:
    assert is_word_file(Path("通知.DOCX"))
    assert is_word_file(Path("通知.doc"))
    assert not is_word_file(Path("data/tianjin/2020.yaml"))


def _main(data: bytes) -> bytes:
    from docgen.diff.word.package import open_package

    package = open_package(data, "test")
    return package.parts[package.main]


def test_a_word_file_that_is_not_there_is_told_in_the_reader_s_language(tmp_path: Path) -> None:
    (tmp_path / "通知终稿.docx").write_bytes(b"PK")
    with pytest.raises(DocgenError) as error:
        read_word_file(tmp_path / "通知定稿.docx")
    (problem,) = error.value.problems
    assert (problem.code, problem.message) == ("D100", "there is no such file")
    assert "通知终稿.docx" in problem.hint
