"""A tiny campaign, written as an author writes it, loaded and composed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from docgen.campaign.load import load_campaign
from docgen.compose import annex_form_ids, compose
from docgen.diagnostics import DocgenError
from docgen.document.tree import Form, Line, Notice
from docgen.templates.load import load_form

CAMPAIGN = """\
id: shi-2020
year: 2020
issuer: {name: 示例市人力资源和社会保障局, short: 市人社局}
number: 示人社函〔2020〕124号
title: 关于开展{{ year }}年申报工作的通知
issued: 2020-03-01
"""

BODY = """\
body: |
  请按时申报。
"""

FORM = """\
id: tui
title: 推荐表
columns: [40, 116]
rows:
  - [{label: 姓名}, {field: name}]
"""


def composed(
    folder: Path,
    more: str = "",
    forms: Mapping[str, str] | None = None,
    unit: Mapping[str, Any] | None = None,
    *,
    campaign: str = CAMPAIGN,
) -> Notice:
    """The notice of the tiny campaign with ``more`` YAML; ``forms`` are the texts of its forms, by id."""
    path = folder / "c.yaml"
    body = "" if re.search(r"^body(_file)?:", campaign + more, re.MULTILINE) else BODY
    path.write_text(campaign + more + body, encoding="utf-8")
    loaded = load_campaign(path)
    found = {}
    for name in annex_form_ids(loaded.campaign):
        file = folder / f"{name}.yaml"
        file.write_text((forms or {}).get(name, FORM), encoding="utf-8")
        found[name] = load_form(file)
    return compose(loaded, found, unit)


def letters(folder: Path, *args: Any, **kwargs: Any) -> list[str]:
    """What the author is told, place first, without the folder."""
    with pytest.raises(DocgenError) as caught:
        composed(folder, *args, **kwargs)
    assert caught.value.exit_code == 4
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


def pointed_at(folder: Path, letter: str) -> str:
    """What stands in the file at the place that a letter names, to the end of the line."""
    file, line, column, _rest = letter.split(":", 3)
    return (folder / file).read_text(encoding="utf-8").split("\n")[int(line) - 1][int(column) - 1 :]


def words(folder: Path, text: str, more: str = "", unit: Mapping[str, Any] | None = None) -> str:
    """A paragraph of the body as printed."""
    notice = composed(folder, f"{more}body: |\n  {text}\n", unit=unit)
    return "\n".join("".join(span.text for span in block.spans) for block in notice.blocks)  # type: ignore[union-attr]


def form_of(folder: Path, form: str, unit: Mapping[str, Any] | None = None) -> Form:
    """The form composed as the only annex."""
    notice = composed(folder, "annexes: [{id: form, form: tui}]\n", {"tui": form}, unit)
    content = notice.annexes[0].content
    assert isinstance(content, Form)
    return content


def texts(lines: tuple[Line, ...]) -> list[str]:
    """The lines' words."""
    return [line.text for line in lines]
