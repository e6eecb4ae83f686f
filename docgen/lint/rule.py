"""What the file of a rule holds: its docstring is its page, ``RULE`` its facts, ``check`` what it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from docgen.frozen import dataclass
from docgen.lint.finding import Hit, Severity
from docgen.lint.passage import Part
from docgen.lint.reading import Reading

Tier = Literal["法律", "条例", "国标", "标准", "政策", "实务", "计算", "技术", "事实"]
"""What a rule rests on. 实务 is nobody's standard and never called one; it is a warning at most."""

Want = (
    Part
    | Literal["campaign", "foreign", "word", "pages", "superior", "roster", "forms", "drawn forms", "allowances"]
    | Literal["basis:", "contacts:", "deadlines:", "quotas:", "secrecy:", "signers:", "title_lines:"]
)
"""A passage of that part; something of the reading: a campaign or a document that is none, a Word file, pages, the
superior's campaign, a roster, forms, those drawn in Word, allowances; or a key of the campaign with something in it."""

Check = Callable[[Reading], Iterator[Hit]]


@dataclass(frozen=True)
class Rule:
    """The facts of a rule; the docstring of its file is the page that ``docgen explain`` prints.

    ``code``: DOCNO-001. ``name``: the fault in English words, as one allows it (``year-in-square-brackets``).
    ``title``: what is right, in Chinese, one line. ``source``: the clause it follows. ``bad``, ``good``: an example of
    each.
    ``needs``: the rule is asked only if one of these stands somewhere in what is checked, white space or not: "附件共"
    is found in 附件 共, too, and "\\n〔" where a line begins with 〔. ``wants``: only if one of these is at hand. Where
    they are empty, always. Both are in the index (``make rules``): where a rule is not asked, its file is not read.
    ``fixes``: some of its hits carry a replacement.
    """

    code: str
    name: str
    title: str
    severity: Severity
    tier: Tier
    source: str
    bad: str
    good: str
    needs: tuple[str, ...] = ()
    wants: tuple[Want, ...] = ()
    fixes: bool = False


def paragraphs(page: str) -> list[str]:
    """The paragraphs of a page, each in one line; Chinese lines are joined without a space."""
    whole = [block for block in page.strip().split("\n\n") if block.strip()]
    return [re.sub(r"(?<=[!-~])\n(?=[!-~])", " ", block.strip()).replace("\n", "") for block in whole]
