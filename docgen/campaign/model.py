"""A campaign: all that a bureau decides about one year's notice, each value once.

The models are frozen and refuse unknown keys. Strings stay as typed. Every field carries a description,
because the JSON schema made from these models is what an editor shows while a campaign is being written.
"""

# Annotations are not postponed here: parts take them as they are.

import re
from dataclasses import field
from typing import Annotated, Any, Literal, Self

from docgen.sources.marks import Length, Like, Refused, Within
from docgen.sources.part import Part
from docgen.sources.typed_text import ID, KEY, SIX_DIGITS, TIME_OF_DAY, Day, Fact, OneOrMany, Whole, YesNo

Words = Annotated[str, Length(1)]
"""Text that is printed; may use Jinja: ``{{ year }}``."""

Id = Annotated[str, Length(most=80), Like(ID)]
Key = Annotated[str, Length(most=80), Like(KEY)]

Year = Annotated[Whole, Within(ge=1949, le=2200)]
Count = Annotated[Whole, Within(ge=0)]

DOCUMENT_NUMBER = re.compile(r"(\S+?)\s*[〔\[［(（【]\s*([0-9]{4})\s*[〕\]］)）】]\s*([0-9]*)\s*号")
"""津人社办函〔2020〕124号: code, year, serial number."""


class Issuer(Part):
    """发文机关."""

    name: Words
    """Full name: 天津市人力资源和社会保障局."""
    short: str = ""
    """Short name used in the words: 市人社局."""
    mark: str = ""
    """The red mark (发文机关标志) where it differs from the full name."""


class DocumentNumber(Part):
    """发文字号: the issuer's code (机关代字), the year, the serial number, as ``津人社办函〔2020〕124号``.

    Half-width and square brackets are read too, and written 〔〕 (GB/T 9704-2012 7.2.5).
    """

    code: Words
    """机关代字: 津人社办函."""
    year: Year
    """Year in four digits."""
    serial: str = ""
    """Serial number without leading zeros; empty while it is not yet known."""

    @classmethod
    def written_out(cls, value: Any) -> Any:
        """From a text."""
        if not isinstance(value, str):
            return value
        match = DOCUMENT_NUMBER.fullmatch(value.strip())
        if match is None:
            raise Refused("document_number")
        return {"code": match[1], "year": int(match[2]), "serial": match[3]}

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.serial}号"


class Basis(Part):
    """依据: a document this notice rests on; ``{{ basis.ministry | cite }}`` writes it out."""

    issuer: str = ""
    """Who issued it."""
    title: Words
    """Its title, without 《》."""
    number: str = ""
    """Its number, as printed there (``人社专技司函〔2020〕016号`` stays as it is)."""
    issued: Day | None = None
    """Its date, if known."""


class Deadline(Part):
    """截止时间."""

    date: Day
    """The last day."""
    time: Annotated[str, Like(TIME_OF_DAY)] | None = None
    """Time of day, as "17:00"."""
    what: str = ""
    """What is due: 申报材料报送."""
    hard: YesNo = True
    """True: late is not accepted (逾期不予受理); false: a target."""


class Quota(Part):
    """名额."""

    what: Words
    """What is counted: 服务团项目."""
    per: Literal["unit", "area", "base", "total"] = "unit"
    """For each unit (每单位), each area (各盟市), each base (每个基地), or all together."""
    min: Count | None = None
    """At least (不少于)."""
    max: Count | None = None
    """At most (不超过)."""
    soft: YesNo = False
    """True: 原则上."""
    unit: str = "个"
    """Measure word: 个, 名, 项."""
    by_unit: dict[str, Count] = field(default_factory=dict)
    """Quota of a single unit, by its name, where it differs."""

    def agree(self) -> Self:
        """It has a number, and the smaller is not above the larger."""
        if self.min is None and self.max is None and not self.by_unit:
            raise Refused("quota_empty")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise Refused("quota_reversed", low=self.min, high=self.max)
        return self


class Contact(Part):
    """联系方式 of one office."""

    unit: str = ""
    """The office: 市人社局专业技术人员管理处."""
    people: list[str] = field(default_factory=list)
    """Names of the people."""
    phones: list[str] = field(default_factory=list)
    """Telephone numbers, as text: "0471-6268105"."""
    fax: str = ""
    """Fax number."""
    email: str = ""
    """Mail address."""
    address: str = ""
    """Postal address."""
    postcode: str = ""
    """Postal code, as text."""


class Funding(Part):
    """资助经费."""

    what: Words
    """What is funded."""
    amount: str
    """The amount as a number, as text: "20"."""
    unit: str = "万元"
    """Its unit."""


class Material(Part):
    """报送材料."""

    what: Words
    """What is to be handed in."""
    copies: Annotated[Whole, Within(ge=1)] | None = None
    """Number of paper copies (一式N份)."""
    paper: YesNo = True
    """Whether paper is wanted."""
    electronic: YesNo = False
    """Whether an electronic version is wanted."""
    contact: Key | None = None
    """Key of the contact that it goes to."""


class AnnexUse(Part):
    """附件: a form used by this campaign."""

    id: Key
    """Its name in the words: ``{{ annexes.team.ref }}``."""
    form: Id | None = None
    """The form's folder under ``annexes/``; leave out if the annex is a text (``body``)."""
    title: str = ""
    """Its title where it differs from the form's own."""
    body: str = ""
    """The words of an annex that is a text."""
    pages: Annotated[Whole, Within(gt=0)] | None = None
    """So many pages it is promised to take at most; checked where a PDF was built."""

    def agree(self) -> Self:
        """Either a form or a body."""
        if bool(self.form) == bool(self.body):
            raise Refused("annex_content")
        return self


class SignaturePlan(Part):
    """落款."""

    variant: Literal["sealed", "unsealed", "date_only"] = "sealed"
    """With a seal (加盖印章), without (不加盖印章), or the date alone with the seal carrying the name."""


class ImprintPlan(Part):
    """版记."""

    copies_to: list[str] = field(default_factory=list)
    """抄送机关."""
    printer: str = ""
    """印发机关."""
    printed: Day | None = None
    """印发日期."""


class AttachedNotice(Part):
    """A forwarded notice (转发的公文): a whole notice within the notice."""

    title: Words
    """Its title."""
    title_lines: list[str] = field(default_factory=list)
    """Its title broken into lines by hand."""
    number: str = ""
    """Its number, as printed there."""
    addressees: list[str] = field(default_factory=list)
    """主送机关; each entry is separated by ，; an entry may hold several joined by 、."""
    body: Words
    """Its words."""
    signature: list[str] = field(default_factory=list)
    """Its issuers as signed."""
    issued: Day | None = None
    """Its date."""
    note: Annotated[list[str], OneOrMany()] = field(default_factory=list)
    """附注, without brackets."""


class AllowancePlan(Part):
    """允许: one rule that is silent at one place, with the reason."""

    code: Words
    """The rule's code or name: TIME-004."""
    at: Words
    """A key of the campaign, deadlines.submission.date, or words of the line that is meant."""
    reason: str = ""
    """Why it is right there."""


class Campaign(Part):
    """One year's campaign of one bureau."""

    id: Id
    """Name of the campaign and of its folder under output/: tianjin-2020."""
    year: Year
    """The campaign's year."""
    look: Id = "gbt9704"
    """Layout: gbt9704 (文件格式)."""
    issuer: Annotated[list[Issuer], OneOrMany(), Length(1)]
    """发文机关; several for a joint notice (联合行文), the sponsor first."""
    mark_suffix: Literal["", "文件"] = ""
    """文件 behind the red mark, or nothing."""
    number: DocumentNumber
    """发文字号."""
    copy_number: Annotated[str, Like(SIX_DIGITS)] | None = None
    """份号, six digits."""
    secrecy: str = ""
    """密级和保密期限: 秘密★1年."""
    urgency: Literal["", "特急", "加急"] = ""
    """紧急程度."""
    signers: list[str] = field(default_factory=list)
    """签发人, for a document to a superior only."""
    title: Annotated[str, Length(1, 120)]
    """标题."""
    title_lines: list[str] = field(default_factory=list)
    """The title broken into lines by hand; together they must be the title."""
    issued: Day | None = None
    """成文日期; left out while it is not known: 2017年　月　日 is printed, to be filled in when it is signed."""
    date_style: Literal["arabic", "chinese"] = "arabic"
    """2020年3月1日, or 二○一二年二月二十一日 as before 2012."""
    addressees: list[Words] = field(default_factory=list)
    """主送机关; the entries are joined by ，."""
    disclosure: Literal["", "主动公开", "依申请公开", "不予公开"] = ""
    """公开方式; printed as 附注 （此件主动公开）."""
    note: Annotated[list[str], OneOrMany()] = field(default_factory=list)
    """Further 附注, without brackets."""
    basis: dict[Key, Basis] = field(default_factory=dict)
    """依据文件."""
    deadlines: dict[Key, Deadline] = field(default_factory=dict)
    """截止时间."""
    quotas: dict[Key, Quota] = field(default_factory=dict)
    """名额."""
    contacts: dict[Key, Contact] = field(default_factory=dict)
    """联系方式."""
    funding: dict[Key, Funding] = field(default_factory=dict)
    """资助经费."""
    materials: dict[Key, Material] = field(default_factory=dict)
    """报送材料."""
    facts: dict[Key, Fact] = field(default_factory=dict)
    """Any further values that the words use."""
    annexes: list[AnnexUse] = field(default_factory=list)
    """附件, in order."""
    attached: list[AttachedNotice] = field(default_factory=list)
    """Forwarded notices."""
    signature: SignaturePlan = SignaturePlan()
    """落款."""
    imprint: ImprintPlan | None = None
    """版记."""
    superior: str = ""
    """上级: the campaign that this one carries on, by its id, or by its file's path from this one."""
    deviations: dict[Key, Words] = field(default_factory=dict)
    """与上级表格的不同: by annex id, why this campaign's form is not the superior's."""
    units: str = ""
    """名册: the roster of units that the forms are filled in for, a file beside the campaign; ``名册.xlsx#表名`` names
    a sheet."""
    columns: dict[str, str] = field(default_factory=dict)
    """What the roster's columns are: a property of the unit, a field or a key of the campaign, and its header there."""
    allow: list[AllowancePlan] = field(default_factory=list)
    """What `docgen check` is not to speak of, place by place."""
    filename: str = ""
    """Pattern of the annex files' names: ``{{ label }} {{ title }}``."""
    body: str = ""
    """正文, as an official types it."""
    body_file: str = ""
    """A file with the words, beside the campaign."""

    def agree(self) -> Self:
        """Either a body or a body_file."""
        if bool(self.body) == bool(self.body_file):
            raise Refused("one_body")
        return self
