"""不引用已经停止执行的公文处理规定。

《党政机关公文处理工作条例》自2012年7月1日起施行，《国家行政机关公文处理办法》《中国共产党机关公文处理条例》同时停止执行。
说它们“停止执行”“废止”的句子不提示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-005",
    name="repealed-rules-cited",
    title="不引用已停止执行的旧规",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第四十二条",
    bad="根据《国家行政机关公文处理办法》（国发〔2000〕23号）",
    good="根据《党政机关公文处理工作条例》",
    needs=("国家行政机关公文处理办法", "中国共产党机关公文处理条例"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A rule that has ceased to apply, in a sentence that does not say so."""
    for passage in reading.of(*PROSE):
        for name in RULE.needs:
            for match in re.finditer(name, passage.text):
                sentence = passage.text[match.end() :].partition("。")[0]
                if re.search("停止执行|废止|失效|取代|修订", sentence):
                    continue
                message = _("《{name}》 has not been in force since 1 July 2012").format(name=name)
                yield passage.hit(*match.span(), message, _("cite 《党政机关公文处理工作条例》（中办发〔2012〕14号）"))
