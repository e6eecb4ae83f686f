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
