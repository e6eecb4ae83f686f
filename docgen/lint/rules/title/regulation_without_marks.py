"""印发的法规、规章、制度，名称加书名号：关于印发《示例市职称评审管理办法》的通知。

现行条例没有规定，所以只作一般提示；一个单位里前后一致即可。国务院和各部门的文件多不加，不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import title_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-007",
    name="regulation-without-marks",
    title="法规、规章、制度名称加书名号",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="关于印发示例市职称评审管理办法的通知",
    good="关于印发《示例市职称评审管理办法》的通知",
    needs=(*(f"{name}的通知" for name in ("办法", "规定", "条例", "细则", "规则", "章程")), "）的通知"),
    wants=("title",),
)

_ISSUED = Pattern(
    r"(?:印发|发布|公布|颁布)([^\ufffc“”《》]{2,40}?(?:管理办法|办法|规定|条例|细则|规则|章程)(?:（[^（）]*）)?)的通知$"
)

_CENTRAL = Pattern(r"国务院|中共中央|国家|[^\W市县区省州盟旗委]{2,8}部(?:办公厅|等.{1,3}部门)?(?:、|\s|关于)")


def check(reading: Reading) -> Iterator[Hit]:
    """办法, 规定 … that is issued with the notice, without 《》."""
    title = title_of(reading)
    if title and not _CENTRAL.match(title.text) and (match := _ISSUED.search(title.unquoted)):
        message = _('"{name}" is the title of what is issued').format(name=match[1])
        yield title.hit(*match.span(1), message, _("put it in 《》"))
