"""活动文件里写明的期限、名额、联系人、材料等，通知或附表总有一处用到。

写了没有用到的，多半是正文里另外打了一遍：改了这一处，那一处不会跟着改。只是留作备查、程序核对用的，可以用 allow 写
明理由。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TPL-006",
    name="value-that-no-text-uses",
    title="写明的名称都有地方用到",
    severity="info",
    tier="实务",
    source="活动文件与模板对照",
    bad="deadlines: {review: …}，正文没有 {{ deadlines.review }}",
    good="正文有 {{ deadlines.review | day }}",
    wants=("campaign",),
)

_GROUPS = ("facts", "deadlines", "quotas", "contacts", "funding", "materials")

_USE = rf"(?<![\w.])({'|'.join(_GROUPS)})\b(?:\s*\.\s*(\w+)|\s*\[\s*['\"](\w+)['\"])?"
"""A group and one of its names, or the whole group: {% for key in materials %}{{ materials[key].what }}."""


def check(reading: Reading) -> Iterator[Hit]:
    """Each name of each group, in the expressions of the campaign and its forms."""
    if reading.loaded is None:
        return
    words = _expressions([reading.loaded.body, *_texts(reading.loaded.data)], tuple(_form_files(reading)))
    used = {(group, dotted or quoted) for group, dotted, quoted in re.findall(_USE, words)}
    for group in _GROUPS:
        for name in getattr(reading.loaded.campaign, group):
            if used.isdisjoint({(group, name), (group, "")}):
                message = _("{group}.{name} stands in no text of the notice or its forms")
                hint = _("use it where the same words are typed, or take it out")
                yield at(reading.place(group, name), message.format(group=group, name=name), hint)


def _expressions(texts: Iterable[str], files: tuple[Path, ...]) -> str:
    found = [match for text in texts for match in _in_braces(text)]
    return "\n".join([*found, *(match for file in files for match in _in_braces(_text(file)))])


def _in_braces(text: str) -> list[str]:
    return re.findall(r"\{[{%].*?[}%]\}", text, flags=re.DOTALL) if "{" in text else []


def _form_files(reading: Reading) -> Iterator[Path]:
    return (form.path for form in reading.forms.values())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
