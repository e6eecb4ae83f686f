"""A form drawn in Word, in two years: its words and its fields are compared, and each edit is there once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_project import Ended, Project
from word_files import p, t, table, tr, word_file

Docgen = Callable[..., Ended]
YAML = """\
id: biao
title: 推荐表
docx: form.docx
fields:
  - {field: unit_name, label: 申报单位, required: true}
  - {field: reason, label: 理由, kind: text, limit: 200}
"""


def word(note: str = "一式两份。", label: str = "申报单位", looks: str = "") -> bytes:
    rows = [tr(label, "{{ unit_name }}"), tr("理由", "{{ reason }}"), tr("单位意见（盖章）", "")]
    return word_file(p(t("推荐表", looks)), table(rows, 2), p(note))


@pytest.fixture
def compare(project: Project, docgen: Docgen, tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """What ``docgen diff`` says of the two years of a form: its YAML and its Word file of this year."""
    project.change("  - {id: form, form: tui}\n", "  - {id: form, form: tui}\n  - {id: word, form: biao}\n")
    new = tmp_path / "new"

    def compared(content: bytes, plan: str = YAML) -> list[dict[str, Any]]:
        shutil.copytree(project.folder, new, ignore=shutil.ignore_patterns("new", "output"))
        for folder, text, data in ((project.folder, YAML, word()), (new, plan, content)):
            form = folder / "templates/annexes/biao"
            form.mkdir(parents=True)
            (form / "form.yaml").write_text(text, encoding="utf-8")
            (form / "form.docx").write_bytes(data)
        campaign = new / project.campaign.relative_to(project.folder)
        ended = docgen("diff", str(project.campaign), str(campaign), "--format", "json")
        assert ended.code == 0, ended.err
        changes: list[dict[str, Any]] = json.loads(ended.out)["changes"]
        return changes

    return compared


def test_the_same_is_no_change(compare: Callable[..., list[dict[str, Any]]]) -> None:
    assert compare(word()) == []


def test_words_are_compared(compare: Callable[..., list[dict[str, Any]]]) -> None:
    (one,) = compare(word("一式三份。"))
    assert (one["kind"], one["old"], one["new"]) == ("form-changed", "一式两份。", "一式三份。")
    assert one["where"] == "附件2《推荐表》"


def test_fields_are_compared(compare: Callable[..., list[dict[str, Any]]]) -> None:
    (one,) = compare(word(), YAML.replace("limit: 200", "limit: 300"))
    assert (one["kind"], one["old"], one["new"]) == ("field-limit", "不超过200字", "不超过300字")


def test_a_field_that_is_called_otherwise_is_told_once(compare: Callable[..., list[dict[str, Any]]]) -> None:
    (one,) = compare(word(label="推荐单位"), YAML.replace("label: 申报单位", "label: 推荐单位"))
    assert (one["kind"], one["old"], one["new"]) == ("field-renamed", "申报单位", "推荐单位")


def test_another_file_with_the_same_words_is_said_to_be_one(compare: Callable[..., list[dict[str, Any]]]) -> None:
    (one,) = compare(word(looks="<w:b/>"))
    assert (one["kind"], one["detail"]) == ("form-changed", "表格文件有变动，文字和填写栏未变")
