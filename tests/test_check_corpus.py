"""The list of what the rules find in a folder of notices, and what its reader said of it."""

from __future__ import annotations

from pathlib import Path

import check_corpus
import pytest

NOTICE = """关于做好推荐工作的通知

各有关单位：

现就推荐工作有关事项通知如下,请遵照执行。
"""


def test_findings_are_listed_by_rule_and_counted_by_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "好.txt").write_text(NOTICE.replace(",", "，"), encoding="utf-8")
    (tmp_path / "坏.txt").write_text(NOTICE, encoding="utf-8")
    assert check_corpus.main([str(tmp_path), "--select", "PUNC,NUM-001"]) == 0
    printed = capsys.readouterr().out
    assert "PUNC-001 half-width-mark (error): 1\n" in printed
    assert "?     坏.txt:5  现就推荐工作有关事项通知如下⟦,⟧请遵照执行。\n" in printed
    rows = {line.split()[-1]: line.split()[:6] for line in printed.splitlines() if line.endswith(".txt")}
    assert rows == {"好.txt": ["0"] * 6, "坏.txt": ["1", "0", "0", "0", "0", "0"]}
    assert "errors a document: 0.50, false ones: 0.00\nfindings that nobody has judged: 1\n" in printed


def test_what_its_reader_calls_false_is_counted_as_false(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "坏.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "verdicts.tsv").write_text("坏.txt\tPUNC-001\t,\tfalse\n", encoding="utf-8")
    assert check_corpus.main([str(tmp_path), "--select", "PUNC-001"]) == 0
    printed = capsys.readouterr().out
    assert "FALSE 坏.txt:5" in printed
    assert "errors a document: 1.00, false ones: 1.00\nfindings that nobody has judged: 0\n" in printed


def test_a_document_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 nothing")
    assert check_corpus.main([str(tmp_path)]) == 1
    assert f"{tmp_path / '坏.docx'}: " in capsys.readouterr().out


def test_a_page_has_every_finding_in_a_line(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "好.txt").write_text(NOTICE.replace(",", "，"), encoding="utf-8")
    (corpus / "坏.txt").write_text(NOTICE, encoding="utf-8")
    (corpus / "verdicts.tsv").write_text("坏.txt\tPUNC-001\t,\tfalse\n", encoding="utf-8")
    (corpus / "names.tsv").write_text("#\tReal notices 真实通知\n坏.txt\t示例市人社局 2026 推荐\n", encoding="utf-8")
    page = tmp_path / "page.md"
    assert check_corpus.main([str(corpus), "--select", "PUNC-001", "--list", str(page)]) == 0
    section = page.read_text(encoding="utf-8").partition("## ")[2]
    assert section.splitlines() == [
        "Real notices 真实通知",
        "",
        "| notice 文件 | code 代码 | words 所指 | verdict 判断 |",
        "|---|---|---|---|",
        "| 示例市人社局 2026 推荐 | PUNC-001 error | `,` | FALSE |",
        "",
        "Nothing found in 1 没有发现的 1 件：好",
    ]


def test_the_page_quotes_few_characters_in_one_cell() -> None:
    assert check_corpus._cut("一二三四五六七八九十一二三四五六") == "`一二三四五六七八九十一二三四…`"
    assert check_corpus._cut("a|b\tc") == "`a\\|b␣c`"


def test_a_finding_without_words_is_known_by_what_its_message_quotes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    annexes = (
        "\n请填写《推荐表》（见附件1）。\n\n附件：1.推荐表\n2.汇总表\n\n示例市人力资源和社会保障局\n2026年3月5日\n"
    )
    (tmp_path / "坏.txt").write_text(NOTICE.replace(",", "，") + annexes, encoding="utf-8")
    (tmp_path / "verdicts.tsv").write_text("坏.txt\tATT-011\t汇总表\tfalse\n", encoding="utf-8")
    assert check_corpus.main([str(tmp_path), "--select", "ATT-011"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("FALSE") == 1, printed
    assert "findings that nobody has judged: 0\n" in printed
