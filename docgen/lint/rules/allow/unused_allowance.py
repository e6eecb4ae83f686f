"""“允许”注记应当确有所指：它所指的地方已经没有这条毛病，就应当删去。

留着不用的“允许”会在日后悄悄盖住一个新的毛病。毛病改好了，或者挪到了别处，这条注记就该一并删去或者跟着挪。只有本次检查确实用到的规则才这样要求：用
--select、--ignore 排除了的规则，其注记不报。
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from docgen.language import _, listed
from docgen.lint.allow import Allowance
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ALLOW-001",
    name="unused-allowance",
    title="“允许”注记应当确有所指",
    severity="warning",
    tier="技术",
    source="docgen",
    bad="issued: 2026-03-05  # docgen: allow TIME-004（这一行没有这个毛病）",
    good="issued: 2026-03-05",
    wants=("allowances",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Nothing by itself: what is unused is known when all rules have spoken; ``docgen.lint.run`` asks ``unused``."""
    return iter(())


def unused(reading: Reading, used: Collection[Allowance], asked: Collection[str]) -> Iterator[Hit]:
    """Each allowance of which no rule made use; ``asked``: codes and names of the rules that were run."""
    for allowance in reading.allowances:
        if allowance in used or not allowance.codes or not set(allowance.codes) <= set(asked):
            continue
        message = _("nothing is found here that {codes} would allow").format(codes=listed(allowance.codes))
        yield at(allowance.place, message, _("delete it, or move it to where the fault is"))
