"""What is not compared in two Word files is at least said: margins, footnotes, pictures, looks, what is lost."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from small_project import Ended
from word_files import drawing, p, t, table, tr, word_file

from docgen.diff.beyond import beyond

Docgen = Callable[..., Ended]
TITLE, WORDS = p("关于开展推荐工作的通知"), p("请于3月1日前报送。")


def kinds(old: bytes, new: bytes) -> list[tuple[str, int]]:
    return [(one.what, one.times) for one in beyond(old, new)]


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The file with one more part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.namelist():
            new.writestr(member, old.read(member))
        new.writestr(name, content)
    return made.getvalue()


PLAIN = word_file(TITLE, WORDS)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (PLAIN, PLAIN, []),
        (PLAIN, word_file(TITLE, p("请于", "3月1日", "前报送。")), []),
        (PLAIN, word_file(TITLE, p("请于3月8日前报送。")), []),
        (word_file(TITLE, header=p("内部")), word_file(TITLE, header=p("公开")), [("margins", 0)]),
        (word_file(TITLE, footer=p("第1页")), word_file(TITLE), [("margins", 0)]),
        (word_file(TITLE, footnotes=p("见附件")), word_file(TITLE, footnotes=p("见正文")), [("footnotes", 0)]),
        (PLAIN, word_file(TITLE, p(t("请于3月1日前报送。", "<w:b/>"))), [("looks", 1)]),
        (PLAIN, word_file(p("关于开展推荐工作的通知", properties='<w:jc w:val="center"/>'), WORDS), [("looks", 1)]),
        (word_file(table([tr("甲")], 1)), word_file(table([tr(p(t("甲", "<w:i/>")))], 1)), [("looks", 1)]),
        (with_part(PLAIN, "word/media/a.png", b"1"), with_part(PLAIN, "word/media/b.png", b"2"), [("pictures", 0)]),
        (with_part(PLAIN, "word/media/a.png", b"1"), with_part(PLAIN, "word/media/b.png", b"1"), []),
    ],
    ids=[
        *("the same", "other runs", "other words", "header", "no footer", "footnotes", "bold", "centred"),
        *("a cell", "picture", "a picture under another name"),
    ],
)
def test_in_what_else_two_files_differ(old: bytes, new: bytes, found: list[tuple[str, int]]) -> None:
    assert kinds(old, new) == found
    assert kinds(new, old) == found


def test_the_user_is_told(tmp_path: Path, docgen: Docgen) -> None:
    (tmp_path / "old.docx").write_bytes(word_file(TITLE, WORDS, footer=p("甲")))
    (tmp_path / "new.docx").write_bytes(word_file(TITLE, p(t("请于3月1日前报送。", "<w:b/>")), footer=p("乙")))
    ended = docgen("diff", str(tmp_path / "old.docx"), str(tmp_path / "new.docx"), "--format", "md")
    assert "页眉或页脚有不同，未列入比较。" in ended.out
    assert "有1段文字相同、格式不同" in ended.out
    assert "note[D106] headers or footers differ; they are not compared" in ended.err


def test_what_cannot_be_shown_as_deleted_is_counted(tmp_path: Path, docgen: Docgen) -> None:
    (tmp_path / "old.docx").write_bytes(word_file(TITLE, p("图：", drawing("a"), "如上。")))
    (tmp_path / "new.docx").write_bytes(word_file(TITLE, p("图：如上。")))
    made = tmp_path / "marked.docx"
    command = ("diff", str(tmp_path / "old.docx"), str(tmp_path / "new.docx"), "--out", str(made), "--exit-code")
    ended = docgen(*command)
    assert ended.code == 1
    assert "warning[D107] only the old file has these, and they cannot be shown as deleted: 1" in ended.err
    assert made.is_file()


def test_a_file_saved_again_has_not_changed(tmp_path: Path, docgen: Docgen) -> None:
    (tmp_path / "old.docx").write_bytes(PLAIN)
    (tmp_path / "new.docx").write_bytes(with_part(PLAIN, "docProps/app.xml", b"<Properties/>"))
    command = ("diff", str(tmp_path / "old.docx"), str(tmp_path / "new.docx"), "--exit-code")
    ended = docgen(*command, "--out", str(tmp_path / "marked.docx"))
    assert (ended.code, ended.err) == (0, "")
    assert docgen(*command).code == 0
