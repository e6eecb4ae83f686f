"""部门不向下级党委、政府发布指令性公文。

需经政府审批的事项，经政府同意后可以由部门行文，文中须注明“经……政府同意”；注明了的不提示。政府和政府办公厅（室）自己发的
不看；主送各区人民政府、文中又说“各区人民政府必须”“务必”的才提示。
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="GENRE-004",
    name="orders-to-governments",
    title="部门不向下级党委、政府发指令性公文",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十六条（二）",
    bad="主送“各区县人民政府”且用“必须”",
    good="主送“各区县人力资源和社会保障局”",
    needs=("人民政府", "党委"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A department that tells governments below it what they must do."""
    addressees = "".join(passage.text for passage in reading.of("addressee"))
    to_government = re.search(r"各[^，、：]{0,20}(?:人民政府|党委)", addressees)
    if not to_government or not _is_department(reading) or re.search(r"经[^，。]{0,16}同意", reading.text):
        return
    for passage in reading.of("body"):
        match = _order().search(passage.unquoted)
        if match:
            message = _('a department gives orders to governments: "{words}"').format(words=match[0])
            hint = _("address the departments below, or say that the government has agreed (经市政府同意)")
            yield passage.hit(*match.span(), message, hint)
            return


def _is_department(reading: Reading) -> bool:
    names = [one.name for one in reading.loaded.campaign.issuer] if reading.loaded else []
    names += [] if names else [passage.text for passage in reading.of("signature")]
    return bool(names) and all(re.search("(?:局|厅|委员会)$", name) and "办公" not in name for name in names)


@functools.cache
def _order() -> Pattern:
    return Pattern("(?:各[^，。；]{0,12}(?:人民政府|政府|党委)|各地)[^。；]{0,30}(?:必须|务必|严禁)[^，。；]*")
